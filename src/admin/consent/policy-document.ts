import type { ConsentSettings, RetentionSettings } from '../../consent/settings/consent-settings.js';
import { CONFIRMATION_EXPIRY_MS, HELP_EXPIRY_MS } from '../../rules/compliance/compliance-stage.js';
import { DETECTOR_VERSION } from '../../rules/compliance/classification.js';
import {
  categoryOptInText,
  categoryOptOutText,
  clarificationText,
  helpText,
  optInText,
  optOutText,
} from '../../rules/compliance/compliance-texts.js';
import { LANGUAGE_PACKS } from '../../rules/compliance/keywords/index.js';
import type { LanguagePack } from '../../rules/compliance/language-pack.js';
import { foldedPhrase, KEYWORDS, type KeywordClass } from '../../rules/compliance/vocabulary.js';
import type { Facts } from '../../rules/facts.js';

/** What of the configuration the policy depends on. */
export type PolicySubject = {
  readonly brand: Facts['brand'];
  readonly connections: readonly PolicyConnection[];
  /** How long a hold may last before it counts as an opt-out. */
  readonly holdTimeoutMs: number;
  /** The keywords and message categories that were added, and how long words are kept. */
  readonly settings: ConsentSettings;
  /** Whether e-mails carry a link for one-click unsubscribing. */
  readonly hasUnsubscribeLinks: boolean;
};

export type PolicyConnection = {
  /** The provider's display name. */
  readonly provider: string;
  readonly name: string;
  readonly channels: readonly string[];
  /** The provider answers an opt-out by itself. */
  readonly providerConfirmsOptOut: boolean;
  /** Help is given to those who have opted out, too. */
  readonly answersHelpAlways: boolean;
};

/** A keyword as the policy lists it. */
export type PolicyKeyword = {
  readonly class: KeywordClass;
  readonly language: string;
  readonly word: string;
};

const CLASSES = ['opt_out', 'opt_in', 'help'] as const satisfies readonly KeywordClass[];

const CLASS_NAMES = {
  opt_out: 'Opt-out',
  opt_in: 'Opt-in',
  help: 'Help',
} as const satisfies Record<KeywordClass, string>;

const HOUR_MS = 3_600_000;
const LANGUAGE_NAMES = new Intl.DisplayNames('en', { type: 'language' });

/**
 * The written opt-out policy, in Markdown: what carriers and auditors ask for, made from the configuration and from the detector's own words, so
 * that it cannot say anything else than what is done. The same configuration and version give the same document, byte by byte.
 */
export function policyDocument(subject: PolicySubject): string {
  return `${[
    introduction(subject),
    ...meanings(),
    ...replies(subject),
    ...emails(subject),
    ...scopeAndOrder(subject.settings),
    ...holds(subject),
    ...retention(subject.settings.retention),
    ...connections(subject.connections),
    ...ownKeywords(subject.settings),
    ...keywords(),
  ].join('\n\n')}\n`;
}

/**
 * Every keyword by the language that lists it. A word that means one thing in one language and another in a second has the class that
 * sends less, and stands only there.
 */
export function policyKeywords(): readonly PolicyKeyword[] {
  return LANGUAGE_PACKS.flatMap((pack) =>
    CLASSES.flatMap((keywordClass) => {
      const effective = wordsOf(pack, keywordClass).filter(
        (word) => KEYWORDS.get(foldedPhrase(word))?.class === keywordClass,
      );
      return [...new Set(effective)].map((word) => ({ class: keywordClass, language: pack.language, word }));
    }),
  );
}

function wordsOf(pack: LanguagePack, keywordClass: KeywordClass): readonly string[] {
  switch (keywordClass) {
    case 'opt_out':
      return pack.optOut;
    case 'opt_in':
      return pack.optIn ?? [];
    case 'help':
      return pack.help ?? [];
    default: {
      const never: never = keywordClass;
      return never;
    }
  }
}

