import type { ConnectionRegistry } from '../../connections/connection-registry.js';
import type { Connection } from '../../connections/connection.js';
import type { Channel } from '../../messaging/channel.js';
import { unprocessable } from '../http/problem.js';

/** The enabled connection that a request names by its id or as `provider/name`. Throws a 422 that names the field. */
export function connectionNamed(registry: ConnectionRegistry, reference: string): Connection {
  const [provider = '', name = ''] = reference.split('/', 2);
  const found = registry.get(reference) ?? registry.find(provider, name);
  if (found !== undefined) return found;
  throw unprocessable('/connection', 'No enabled connection has this id, or this provider/name.');
}

/** The enabled connections that carry a channel. */
export function connectionsFor(registry: ConnectionRegistry, channel: Channel): readonly Connection[] {
  return registry.all().filter(({ provider }) => provider.channels.includes(channel));
}
