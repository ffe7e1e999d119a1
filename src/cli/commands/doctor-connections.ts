import { asFilledText, type JsonObject } from '../../messaging/untrusted.js';
import { objectsIn, type ApiClient } from '../api-client.js';
import type { CliContext } from '../cli-context.js';
import { CommandFailure } from '../command-failure.js';
import { onOneLine } from '../terminal-text.js';
import { failed } from './doctor-server.js';
import type { Finding } from './finding.js';

/** The server waits twenty seconds for a provider that says nothing, and asks it twice. */
const TEST_PATIENCE_MS = 60_000;

/**
 * Connections as `GET /api/v1/connections` lists them: whether each has its secrets, whether somebody has to act, and whether the server
 * reaches its provider. No message is sent.
 */
export async function checkConnections({ api }: CliContext): Promise<readonly Finding[]> {
  try {
    const connections = await api.list('connections');
    const findings = await Promise.all(connections.map((connection) => connectionFindings(connection, api)));
    if (findings.length > 0) return findings.flat();
    const todo = 'Set a provider’s variables (docs/configuration.md), or make a connection on the page.';
    return [{ level: 'warn', subject: 'connections', detail: 'none', todo }];
  } catch (error) {
    return [failed('connections', error)];
  }
}

async function connectionFindings(connection: JsonObject, api: ApiClient): Promise<readonly Finding[]> {
  const name = `${asFilledText(connection.provider) ?? '?'}/${asFilledText(connection.name) ?? '?'}`;
  const subject = onOneLine(name);
  const standing = standingOf(connection, subject);
  const id = asFilledText(connection.id);
  if (standing.level !== 'ok' || id === undefined) return [standing];
  try {
    const { checks } = await api.call(
      'POST',
      `connections/${encodeURIComponent(id)}/test`,
      undefined,
      TEST_PATIENCE_MS,
    );
    const failures = objectsIn(checks).filter(({ outcome }) => outcome === 'failed');
    if (failures.length === 0) return [{ ...standing, detail: 'in order, and its provider answers' }];
    // Who is not reached cannot judge a key either.
    const unreached = failures.find(({ name }) => name === 'base URL');
    return (unreached === undefined ? failures : [unreached]).map((check) => checkFinding(check, subject));
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    return [{ level: 'warn', subject, detail: `could not be tested: ${onOneLine(error.message)}` }];
  }
}

/** What is stored of the connection. */
function standingOf(connection: JsonObject, subject: string): Finding {
  const attention = asFilledText(connection.attention);
  if (connection.hasWebhookSecret === false) {
    const todo = 'Its webhooks are all refused. Enter the secret from the provider’s page.';
    return { level: 'fail', subject, detail: 'has no webhook secret', todo };
  }
  if (connection.hasApiKey === false) {
    const todo = 'It can receive, but not answer. Enter the API key from the provider’s page.';
    return { level: 'warn', subject, detail: 'has no API key', todo };
  }
  if (attention !== undefined) {
    const todo = 'Sending waits until somebody has seen to it.';
    return { level: 'fail', subject, detail: onOneLine(attention), todo };
  }
  const isOff = connection.enabled === false;
  return { level: isOff ? 'warn' : 'ok', subject, detail: isOff ? 'switched off' : 'in order' };
}

function checkFinding({ name, detail }: JsonObject, subject: string): Finding {
  const check = onOneLine(asFilledText(name) ?? 'a check');
  return {
    level: 'fail',
    subject,
    detail: `${check}: ${onOneLine(asFilledText(detail) ?? 'failed')}`,
    todo: TODO_BY_CHECK.get(check) ?? 'The server’s log says more.',
  };
}

const TODO_BY_CHECK: ReadonlyMap<string, string> = new Map([
  [
    'base URL',
    'The server does not reach the provider: nothing can be sent. Check its network, and the connection’s base URL.',
  ],
  ['API key accepted', 'Enter the API key from the provider’s page again.'],
]);

const REFUSED = /^heed_webhook_refused_total\{provider="(\w+)",reason="signature"\} (\d+)$/gm;

/** Webhooks that were refused for their signature since this process started: the sign of a wrong secret. Silent where metrics are not open. */
export async function checkSignatures({ api }: CliContext): Promise<readonly Finding[]> {
  const response = await api.open('/metrics').catch(() => undefined);
  if (response?.ok !== true) return [];
  return [...(await response.text()).matchAll(REFUSED)].map(([, provider = '?', count = '?']) => ({
    level: 'warn',
    subject: `${provider} signatures`,
    detail: `webhooks refused since the server started: ${count}`,
    todo: 'If the provider sent them, Heed’s webhook secret is not the one on the provider’s page: enter that one.',
  }));
}
