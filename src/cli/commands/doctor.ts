import type { CliContext } from '../cli-context.js';
import type { ExitCode } from '../cli-io.js';
import { inColumns } from '../terminal-text.js';
import { checkConnections, checkSignatures } from './doctor-connections.js';
import { checkNode, checkSecrets } from './doctor-local.js';
import { checkReadiness, checkServer, checkToken } from './doctor-server.js';
import type { Finding, Level } from './finding.js';
import type { Registration } from './registration.js';

export const registerDoctor: Registration = (program, perform) => {
  program
    .command('doctor')
    .description('check everything that Heed needs, and say what to do')
    .action(() => perform(doctor));
};

/** What depends on something that is not well is not asked about: a server that does not answer is one finding, not five. */
async function doctor(context: CliContext): Promise<ExitCode> {
  const findings: Finding[] = [checkNode(context.io.nodeVersion), ...checkSecrets(context)];
  for (const check of [checkServer, checkReadiness, checkToken]) {
    const found = await check(context);
    findings.push(...found);
    if (found.some(({ level, subject }) => level === 'fail' && DECISIVE.includes(subject)))
      return report(findings, context);
  }
  findings.push(...(await checkConnections(context)), ...(await checkSignatures(context)));
  return report(findings, context);
}

/** Whatever comes after them cannot be looked at without them. */
const DECISIVE: readonly string[] = ['server', 'database', 'API token'];

function report(findings: readonly Finding[], context: CliContext): ExitCode {
  context.print({ findings }, () => findingLines(findings, context));
  return findings.some(({ level }) => level === 'fail') ? 1 : 0;
}

function findingLines(findings: readonly Finding[], { paint }: CliContext): readonly string[] {
  const lines = inColumns(findings.map(({ level, subject, detail }) => [level.padEnd(4), subject, detail]));
  return findings.flatMap(({ level, todo }, index) => {
    const line = lines[index] ?? '';
    const painted = paint(STYLES[level], line.slice(0, 4)) + line.slice(4);
    return todo === undefined ? [painted] : [painted, `      ${todo}`];
  });
}

const STYLES = { ok: 'green', warn: 'yellow', fail: 'red' } as const satisfies Record<Level, string>;
