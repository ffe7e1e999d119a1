import { addRulesFiles } from './rules-files.js';
import { addRulesHistory } from './rules-history.js';
import { addRulesServer } from './rules-server.js';
import type { Registration } from './registration.js';

export const registerRules: Registration = (program, perform) => {
  const rules = program.command('rules').description('keep rules, schedules, templates and flows in files');
  addRulesFiles(rules, perform);
  addRulesServer(rules, perform);
  addRulesHistory(rules, perform);
};
