import { describe, expect, it } from '@jest/globals';
import { PROVIDER_NAMES } from '../messaging/provider.js';
import { PROVIDERS, providerNamed } from './registry.js';

describe('the registry of providers', () => {
  it('holds every provider that has a name, once', () => {
    expect(PROVIDERS.map((provider) => provider.name).toSorted()).toEqual([...PROVIDER_NAMES].toSorted());
  });

  it('finds a provider by its name and nothing by any other', () => {
    for (const name of PROVIDER_NAMES) expect(providerNamed(name)?.name).toBe(name);
    for (const name of ['', 'Connectly', 'constructor', '0']) expect(providerNamed(name)).toBeUndefined();
  });
});
