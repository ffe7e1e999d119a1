import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Clock } from '../../platform/clock/clock.js';
import { AdminController } from '../http/api-docs.js';
import { unprocessable } from '../http/problem.js';
import { Statistics } from './stats.repository.js';
import { StatsQuery, StatsView } from './stats.views.js';

const DAY_MS = 24 * 60 * 60 * 1_000;
const MAX_DAYS = 31;

@AdminController('stats')
export class StatsController {
  constructor(
    private readonly statistics: Statistics,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Numbers for a dashboard.' })
  @ApiOkResponse({ type: StatsView })
  async read(@Query() query: StatsQuery): Promise<StatsView> {
    const now = this.clock.now();
    const since = query.since === undefined ? new Date(now.getTime() - DAY_MS) : new Date(query.since);
    const ageMs = now.getTime() - since.getTime();
    if (ageMs < 0 || ageMs > MAX_DAYS * DAY_MS) {
      throw unprocessable('/since', `Name an instant within the last ${MAX_DAYS} days.`);
    }
    return this.statistics.count(since, now);
  }
}