function introduction({ brand }: PolicySubject): string {
  const help = brand.helpContact === undefined ? 'none is configured' : inline(brand.helpContact);
  return `# Opt-out policy of ${inline(brand.name)}

- Program: ${inline(brand.name)}
- Help contact: ${help}
- Detector version: ${DETECTOR_VERSION}
- Languages: ${LANGUAGE_PACKS.length}, all of them always on`;
}

function meanings(): readonly string[] {
  return [
    '## What counts',
    `Every message of a customer is read before its receipt is acknowledged, and what it means is in force from that moment. In order of precedence:

1. **Opt-out**: a keyword below as the whole message (case, accents, punctuation, courtesies and small slips of spelling do not matter), or any wording that a reasonable person takes as a wish to end contact.
2. **Hold**: a credible wish to stop whose object is unclear.
3. **Help**: a help keyword, or a question about who is writing.
4. **Opt-in**: an opt-in keyword as the whole message. Never free text.`,
    'Quotations, signatures, reactions and copies of our own instructions are not read as the customer’s words. A message that a machine wrote is no opt-out, no opt-in and no request for help.',
  ];
}

function replies({ brand, settings }: PolicySubject): readonly string[] {
  const rows = [
    ['opt-out', 'all', optOutText(brand)],
    ['opt-in that lifts an opt-out', 'SMS, MMS', optInText(brand, 'sms')],
    ['opt-in that lifts an opt-out', 'other', optInText(brand, 'whatsapp')],
    ['help', 'SMS, MMS', helpText(brand, 'sms')],
    ['help', 'other', helpText(brand, 'whatsapp')],
    ['hold', 'all', clarificationText(brand)],
    ...settings.categories.flatMap(({ name }) => [
      [`opt-out from ${name}`, 'all', categoryOptOutText(brand, name)],
      [`opt-in to ${name} that lifts an opt-out`, 'SMS, MMS', categoryOptInText(brand, name, 'sms')],
    ]),
  ];
  return [
    '## Replies',
    table(['To', 'Channels', 'Text'], rows),
    `- An opt-out gets one confirmation. A repeated one gets none, nor does an opt-out by the link in an e-mail or by an administrator.
- A confirmation that cannot leave within ${minutes(CONFIRMATION_EXPIRY_MS)} minutes of the customer’s message is not sent at all; a help text within ${minutes(HELP_EXPIRY_MS)} minutes of its receipt.
- Nobody who has opted out gets a help text, but through the connections of which it is said below. Nobody who is on hold gets one.
- Whoever is put on hold is asked once.`,
  ];
}

function emails({ hasUnsubscribeLinks }: PolicySubject): readonly string[] {
  const links = hasUnsubscribeLinks
    ? 'Every e-mail carries List-Unsubscribe and List-Unsubscribe-Post headers for unsubscribing with one click (RFC 8058). The link does not expire, asks for no login, and acts on POST only.'
    : 'E-mails carry no List-Unsubscribe header: Heed has no public https address (HEED_PUBLIC_URL).';
  return [
    '## E-mail',
    `An opt-out is read in the subject as well as in the text above the quotation. ${links}`,
  ];
}

function scopeAndOrder({ categories }: ConsentSettings): readonly string[] {
  const everything =
    'An opt-out holds for everything: for every provider, number and channel of this program, for automatic messages and for those that a person would send. It is kept by the address from which it came.';
  const byCategory =
    categories.length === 0
      ? 'There are no categories of messages: a wish to stop one kind of messages stops them all.'
      : 'One category of messages can be left by a stop keyword with its name behind it, and asked for again by an opt-in keyword with its name. The other messages go on meanwhile. An opt-out from everything covers every category; an opt-in keyword alone asks for everything, the categories that were left before it included. A wish to stop a kind of messages that is no category stops everything.';
  return [
    '## Scope',
    `${everything} ${byCategory}`,
    ...(categories.length === 0
      ? []
      : [
          table(
            ['Category', 'Key', 'Words'],
            categories.map(({ key, name, keywords: words }) => [name, key, words.join(', ')]),
          ),
        ]),
    '## The order of words',
    `- Words count in the order in which they were said. An opt-in that arrives late never lifts a newer opt-out.
- Words of the same second tie, and a tie goes to the opt-out.
- Consent is checked again at the moment of every sending, under the lock that an opt-out takes. Whatever was queued is cancelled.`,
  ];
}

