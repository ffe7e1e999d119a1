import { describe, expect, it } from '@jest/globals';
import { DEFAULT_CONSENT_SETTINGS } from '../../consent/settings/consent-settings.js';
import { classify } from '../../rules/compliance/classify.js';
import { DETECTOR_VERSION } from '../../rules/compliance/classification.js';
import {
  categoryOptOutText,
  clarificationText,
  helpText,
  optInText,
  optOutText,
} from '../../rules/compliance/compliance-texts.js';
import { LANGUAGE_PACKS } from '../../rules/compliance/keywords/index.js';
import { policyDocument, type PolicySubject } from './policy-document.js';

const BRAND = { name: 'Acme', helpContact: 'help@acme.example' };
const SUBJECT: PolicySubject = {
  brand: BRAND,
  connections: [
    {
      provider: 'Integify',
      name: 'default',
      channels: ['sms'],
      providerConfirmsOptOut: false,
      answersHelpAlways: true,
    },
    {
      provider: 'Contiguity',
      name: 'shop | two',
      channels: ['sms', 'email'],
      providerConfirmsOptOut: true,
      answersHelpAlways: false,
    },
  ],
  holdTimeoutMs: 36 * 3_600_000,
  settings: DEFAULT_CONSENT_SETTINGS,
  hasUnsubscribeLinks: true,
};
const PAGE = policyDocument(SUBJECT);

/** The keywords as the finished page lists them: a reader has nothing else. */
function listed(label: string): string[] {
  const lines = PAGE.split('\n').filter((line) => line.startsWith(`- ${label}: \``));
  return lines.flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, word]) => word ?? ''));
}

describe('the keywords of the policy', () => {
  it.each([
    ['Opt-out', 'opt_out'],
    ['Opt-in', 'opt_in'],
    ['Help', 'help'],
  ] as const)('are classified as the page says: %s', (label, expected) => {
    const words = listed(label);
    expect(words.length).toBeGreaterThan(50);
    expect(words.filter((word) => classify(word).class !== expected)).toEqual([]);
  });

  it('leave none of the detector’s opt-out words out', () => {
    const words = new Set(listed('Opt-out'));
    expect(LANGUAGE_PACKS.flatMap(({ optOut }) => optOut).filter((word) => !words.has(word))).toEqual([]);
  });

  it('come with their language and its sources', () => {
    for (const { language, source } of LANGUAGE_PACKS) {
      expect(PAGE).toContain(` (${language})\n`);
      expect(PAGE).toContain(`- Sources: ${source}`);
    }
  });
});

describe('the policy', () => {
  it('quotes the texts as they are sent', () => {
    const texts = [
      optOutText(BRAND),
      optInText(BRAND, 'sms'),
      optInText(BRAND, 'email'),
      helpText(BRAND, 'sms'),
      helpText(BRAND, 'email'),
      clarificationText(BRAND),
    ];
    for (const text of texts) expect(PAGE).toContain(`| ${text} |`);
  });

  it('names the version of the detector, the help contact and each connection with who confirms', () => {
    expect(PAGE).toContain(`Detector version: ${DETECTOR_VERSION}`);
    expect(PAGE).toContain('Help contact: help@acme.example');
    expect(PAGE).toMatch(
      /\| Contiguity \| shop &#124; two \| sms, email \| the provider \| no \|\n\| Integify/,
    );
  });

  it('says after how long a hold becomes an opt-out', () => {
    expect(PAGE).toContain('within 36 hours, it counts as an opt-out');
  });

  it('says whether e-mails carry a link', () => {
    expect(PAGE).toContain('RFC 8058');
    expect(policyDocument({ ...SUBJECT, hasUnsubscribeLinks: false })).toContain('HEED_PUBLIC_URL');
  });

  it('tells the keywords, the categories with their confirmations, and the retention that were set', () => {
    expect(PAGE).toContain('There are no categories of messages');
    expect(PAGE).toContain('- texts of messages: for ever');
    const page = policyDocument({
      ...SUBJECT,
      settings: {
        keywords: { optOut: ['genoeg zo'], optIn: [], help: ['assist'] },
        categories: [{ key: 'marketing', name: 'Marketing', keywords: ['marketing', 'promo'] }],
        retention: { messageTextDays: 365 },
      },
    });
    expect(page).toContain('- Opt-out: `genoeg zo`\n- Help: `assist`');
    expect(page).toContain('| Marketing | marketing | marketing, promo |');
    expect(page).toContain(`| ${categoryOptOutText(BRAND, 'Marketing')} |`);
    expect(page).toContain('- texts of messages: 365 days');
  });

  it('is the same every time, in whatever order the connections come', () => {
    const connections = SUBJECT.connections.toReversed();
    expect(policyDocument({ ...SUBJECT, connections })).toBe(PAGE);
  });
});
