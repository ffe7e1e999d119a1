import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { asObject } from '../messaging/untrusted.js';
import { ruleFileSchema } from './file-schema.js';

const SCHEMA = ruleFileSchema();

describe('ruleFileSchema', () => {
  it('has every definition that it refers to', () => {
    const references = JSON.stringify(SCHEMA).match(/"\$ref":"[^"]+"/g) ?? [];
    const names = new Set(references.map((each) => each.replace(/^.*\//, '').replace('"', '')));
    expect(names.size).toBeGreaterThan(4);
    for (const name of names) expect(Object.keys(asObject(SCHEMA['$defs']) ?? {})).toContain(name);
  });

  it('is published as docs/rules-file.schema.json; take it from GET /api/v1/rules/file-schema when it has changed', () => {
    const published: unknown = JSON.parse(
      readFileSync(new URL('../../docs/rules-file.schema.json', import.meta.url), 'utf8'),
    );
    expect(published).toEqual(SCHEMA);
  });
});
