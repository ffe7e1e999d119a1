import { installDemoRules } from '../../src/demo/demo.js';
import { LibraryRepository } from '../../src/rulebook/library.repository.js';
import { RuleRepository } from '../../src/rulebook/rule.repository.js';
import type { TestHeed } from './heed-app.js';

/** Gives a running Heed the rules of a first start. */
export async function withDemoRules({ app }: TestHeed): Promise<void> {
  const strict = { strict: false } as const;
  await installDemoRules(app.nest.get(RuleRepository, strict), app.nest.get(LibraryRepository, strict));
}
