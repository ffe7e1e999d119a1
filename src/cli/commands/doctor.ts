import type { CliContext } from '../cli-context.js';
import type { ExitCode } from '../cli-io.js';
import { inColumns } from '../terminal-text.js';
import { checkNode, checkSecrets } from './doctor-local.js';
import { checkConnections, checkReadiness, checkServer, checkToken } from './doctor-server.js';
import type { Finding, Level } from './finding.js';
import type { Registration } from './registration.js';

export const registerDoctor: Registration = (program, perform) => {
  program
    .command('doctor')
    .description('check everything that Heed needs, and say what to do')
    .action(() => perform(doctor));
};

/** A server that does not answer is one finding, not five. */
async function doctor(context: CliContext): Promise<ExitCode> {
  const findings: Finding[] = [checkNode(context.io.nodeVersion), ...checkSecrets(context)];
  const server = await checkServer(context);
  findings.push(...server);
  if (server.every(({ level }) => level !== 'fail')) {
    findings.push(...(await checkReadiness(context)), ...(await checkToken(context)));
    findings.push(...(await checkConnections(context)));
  }
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
