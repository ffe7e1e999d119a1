import { Body, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController, Problems } from '../http/api-docs.js';
import { PathId } from '../http/path-id.js';
import { conflict } from '../http/problem.js';
import { Actor } from '../http/request-identity.js';
import { Needs } from '../http/required-role.js';
import { orRefusal } from '../revisions/expected-revision.js';
import { TestCaseRequest, TestCaseView } from './test-case.views.js';
import { TestCases } from './test-case.repository.js';

@Needs('editor')
@AdminController('messages')
export class TestCaseController {
  constructor(private readonly testCases: TestCases) {}

  @Post(':id/test-case')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Makes a customer’s message a test of a rule, without personal data.',
    description:
      'Names, addresses, phone numbers, long numbers and the queries of links become placeholders of the same shape; the test is run with them, and `holds` says whether it came out as the message did. With `add` it becomes part of the rule.',
  })
  @ApiOkResponse({ type: TestCaseView })
  @Problems(404, 409)
  async make(
    @PathId('message') id: string,
    @Body() { ruleId, add = false, reason }: TestCaseRequest,
    @Actor() actor: string,
  ): Promise<TestCaseView> {
    const testCase = await this.testCases.of(id, ruleId);
    const { rule, definition, test, masked, holds, sentence } = testCase;
    const view = {
      ruleId: rule.id,
      ruleKey: rule.key,
      ruleName: definition.name,
      test,
      masked,
      holds,
      sentence,
    };
    if (!add) return { ...view, revision: null };
    if (!holds) throw conflict(`This test would fail from the first day: ${sentence}`);
    const change = { actor, reason: reason ?? 'A test was made of a message.' };
    return { ...view, revision: await orRefusal(this.testCases.add(testCase, change)) };
  }
}
