import type { Provider } from '../messaging/provider.js';
import { connectly } from './connectly/connectly.provider.js';
import { contiguity } from './contiguity/contiguity.provider.js';
import { integify } from './integify/integify.provider.js';

/** Every provider there is. A new one is a folder beside these and a line here. */
export const PROVIDERS: readonly Provider[] = [contiguity, integify, connectly];

/** The provider of a route or a command line; `undefined` for any other name. */
export function providerNamed(name: string): Provider | undefined {
  return PROVIDERS.find((provider) => provider.name === name);
}
