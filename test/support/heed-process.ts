import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ProviderName } from '../../src/messaging/provider.js';
import type { LocalState } from '../../src/platform/config/local-state.js';
import { asObject } from '../../src/messaging/untrusted.js';
import { providerNamed } from '../../src/providers/registry.js';
import type { Sandbox } from '../../src/sandbox/sandbox.js';
import { eventually } from './eventually.js';

/** Another build than `dist` can be tested by naming its main file. */
const MAIN = process.env['HEED_TEST_MAIN'] ?? fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export type ProcessEnd = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

/** The built application as a process of its own. */
export type HeedProcess = {
  /** Resolves with its address when it is up; throws with what it printed when it ends before. */
  isUp(): Promise<string>;
  /** Everything it has printed, to either stream. */
  printed(): string;
  signal(name: NodeJS.Signals): void;
  /** Resolves when it has ended. */
  readonly ended: Promise<ProcessEnd>;
};

const running = new Set<ChildProcess>();

/** Kills what a test that failed has left running; for `afterEach`. */
export function killProcesses(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Starts `dist/main.js` with exactly these variables, on a free port. */
export function startProcess(env: Readonly<Record<string, string>>): HeedProcess {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], PORT: '0', HEED_DEMO: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (printed += String(bytes)));
  let hasEnded = false;
  running.add(child);
  const ended = once(child, 'close').then(() => {
    running.delete(child);
    hasEnded = true;
    return { code: child.exitCode, signal: child.signalCode };
  });
  return {
    isUp: async () => {
      const url = await eventually(() => {
        const found = /"url":"(http:[^"]+)"[^\n]*"Heed is up\."/.exec(printed)?.[1];
        if (found === undefined && !hasEnded) throw new Error(`It is not up yet:\n${printed}`);
        return found;
      }, 25_000);
      if (url === undefined) throw new Error(`It has ended:\n${printed}`);
      return url;
    },
    printed: () => printed,
    signal: (name) => child.kill(name),
    ended,
  };
}

/** The variables of an installation whose three providers are played by the sandbox. */
export function sandboxVariables(sandbox: Sandbox, state: LocalState): Record<string, string> {
  const of = (provider: ProviderName): Record<string, string> => ({
    [`${provider.toUpperCase()}_API_KEY`]: state.demoAccounts[provider].apiKey,
    [`${provider.toUpperCase()}_WEBHOOK_SECRET`]: state.demoAccounts[provider].webhookSecret,
    [`${provider.toUpperCase()}_BASE_URL`]: `${sandbox.url}/${provider}`,
  });
  return {
    HEED_SECRET: 'a secret for tests, of 32 characters',
    INTEGIFY_SENDER_ID: '+2203001234',
    CONNECTLY_BUSINESS_ID: 'demo-business',
    ...of('contiguity'),
    ...of('integify'),
    ...of('connectly'),
  };
}

/** What became of a webhook: Heed's answer, or no answer because nobody listened (`refused`) or the connection broke (`cut`). */
export type Delivery =
  | { readonly kind: 'answered'; readonly status: number; readonly eventId: string | null }
  | { readonly kind: 'refused' }
  | { readonly kind: 'cut'; readonly code: string };

/** Delivers a signed webhook over a connection of its own. */
export async function deliver(
  url: string,
  state: LocalState,
  provider: ProviderName,
  body: string,
): Promise<Delivery> {
  const secret = state.demoAccounts[provider].webhookSecret;
  const signature = providerNamed(provider)?.sign(Buffer.from(body), secret, new Date());
  try {
    const answer = await fetch(`${url}/webhooks/${provider}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', connection: 'close', ...signature },
    });
    await answer.text();
    return { kind: 'answered', status: answer.status, eventId: answer.headers.get('x-heed-event-id') };
  } catch (error) {
    // Not `instanceof`: the error comes from outside the realm that Jest runs its tests in.
    const code = asObject(asObject(error)?.['cause'])?.['code'];
    return code === 'ECONNREFUSED' ? { kind: 'refused' } : { kind: 'cut', code: String(code) };
  }
}
