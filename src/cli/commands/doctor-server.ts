import { parseHttpDate } from '../../messaging/retry-after.js';
import { asFilledText, asObject } from '../../messaging/untrusted.js';
import { readJson } from '../api-client.js';
import type { CliContext } from '../cli-context.js';
import { CommandFailure } from '../command-failure.js';
import { onOneLine } from '../terminal-text.js';
import type { Finding } from './finding.js';

/** Contiguity’s signatures are refused beyond five minutes; half of that is the time to act. */
const CLOCK_FAIL_MS = 150_000;
const CLOCK_WARN_MS = 5_000;

/** Whether the server answers, and whether its clock agrees with this machine’s. */
export async function checkServer(context: CliContext): Promise<readonly Finding[]> {
  const { api, io } = context;
  try {
    const response = await api.open('/health/live');
    await response.body?.cancel();
    const subject = 'server';
    if (!response.ok) {
      const todo = 'Check that this address is Heed’s and not another program’s.';
      return [{ level: 'fail', subject, detail: `${api.url} answered ${response.status}`, todo }];
    }
    const serverTime = parseHttpDate(response.headers.get('date') ?? undefined);
    return [{ level: 'ok', subject, detail: api.url }, ...checkClock(io.clock.now(), serverTime)];
  } catch (error) {
    return [failed('server', error)];
  }
}

function checkClock(now: Date, serverTime: Date | undefined): readonly Finding[] {
  if (serverTime === undefined) return [];
  const differenceMs = Math.abs(now.getTime() - serverTime.getTime());
  const detail = `${Math.round(differenceMs / 1000)} s apart`;
  if (differenceMs < CLOCK_WARN_MS) return [{ level: 'ok', subject: 'clocks', detail }];
  const level = differenceMs < CLOCK_FAIL_MS ? 'warn' : 'fail';
  return [
    { level, subject: 'clocks', detail, todo: 'Synchronise both clocks by NTP: signatures carry the time.' },
  ];
}

/** Each of the server's own checks: `{"checks": {"database": {"ok": true, "detail": "…"}}}`. Without its database nothing else can be right. */
export async function checkReadiness({ api }: CliContext): Promise<readonly Finding[]> {
  try {
    const response = await api.open('/health/ready');
    const body = await readJson(response);
    const checks = Object.entries(asObject(body?.checks) ?? {}).map(readinessFinding);
    const database = checks.find(({ subject, level }) => subject === 'database' && level === 'fail');
    if (database !== undefined) return [database];
    if (response.ok || checks.some(({ level }) => level === 'fail')) return checks;
    const detail = `answered ${response.status}: ${onOneLine(asFilledText(body?.status) ?? 'no reason given')}`;
    return [...checks, { level: 'fail', subject: 'readiness', detail, todo: 'The server’s log says more.' }];
  } catch (error) {
    return [failed('readiness', error)];
  }
}

function readinessFinding([name, value]: [string, unknown]): Finding {
  const check = asObject(value);
  const isOk = check?.ok === true;
  const detail = asFilledText(check?.detail) ?? (isOk ? 'in order' : 'not in order');
  const todo = TODO_BY_CHECK.get(name) ?? 'The server’s log says more.';
  return {
    level: isOk ? 'ok' : 'fail',
    subject: onOneLine(name),
    detail: onOneLine(detail),
    ...(!isOk && { todo }),
  };
}

const TODO_BY_CHECK: ReadonlyMap<string, string> = new Map([
  ['database', 'Check that PostgreSQL runs and that DATABASE_URL names it.'],
  ['migrations', 'Start this version of Heed once with the role all or worker: it migrates.'],
  ['queue', 'Check that Redis runs and that REDIS_URL names it. Nothing is lost meanwhile.'],
  ['oldestUnprocessed', 'Events wait too long: start another worker, or look for a failing one in the log.'],
]);

/** Whether the token is accepted, and what the statistics that it opens say about the consent ledger. */
export async function checkToken({ api }: CliContext): Promise<readonly Finding[]> {
  try {
    const { ledgerFindings } = await api.get('stats');
    return [{ level: 'ok', subject: 'API token', detail: 'accepted' }, ...ledgerFinding(ledgerFindings)];
  } catch (error) {
    return [failed('API token', error)];
  }
}

/** What the last verification that Heed made by itself found; nothing before the first one. */
function ledgerFinding(count: unknown): readonly Finding[] {
  const subject = 'consent ledger';
  if (typeof count !== 'number') return [];
  if (count === 0) return [{ level: 'ok', subject, detail: 'intact' }];
  const todo = 'Somebody or something changed it. `heed consent verify` says what and where.';
  return [{ level: 'fail', subject, detail: `verification failed, findings: ${count}`, todo }];
}

/** What did not work, in the words of the failure. */
export function failed(subject: string, error: unknown): Finding {
  if (!(error instanceof CommandFailure)) throw error;
  const { message, hint } = error;
  return { level: 'fail', subject, detail: message, ...(hint !== undefined && { todo: hint }) };
}
