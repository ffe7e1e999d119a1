import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Field, NullableField, PageOf } from '../http/api-docs.js';
import { IsText } from '../http/is-text.js';
import { MayBeAbsent } from '../http/may-be-absent.js';

const CONSENT_ACTS = ['opt_out', 'opt_in'] as const;

/** One entry of the consent ledger: what was said or done, and what it changed. */
export class LedgerEntryView {
  @Field('uuid', 'Its id.')
  readonly id: string;

  @ApiProperty({ enum: ['revoke', 'grant', 'hold', 'release', 'erase'] })
  readonly action: string;

  @Field('text', '`all`, or a category of messages.')
  readonly scope: string;

  @ApiProperty({
    enum: ['message', 'email_one_click', 'administrator', 'provider', 'import', 'hold_timeout', 'link'],
  })
  readonly source: string;

  @Field('flag', 'Whether it changed the state. A repeated STOP is on record and changes nothing.')
  readonly changed: boolean;

  @NullableField('text', 'The address, as it was written; null when it was erased.')
  readonly address: string | null;

  @NullableField('text', 'The channel it came by.')
  readonly channel: string | null;

  @NullableField('text', 'What was said, verbatim.')
  readonly text: string | null;

  @NullableField('text', 'The words that decided.')
  readonly matchedSpan: string | null;

  @NullableField('text', 'The rule of the detector that decided.')
  readonly detectorRule: string | null;

  @NullableField('text', 'The version of the detector.')
  readonly detectorVersion: string | null;

  @NullableField('uuid', 'The event that brought it.')
  readonly eventId: string | null;

  @Field('text', 'Whose word or act it was.')
  readonly actor: string;

  @NullableField('text', 'The reason that an administrator gave.')
  readonly reason: string | null;

  @Field('instant', 'When it was said.')
  readonly occurredAt: Date;

  @Field('instant', 'When it reached us.')
  readonly receivedAt: Date;
}

/** A ledger entry with its place in the chain. The dossier of an address has what is needed to compute the hashes again. */
export class ChainedEntryView extends LedgerEntryView {
  @Field('integer', 'Its position in the chain.')
  readonly position: number;

  @Field('flag', 'Whether its payload (address, texts, reason) was erased.')
  readonly isErased: boolean;

  @Field('text', 'The hash of the entry before it, in hex.')
  readonly prevHash: string;

  @Field('text', 'SHA-256 of the previous hash and the envelope, in hex.')
  readonly rowHash: string;
}

export class LedgerPage extends PageOf(ChainedEntryView) {}

/** Whether messages of one category may be sent. An opt-out from everything stands above it. */
export class CategoryConsentView {
  @Field('text', 'The key of the category.')
  readonly key: string;

  @Field('text', 'Its name; the key when the category was taken away.')
  readonly name: string;

  @ApiProperty({ enum: ['subscribed', 'opted_out'] })
  readonly state: string;

  @NullableField('instant', 'Since when; null while nothing was said about it.')
  readonly since: Date | null;
}

/** Whether anything may be sent to an address. */
export class ConsentView {
  @Field('text', 'The address that was asked about, as it is kept.')
  readonly address: string;

  @ApiProperty({
    enum: ['subscribed', 'opted_out', 'held'],
    description: '`held`: they may have asked to stop; automatic messages stay back until that is settled.',
  })
  readonly state: string;

  @ApiProperty({
    type: [CategoryConsentView],
    description: 'By category of messages. Nothing is sent of any of them while the state is opted_out.',
  })
  readonly categories: readonly CategoryConsentView[];

  @Field('flag', 'False when nobody of this address is on record; then nothing stands against writing.')
  readonly isKnown: boolean;

  @NullableField('uuid', 'Whose address it is.')
  readonly contactId: string | null;

  @NullableField('instant', 'Since when the state holds; null while nothing was ever said.')
  readonly since: Date | null;

  @ApiProperty({ type: LedgerEntryView, nullable: true, description: 'The entry that made it so.' })
  readonly lastEntry: LedgerEntryView | null;
}

export class ConsentAct {
  @ApiProperty({ enum: CONSENT_ACTS })
  @IsIn(CONSENT_ACTS)
  readonly action: (typeof CONSENT_ACTS)[number];

  @ApiProperty({
    type: String,
    required: false,
    example: 'marketing',
    description: 'The key of a category of messages. Absent: everything.',
  })
  @MayBeAbsent()
  @IsText(1, 40)
  readonly category?: string;

  @ApiProperty({
    maxLength: 500,
    example: 'Asked for it on the phone.',
    description: 'Kept in the ledger for good.',
  })
  @IsText(3, 500)
  readonly reason: string;
}