function holds({ holdTimeoutMs }: PolicySubject): readonly string[] {
  return [
    '## Holds',
    `While somebody is on hold, no automatic message is sent to them. A hold ends with their answer to the question (yes opts out, no releases), with their next word about consent, or by an administrator, with a reason on record. When none of that has happened within ${holdTimeoutMs / HOUR_MS} hours, it counts as an opt-out.`,
  ];
}

function retention({ webhookBodyDays, messageTextDays, decisionDays }: RetentionSettings): readonly string[] {
  const kept = (what: string, days: number | undefined): string =>
    `- ${what}: ${days === undefined ? 'for ever' : `${days} ${days === 1 ? 'day' : 'days'}`}`;
  return [
    '## Retention',
    'Every word about consent is kept for ever, with its text, its time by both clocks, and the rule and the version of the detector that read it. Corrections are new entries. Messages name the entry that they rest on. Besides:',
    [
      kept('bodies of webhooks', webhookBodyDays),
      kept('texts of messages', messageTextDays),
      kept('decisions with their reasons', decisionDays),
    ].join('\n'),
  ];
}

function connections(all: readonly PolicyConnection[]): readonly string[] {
  const rows = all
    .map(({ provider, name, channels, providerConfirmsOptOut, answersHelpAlways }) => [
      inline(provider),
      inline(name),
      channels.join(', '),
      providerConfirmsOptOut ? 'the provider' : 'this program',
      answersHelpAlways ? 'yes' : 'no',
    ])
    .toSorted((one, other) => (one.join('\n') < other.join('\n') ? -1 : 1));
  return [
    '## Connections',
    rows.length === 0
      ? 'There is none.'
      : table(
          ['Provider', 'Connection', 'Channels', 'An opt-out is confirmed by', 'Help after an opt-out'],
          rows,
        ),
  ];
}

/** What this program adds to the built-in keywords; nothing of it can take one of those away. */
function ownKeywords({ keywords: own }: ConsentSettings): readonly string[] {
  const lines = [
    ['Opt-out', own.optOut],
    ['Opt-in', own.optIn],
    ['Help', own.help],
  ] as const;
  const added = lines.filter(([, words]) => words.length > 0);
  if (added.length === 0) return [];
  return [
    '## Keywords of this program',
    'They count besides those below.',
    added
      .map(([name, words]) => `- ${name}: ${words.map((word) => `\`${inline(word)}\``).join(', ')}`)
      .join('\n'),
  ];
}

function keywords(): readonly string[] {
  const all = policyKeywords();
  return [
    '## Keywords',
    'A word that two languages use differently stands where it is heeded: opt-out before help before opt-in.',
    ...LANGUAGE_PACKS.flatMap((pack) => [
      `### ${LANGUAGE_NAMES.of(pack.language) ?? pack.language} (${pack.language})`,
      [
        ...CLASSES.flatMap((keywordClass) => keywordLine(all, pack, keywordClass)),
        `- Sources: ${pack.source}`,
      ].join('\n'),
    ]),
  ];
}

function keywordLine(
  all: readonly PolicyKeyword[],
  { language }: LanguagePack,
  keywordClass: KeywordClass,
): readonly string[] {
  const words = all.filter((keyword) => keyword.language === language && keyword.class === keywordClass);
  if (words.length === 0) return [];
  return [`- ${CLASS_NAMES[keywordClass]}: ${words.map(({ word }) => `\`${word}\``).join(', ')}`];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(inline).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** On one line, and without what would end a cell or begin markup. */
function inline(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[|<>`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function minutes(ms: number): number {
  return ms / 60_000;
}
