import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Clock } from '../../platform/clock/clock.js';
import { AdminController } from '../http/api-docs.js';
import { Needs } from '../http/required-role.js';
import { Queues } from './queues.repository.js';
import { QueuesView } from './queues.views.js';

@AdminController('queues')
@Needs('administrator')
export class QueuesController {
  constructor(
    private readonly queues: Queues,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'What waits, and for how long.',
    description: 'Counted from the tables, which are the truth; jobs of the queue are wake-ups only.',
  })
  @ApiOkResponse({ type: QueuesView })
  async read(): Promise<QueuesView> {
    const [waiting, lanes] = await Promise.all([this.queues.waiting(), this.queues.longestLanes()]);
    return { countedAt: this.clock.now(), waiting, lanes };
  }
}
