import 'reflect-metadata';
import { SandboxDesk } from './admin/sandbox/sandbox-desk.js';
import { createApp, type HeedApp } from './create-app.js';
import { demoConnections, installDemoRules, pointSandboxAt, startDemoSandbox } from './demo/demo.js';
import { loadConfig } from './platform/config/load-config.js';
import { writeLocalState } from './platform/config/local-state.js';
import { Log } from './platform/logging/log.js';
import { openRuntime, type Runtime } from './platform/runtime.js';
import { LibraryRepository } from './rulebook/library.repository.js';
import { RuleRepository } from './rulebook/rule.repository.js';
import type { Sandbox } from './sandbox/sandbox.js';
import { startMessage } from './start-message.js';

/** The supervisor's patience is 30 s; ending by ourselves before it keeps the order. */
const SHUTDOWN_DEADLINE_MS = 28_000;

type Running = {
  readonly runtime: Runtime;
  readonly app: HeedApp;
  readonly sandbox: Sandbox | undefined;
  readonly url: string;
};

try {
  const config = loadConfig();
  const log = new Log(config.logLevel);
  endOnStrayErrors(log);
  const runtime = await openRuntime(config);
  const running = await startOrClose(runtime, log);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void stop(running, signal, log));
  announce(running, log);
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n\n`);
  process.exit(1);
}

/** A start that fails half-way, because the port is taken say, must not leave a database running behind it. */
async function startOrClose(runtime: Runtime, log: Log): Promise<Running> {
  try {
    return await start(runtime, log);
  } catch (error) {
    await runtime.close();
    throw error;
  }
}

async function start(runtime: Runtime, log: Log): Promise<Running> {
  const { config, localState } = runtime;
  const sandbox = config.isDemo && localState ? await startDemoSandbox(localState) : undefined;
  const extra = sandbox && localState ? demoConnections(localState, sandbox.url) : [];
  const app = await createApp(runtime, log, extra);
  if (sandbox !== undefined) {
    const rules = app.nest.get(RuleRepository, { strict: false });
    await installDemoRules(rules, app.nest.get(LibraryRepository, { strict: false }));
  }
  await app.nest.listen(config.http.port, config.http.host);
  const url = localUrl(await app.nest.getUrl());
  if (sandbox !== undefined) {
    pointSandboxAt(sandbox, url);
    if (config.role !== 'worker') app.nest.get(SandboxDesk, { strict: false }).connect(sandbox);
  }
  if (localState !== undefined) {
    await writeLocalState(config.dataDir, {
      ...localState,
      url,
      ...(sandbox && { sandboxUrl: sandbox.url }),
    });
  }
  return { runtime, app, sandbox, url };
}

/** Said last: whoever reads it may end the process at once, and it has to end in order. */
function announce({ runtime, app, sandbox, url }: Running, log: Log): void {
  const { role } = runtime.config;
  log.info('Heed is up.', { role, url });
  if (role === 'worker') return;
  const { firstLinkToken } = app;
  process.stdout.write(startMessage({ url, runtime, hasSandbox: sandbox !== undefined, firstLinkToken }));
}

/** An address to reach a server that listens everywhere from this machine. */
function localUrl(url: string): string {
  return url.replace('[::1]', '127.0.0.1').replace('[::]', '127.0.0.1').replace('0.0.0.0', '127.0.0.1');
}

async function stop({ runtime, app, sandbox }: Running, signal: string, log: Log): Promise<void> {
  log.info('Ending: nothing new is taken up, what runs is finished.', { signal });
  const deadline = setTimeout(() => {
    log.warn('Not everything ended in time; what is left is found by the next process.');
    process.exit(1);
  }, SHUTDOWN_DEADLINE_MS);
  await app.close();
  await sandbox?.stop();
  await runtime.close();
  clearTimeout(deadline);
  log.info('Ended.');
  process.exit(0);
}

/** A stray rejection is a bug, and a process with an unknown state must not go on sending: the supervisor starts a new one. */
function endOnStrayErrors(log: Log): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.once(event, (error: unknown) => {
      log.error('An error was caught by nobody; the process ends.', error);
      process.exit(1);
    });
  }
}
