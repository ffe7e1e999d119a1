import { DEFAULT_CONNECTION } from '../connections/connection-registry.js';
import type { WantedConnection } from '../connections/environment-connections.js';
import { PROVIDER_NAMES } from '../messaging/provider.js';
import type { LocalState } from '../platform/config/local-state.js';
import type { LibraryRepository } from '../rulebook/library.repository.js';
import type { RuleRepository } from '../rulebook/rule.repository.js';
import { parseRuleDefinition } from '../rules/definition/parse-rule-definition.js';
import { parseScheduleDefinition } from '../rules/schedules/parse-schedule.js';
import { SAMPLE_ADDRESSES } from '../sandbox/sample-addresses.js';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.js';
import { DEMO_RULES, DEMO_SCHEDULE } from './demo-rules.js';

const BUSINESS_ID = 'demo-business';

/** Starts the sandbox with the accounts of the demo. It learns Heed's address when Heed listens. */
export async function startDemoSandbox(state: LocalState): Promise<Sandbox> {
  return startSandbox({
    accounts: PROVIDER_NAMES.map((provider) => ({
      provider,
      ...state.demoAccounts[provider],
      ownAddress: SAMPLE_ADDRESSES[provider].own,
      ...(provider === 'connectly' && { businessId: BUSINESS_ID }),
    })),
  });
}

/** The demo's connections: the three providers, as the sandbox plays them. */
export function demoConnections(state: LocalState, sandboxUrl: string): WantedConnection[] {
  return PROVIDER_NAMES.map((provider) => ({
    provider,
    origin: 'demo',
    baseUrl: `${sandboxUrl}/${provider}`,
    settings: {
      ...(provider === 'connectly' && { businessId: BUSINESS_ID }),
      ...(provider === 'integify' && { senderId: SAMPLE_ADDRESSES.integify.own }),
    },
    secrets: {
      apiKey: state.demoAccounts[provider].apiKey,
      webhookSecrets: [state.demoAccounts[provider].webhookSecret],
    },
  }));
}

/** Puts the demo's rules in place, once: an installation that ever had a rule keeps its own. */
export async function installDemoRules(rules: RuleRepository, library: LibraryRepository): Promise<void> {
  if ((await rules.version()) > 0n) return;
  const change = { actor: 'demo', reason: 'Installed at the first start.' };
  const schedule = parseScheduleDefinition(DEMO_SCHEDULE);
  if (!schedule.ok) throw new Error(`The demo's schedule is wrong: ${JSON.stringify(schedule.problems)}`);
  await library.create('schedule', schedule.definition, change);
  for (const json of DEMO_RULES) {
    const reading = parseRuleDefinition(json);
    if (!reading.ok) throw new Error(`A demo rule is wrong: ${JSON.stringify(reading.problems)}`);
    await rules.create(reading.definition, change);
  }
}

/** Tells the sandbox where each provider's webhooks go. */
export function pointSandboxAt(sandbox: Sandbox, heedUrl: string): void {
  for (const provider of PROVIDER_NAMES) {
    sandbox.setWebhookUrl(provider, `${heedUrl}/webhooks/${provider}/${DEFAULT_CONNECTION}`);
  }
}
