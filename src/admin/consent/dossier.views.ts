import { ApiProperty } from '@nestjs/swagger';
import { Field, NullableField, PageOf } from '../http/api-docs.js';
import { ChainedEntryView, ConsentView } from './consent.views.js';

/** A ledger entry with what proves it. The procedure is in docs/consent-ledger.md. */
export class DossierEntryView extends ChainedEntryView {
  @NullableField('text', 'The salt of the payload’s hash, in hex; null when it was erased.')
  readonly payloadSalt: string | null;

  @Field('text', 'SHA-256 of salt and payload, in hex.')
  readonly payloadHash: string;
}

/** A message that was meant for the contact, and the consent it rested on. */
export class DossierMessageView {
  @Field('uuid', 'Its id.')
  readonly id: string;

  @Field('text', 'reply, confirmation, help, manual or resend.')
  readonly kind: string;

  @Field('text', 'What became of it; `suppressed` and `cancelled` were held back.')
  readonly status: string;

  @Field('text', 'The provider.')
  readonly provider: string;

  @Field('text', 'The channel.')
  readonly channel: string;

  @Field('text', 'Where it was to go.')
  readonly theirAddress: string;

  @Field('text', 'Its text, as it was rendered.')
  readonly text: string;

  @NullableField('text', 'Why it was held back or refused.')
  readonly reason: string | null;

  @NullableField('uuid', 'The revision of the rule that caused it.')
  readonly ruleRevisionId: string | null;

  @NullableField(
    'uuid',
    'The ledger entry that the consent rested on at its permit; null when nothing had been said.',
  )
  readonly consentEventId: string | null;

  @NullableField('text', 'The provider’s id of it.')
  readonly providerMessageId: string | null;

  @NullableField('instant', 'When consent was checked and it was let go.')
  readonly permittedAt: Date | null;

  @Field('instant', 'When it was queued.')
  readonly createdAt: Date;
}

class DossierMessagePage extends PageOf(DossierMessageView) {}

/** Everything about one contact’s consent. */
export class DossierView {
  @ApiProperty({ type: ConsentView })
  readonly consent: ConsentView;

  @ApiProperty({ type: [DossierEntryView], description: 'The newest first, at most 1,000.' })
  readonly entries: readonly DossierEntryView[];

  @Field('flag', 'Whether there are older entries; /ledger lists all.')
  readonly hasMoreEntries: boolean;

  @ApiProperty({ type: DossierMessagePage, description: 'Messages to them, the newest first.' })
  readonly messages: DossierMessagePage;
}
