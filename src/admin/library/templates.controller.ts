import { AdminController } from '../http/api-docs.js';
import { Needs } from '../http/required-role.js';
import { LibraryRoutes } from './library-routes.js';
import { TemplateDraft, TemplatePage, TemplateView } from './template.views.js';

const VIEWS = { draft: TemplateDraft, view: TemplateView, page: TemplatePage };

@Needs('viewer')
@AdminController('templates')
export class TemplatesController extends LibraryRoutes('template', VIEWS) {}
