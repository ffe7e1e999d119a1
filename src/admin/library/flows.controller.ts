import { AdminController } from '../http/api-docs.js';
import { Needs } from '../http/required-role.js';
import { FlowDraft, FlowPage, FlowView } from './flow.views.js';
import { LibraryRoutes } from './library-routes.js';

const VIEWS = { draft: FlowDraft, view: FlowView, page: FlowPage };

@Needs('viewer')
@AdminController('flows')
export class FlowsController extends LibraryRoutes('flow', VIEWS) {}
