import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** A server that is measured: a process of its own. */
export type Server = {
  readonly name: string;
  readonly url: string;
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
};

/** Starts one of our programs with exactly these variables, and resolves when `probe` is answered. `NODE_OPTIONS` is passed on, for profiles. */
export async function launch(
  name: string,
  url: string,
  probe: string,
  [entry = '']: string[],
  env: Record<string, string>,
): Promise<Server> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.resolve(entry))], {
    env: { PATH: process.env['PATH'], NODE_OPTIONS: process.env['NODE_OPTIONS'], ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (let tries = 0; tries < 900; tries += 1) {
    const answer = await fetch(probe).catch(() => undefined);
    if (answer !== undefined) return { name, url, child, ended };
    await setTimeout(100);
  }
  child.kill('SIGKILL');
  throw new Error(`${name} did not start.`);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
