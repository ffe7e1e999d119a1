import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController, Problems } from '../http/api-docs.js';
import { PathId } from '../http/path-id.js';
import { notFound } from '../http/problem.js';
import { Needs } from '../http/required-role.js';
import { DecisionReplays } from './decision-replay.repository.js';
import { DecisionReplayView } from './decision-replay.views.js';

@Needs('viewer')
@AdminController('messages')
export class DecisionReplayController {
  constructor(private readonly replays: DecisionReplays) {}

  @Get(':id/decision/replay')
  @ApiOperation({
    summary: 'Makes the decision about a message again, by the rules of its time, and compares.',
    description:
      'Of a reply: the decision that caused it. Nothing is stored or sent. 409 when its rules or facts are no longer known.',
  })
  @ApiOkResponse({ type: DecisionReplayView })
  @Problems(404, 409)
  async replay(@PathId('message') id: string): Promise<DecisionReplayView> {
    const replay = await this.replays.replay(id);
    if (replay === undefined) throw notFound('decision about this message');
    return replay;
  }
}
