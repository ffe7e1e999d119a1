import 'reflect-metadata';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';
import { MESSAGE_STATUSES, canBecome } from '../../src/delivery/message-status.js';
import { consequenceOf, MAX_ATTEMPTS } from '../../src/delivery/retry-policy.js';
import { DOMAIN_EVENT_NAMES } from '../../src/events/domain-events.js';
import { PROVIDER_NAMES } from '../../src/messaging/provider.js';
import { EnvironmentVariables, SECRET_VARIABLES } from '../../src/platform/config/environment.js';
import {
  categoryOptInText,
  categoryOptOutText,
  helpText,
  optInText,
  optOutText,
} from '../../src/rules/compliance/compliance-texts.js';
import { VERDICTS } from '../../src/rules/decision.js';

const ROOT = process.cwd();
const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', 'generated', '.git', '.heed']);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, found]) => found ?? []);
}

/** The first column of every table of a page, where it is one word set in code. */
function tableNames(page: string): string[] {
  return matches(page, /^\|\s*`([^`]+)`\s*\|/gm);
}

function sorted(names: Iterable<string>): string[] {
  return [...new Set(names)].sort();
}

function environmentVariables(): string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(EnvironmentVariables, '', false, false);
  return sorted(rules.map(({ propertyName }) => propertyName));
}

describe('the environment', () => {
  const variables = environmentVariables();
  const configuration = read('docs/configuration.md');

  it('is known to this test', () => {
    expect(variables).toEqual(expect.arrayContaining(['PORT', 'DATABASE_URL', 'CONNECTLY_BASE_URL']));
  });

  it('is listed whole in .env.example, with nothing else but what the Compose file needs for itself', () => {
    const named = matches(read('.env.example'), /^(?:# )?([A-Z][A-Z0-9_]+)=/gm);
    const interpolated = matches(read('docker-compose.yml'), /\$\{([A-Z0-9_]+)[:}?-]/g);
    expect(named).toHaveLength(new Set(named).size);
    expect(sorted(named)).toEqual(sorted([...variables, ...interpolated]));
  });

  it('is explained whole in docs/configuration.md, and nothing is explained that does not exist', () => {
    const server = configuration.slice(0, configuration.indexOf('## The `heed` command'));
    expect(sorted(tableNames(server))).toEqual(variables);
  });

  it('has its secrets marked there, and only them', () => {
    const rows = configuration
      .split('\n')
      .filter((line) => line.startsWith('|') && line.includes('**secret**'));
    expect(sorted(tableNames(rows.join('\n')))).toEqual(sorted(SECRET_VARIABLES));
  });
});

describe('docs/dependencies.md', () => {
  it('gives a reason for every package, and for no other', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    const page = read('docs/dependencies.md');
    const [atRunTime = '', forDevelopment = ''] = page.split('## For development');
    expect(sorted(tableNames(atRunTime))).toEqual(sorted(Object.keys(dependencies)));
    expect(sorted(tableNames(forDevelopment))).toEqual(sorted(Object.keys(devDependencies)));
  });
});

describe('docs/events.md', () => {
  it('lists exactly the events of the catalogue', () => {
    const listed = tableNames(read('docs/events.md')).filter((name) => name.includes('.'));
    expect(sorted(listed)).toEqual(sorted(DOMAIN_EVENT_NAMES));
  });
});

describe('docs/message-states.md', () => {
  const page = read('docs/message-states.md');
  const section = page.slice(page.indexOf('## Outbound message'), page.indexOf('## Inbox entry'));

  it('draws exactly the transitions that the code allows', () => {
    const [diagram = ''] = matches(section, /```mermaid\n([^`]+)```/g);
    const drawn = matches(diagram, /^\s*([a-z]+ --> [a-z]+)$/gm);
    const allowed = MESSAGE_STATUSES.flatMap((from) =>
      MESSAGE_STATUSES.filter((to) => canBecome(from, to)).map((to) => `${from} --> ${to}`),
    );
    expect(sorted(drawn)).toEqual(sorted(allowed));
  });

  it('gives the consequence of every kind of failure', () => {
    const failures = [
      'not_sent',
      'throttled',
      'misconfigured',
      'rejected',
      'window_closed',
      'opted_out',
      'uncertain',
    ] as const;
    const table = section.slice(section.indexOf('### What a failed call means'));
    expect(sorted(tableNames(table))).toEqual(sorted(failures));
    for (const kind of failures) {
      const row = table.split('\n').find((line) => line.startsWith(`| \`${kind}\``)) ?? '';
      const consequence = consequenceOf({ kind, detail: '' }, MAX_ATTEMPTS, 0.5);
      expect(row.includes('`failed`')).toBe(consequence.kind === 'give_up');
      expect(row.includes('`unknown`')).toBe(consequence.kind === 'leave_unknown');
    }
  });
});

describe('docs/glossary.md', () => {
  it('explains every verdict, and no other', () => {
    const glossary = read('docs/glossary.md');
    const verdicts = glossary.slice(glossary.indexOf('## Verdicts'), glossary.indexOf('## States'));
    expect(sorted(tableNames(verdicts))).toEqual(sorted(VERDICTS));
  });
});

describe('docs/compliance.md', () => {
  it('quotes the texts as they are sent', () => {
    const page = read('docs/compliance.md').replaceAll(/[[\]]/g, '');
    const brand = { name: '{brand}', helpContact: '{contact}' };
    const texts = [
      optOutText(brand),
      optInText(brand, 'sms'),
      helpText(brand, 'sms'),
      helpText({ name: '{brand}' }, 'sms'),
      categoryOptOutText(brand, '{category}'),
      categoryOptInText(brand, '{category}', 'sms'),
    ];
    for (const text of texts) expect(page).toContain(`\`${text}\``);
  });
});

describe('docs/providers', () => {
  it('has a page for every provider', () => {
    const pages = readdirSync(join(ROOT, 'docs/providers')).map((name) => name.replace(/\.md$/, ''));
    expect(sorted(pages)).toEqual(sorted(PROVIDER_NAMES));
  });
});

describe('every file', () => {
  const files = filesBelow(ROOT);

  it('that is a page links only to files and headings that exist', () => {
    const pages = files.filter((path) => path.endsWith('.md'));
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.flatMap(brokenLinks)).toEqual([]);
  });

  it('names no place of one particular machine', () => {
    const place = /(?<![\w.~-])\/(?:home|root|Users|work|workspace|mnt)\/[\w.-]/;
    const suspicious = files.filter((path) => {
      const text = readFileSync(path, 'utf8');
      return place.test(text) || text.includes(`${ROOT}/`);
    });
    expect(suspicious.map((path) => relative(ROOT, path))).toEqual([]);
  });
});

/** The relative links of a page that lead nowhere, as `page: link`. */
function brokenLinks(page: string): string[] {
  const text = readFileSync(page, 'utf8').replaceAll(/```[\s\S]*?```/g, '');
  return matches(text, /\]\(([^)\s]+)\)/g)
    .filter((link) => !/^[a-z]+:/.test(link) && !leadsSomewhere(page, link))
    .map((link) => `${relative(ROOT, page)}: ${link}`);
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const target = path === '' ? page : resolve(dirname(page), path);
  const stats = statSync(target, { throwIfNoEntry: false });
  if (stats === undefined) return false;
  return heading === undefined || (stats.isFile() && anchorsOf(target).includes(heading));
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(page: string): string[] {
  return matches(readFileSync(page, 'utf8'), /^#+ (.+)$/gm).map((title) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
