import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { normalised } from './password-policy.js';

/** OWASP's minimum. Source: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id */
const COST = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 } as const;
const SALT_BYTES = 16;

/** One computation takes about 40 ms; whoever would wait longer than a second is told to come back. */
const MAX_WAITING = 24;

/** The thread is given as text because it has to be CommonJS on its own, whether Heed runs from its sources or is built. */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
const { argon2id, argon2Verify } = require(workerData.library);
parentPort.on('message', async ({ kind, options }) => {
  parentPort.postMessage(kind === 'hash' ? await argon2id(options) : await argon2Verify(options));
});
`;

type Task =
  | { readonly kind: 'hash'; readonly options: object }
  | { readonly kind: 'verify'; readonly options: { readonly password: string; readonly hash: string } };

/** More passwords wait to be hashed than are worth waiting for. */
export class TooManyPasswordsError extends Error {}

/**
 * Argon2id in a thread of its own, one computation at a time: a flood of sign-ins takes one core and 19 MiB at most, and webhooks are
 * taken in meanwhile.
 */
@Injectable()
export class PasswordHasher implements OnApplicationShutdown {
  private thread: Worker | undefined;
  private lastTurn: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** Belongs to no password; checked in place of the hash that an unknown account has not, so that both take the same time. */
  private readonly decoy = encoded(randomBytes(SALT_BYTES), randomBytes(COST.hashLength));

  async hash(password: string): Promise<string> {
    const options = {
      ...COST,
      password: normalised(password),
      salt: randomBytes(SALT_BYTES),
      outputType: 'encoded',
    };
    return String(await this.inTurn({ kind: 'hash', options }));
  }

  /** Takes the same time whether there is a hash or not. */
  async matches(password: string, hash: string | null | undefined): Promise<boolean> {
    // The library takes none, and nobody has it.
    if (password === '') return false;
    const options = { password: normalised(password), hash: hash ?? this.decoy };
    const isRight = (await this.inTurn({ kind: 'verify', options })) === true;
    return isRight && hash !== null && hash !== undefined;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread?.terminate();
  }

  private async inTurn(task: Task): Promise<unknown> {
    if (this.waiting >= MAX_WAITING) throw new TooManyPasswordsError();
    this.waiting += 1;
    const turn = this.lastTurn.then(() => this.compute(task));
    this.lastTurn = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.waiting -= 1;
    }
  }

  private async compute(task: Task): Promise<unknown> {
    const thread = (this.thread ??= this.start());
    const answered = once(thread, 'message');
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of Node has no origin
    thread.postMessage(task);
    const [answer]: unknown[] = await answered;
    return answer;
  }

  private start(): Worker {
    const library = createRequire(import.meta.url).resolve('hash-wasm');
    const thread = new Worker(THREAD, { eval: true, workerData: { library } });
    thread.on('error', () => {
      this.thread = undefined;
    });
    thread.unref();
    return thread;
  }
}

/** Source of the form: https://github.com/P-H-C/phc-string-format/blob/master/phc-sf-spec.md */
function encoded(salt: Buffer, hash: Buffer): string {
  const { memorySize, iterations, parallelism } = COST;
  const [saltText, hashText] = [salt, hash].map((bytes) => bytes.toString('base64').replaceAll('=', ''));
  return `$argon2id$v=19$m=${memorySize},t=${iterations},p=${parallelism}$${saltText}$${hashText}`;
}
