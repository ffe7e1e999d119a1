import { Body, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Erasure } from '../../consent/erasure.repository.js';
import { AdminController, Problems } from '../http/api-docs.js';
import { Audited } from '../http/audit.interceptor.js';
import { PathId } from '../http/path-id.js';
import { conflict, notFound } from '../http/problem.js';
import { Actor } from '../http/request-identity.js';
import { Needs } from '../http/required-role.js';
import { ErasureRequest, ErasureView } from './erasure.views.js';

@AdminController('contacts')
@Needs('administrator')
export class ErasureController {
  constructor(private readonly erasure: Erasure) {}

  @Post(':id/erase')
  @HttpCode(HttpStatus.OK)
  @Audited({ keepsReason: false })
  @ApiOperation({
    summary:
      'Erases who a contact was: addresses, name, texts, webhooks and the words in the consent ledger.',
    description:
      'It cannot be undone. The consent itself stays under a keyed hash of the address: whoever opted out stays opted out, also when they write again.',
  })
  @ApiOkResponse({ type: ErasureView })
  @Problems(404, 409)
  async erase(
    @PathId('contact') id: string,
    @Body() { reason }: ErasureRequest,
    @Actor() actor: string,
  ): Promise<ErasureView> {
    const result = await this.erasure.erase(id, { reason, actor });
    switch (result.kind) {
      case 'unknown':
        throw notFound('contact');
      case 'refused':
        throw conflict(result.why);
      case 'erased': {
        const { ledgerEntries, messages, webhooks } = result;
        return { ledgerEntries, messages, webhooks };
      }
      default: {
        const never: never = result;
        return never;
      }
    }
  }
}
