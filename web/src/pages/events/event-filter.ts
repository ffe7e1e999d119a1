import type { operations } from '../../api/schema.d.ts';

type Query = NonNullable<operations['EventsController_list']['parameters']['query']>;

export type Filter = Pick<Query, 'provider' | 'state' | 'type' | 'cameAgain'>;

type State = NonNullable<Query['state']>;
type Provider = NonNullable<Query['provider']>;

const STATE_NAMES: Readonly<Record<State, string>> = {
  received: 'Waiting',
  dispatched: 'Being handled',
  processed: 'Processed',
  quarantined: 'Quarantined',
  failed: 'Failed',
};

const PROVIDER_NAMES: Readonly<Record<Provider, string>> = {
  contiguity: 'Contiguity',
  integify: 'Integify',
  connectly: 'Connectly',
};

export const STATES = optionsOf(STATE_NAMES);
export const PROVIDERS = optionsOf(PROVIDER_NAMES);

/** The filter in the address of the page; what is no filter is left out. */
export function filterIn(search: URLSearchParams): Filter {
  const [state, provider, type] = ['state', 'provider', 'type'].map((name) => search.get(name) ?? '');
  return {
    ...(isKeyOf(STATE_NAMES, state) && { state }),
    ...(isKeyOf(PROVIDER_NAMES, provider) && { provider }),
    ...(type !== undefined && type !== '' && { type }),
    ...(search.get('cameAgain') === 'true' && { cameAgain: 'true' }),
  };
}

export function stateName(state: State): string {
  return STATE_NAMES[state];
}

function optionsOf<Key extends string>(
  names: Readonly<Record<Key, string>>,
): { value: Key; label: string }[] {
  return Object.keys(names).flatMap((value) =>
    isKeyOf(names, value) ? [{ value, label: names[value] }] : [],
  );
}

function isKeyOf<Key extends string>(
  names: Readonly<Record<Key, string>>,
  key: string | undefined,
): key is Key {
  return key !== undefined && Object.hasOwn(names, key);
}
