import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Clock } from '../../platform/clock/clock.js';
import { LibraryRepository } from '../../rulebook/library.repository.js';
import { compileSchedule } from '../../rules/schedules/compile-schedule.js';
import { parseScheduleDefinition } from '../../rules/schedules/parse-schedule.js';
import { scheduleNow } from '../../rules/schedules/schedule-view.js';
import { AdminController, Problems } from '../http/api-docs.js';
import { PathId } from '../http/path-id.js';
import { invalid } from '../http/problem.js';
import { Needs } from '../http/required-role.js';
import { LibraryRoutes } from './library-routes.js';
import {
  ScheduleDraft,
  ScheduleNowQuery,
  ScheduleNowView,
  SchedulePage,
  ScheduleView,
} from './schedule.views.js';

const VIEWS = { draft: ScheduleDraft, view: ScheduleView, page: SchedulePage };

@Needs('viewer')
@AdminController('schedules')
export class SchedulesController extends LibraryRoutes('schedule', VIEWS) {
  constructor(
    library: LibraryRepository,
    private readonly clock: Clock,
  ) {
    super(library);
  }

  @Get(':id/now')
  @ApiOperation({
    summary: 'Whether a schedule is open at an instant, until when, and the week from then on.',
  })
  @ApiOkResponse({ type: ScheduleNowView })
  @Problems(404)
  async now(@PathId('schedule') id: string, @Query() query: ScheduleNowQuery): Promise<ScheduleNowView> {
    const reading = parseScheduleDefinition((await this.stored(id)).definition);
    if (!reading.ok)
      throw invalid(reading.problems.map(({ pointer, message }) => ({ pointer, detail: message })));
    const schedule = compileSchedule(reading.definition);
    const at = query.at === undefined ? this.clock.now() : new Date(query.at);
    return {
      at,
      ...scheduleNow(schedule, at, query.timeZone),
      week: schedule.weekOf(at, query.timeZone),
    };
  }
}
