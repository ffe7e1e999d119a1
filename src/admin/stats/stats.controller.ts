import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Clock } from '../../platform/clock/clock.js';
import { AdminController } from '../http/api-docs.js';
import { unprocessable } from '../http/problem.js';
import { Needs } from '../http/required-role.js';
import { Statistics } from './stats.repository.js';
import { StatsQuery, StatsSeriesView, StatsView } from './stats.views.js';

const DAY_MS = 24 * 60 * 60 * 1_000;
const MAX_DAYS = 31;

@AdminController('stats')
@Needs('viewer')
export class StatsController {
  constructor(
    private readonly statistics: Statistics,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Numbers for a dashboard.' })
  @ApiOkResponse({ type: StatsView })
  async read(@Query() query: StatsQuery): Promise<StatsView> {
    const { since, now } = this.span(query);
    return this.statistics.count(since, now);
  }

  @Get('series')
  @ApiOperation({ summary: 'The same over time, for charts.' })
  @ApiOkResponse({ type: StatsSeriesView })
  async series(@Query() query: StatsQuery): Promise<StatsSeriesView> {
    const { since, now } = this.span(query);
    return this.statistics.series(since, now);
  }

  private span(query: StatsQuery): { readonly since: Date; readonly now: Date } {
    const now = this.clock.now();
    const since = query.since === undefined ? new Date(now.getTime() - DAY_MS) : new Date(query.since);
    const ageMs = now.getTime() - since.getTime();
    if (ageMs < 0 || ageMs > MAX_DAYS * DAY_MS) {
      throw unprocessable('/since', `Name an instant within the last ${MAX_DAYS} days.`);
    }
    return { since, now };
  }
}
