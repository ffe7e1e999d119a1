import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { commandLine } from '../../../test/support/command-line.js';

const { heed, dataDir, terminal, cli } = commandLine();

describe('rules', () => {
  const rule = (key: string, text = 'Hello.') => ({
    key,
    name: key,
    trigger: { event: 'message.received' },
    when: { all: [] },
    then: [{ reply: { text } }],
    tests: [{ text: 'genoeg zo', expect: 'none' }],
  });

  async function file(name: string, json: unknown): Promise<void> {
    await writeFile(join(dataDir, name), JSON.stringify(json));
  }

  it('apply tells in which file the server found what is wrong', async () => {
    await file('1.yaml', { rules: [rule('one')] });
    await file('2.yaml', { rules: [rule('two')] });
    heed.on('POST /api/v1/rules/plan', { json: { version: '1-a', problems: [], drift: [] } });
    heed.on('POST /api/v1/rules/apply', {
      status: 409,
      json: {
        detail: 'Some rules have to be tried.',
        errors: [{ pointer: '/bundle/rules/1', detail: 'Try it.' }],
      },
    });
    expect(await cli('rules', 'apply', dataDir, '--yes')).toBe(1);
    expect(terminal.err.join('\n')).toMatch(
      /^Some rules have to be tried\.\n.*2\.yaml:1:\d+: fail Try it\.$/m,
    );
  });

  it('plan sends nothing that is larger than Heed takes', async () => {
    await file('1.yaml', { version: 'x'.repeat(17 * 1024 * 1024), rules: [rule('one')] });
    expect(await cli('rules', 'plan', dataDir)).toBe(1);
    expect(terminal.err.join('\n')).toContain('larger than 16 MiB');
    expect(heed.asked).toEqual([]);
  });

  it('test knows the tenant’s own words of consent from a file', async () => {
    await file('1.yaml', { rules: [rule('one')] });
    const keywords = { optOut: ['genoeg zo'], optIn: [], help: [] };
    await file('settings.json', { version: 3, keywords, categories: [], retention: {} });
    await file('wrong.json', { keywords: { optOut: [7] } });
    expect(await cli('rules', 'test', dataDir)).toBe(1);
    expect(await cli('rules', 'test', dataDir, '--settings', join(dataDir, 'settings.json'))).toBe(0);
    expect(await cli('rules', 'test', dataDir, '--settings', join(dataDir, 'wrong.json'))).toBe(2);
    expect(await cli('rules', 'test', dataDir, '--settings', join(dataDir, 'none.json'))).toBe(2);
  });
});
