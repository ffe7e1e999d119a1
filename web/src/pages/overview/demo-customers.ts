import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

type NewMessage = components['schemas']['HandsetMessage'];

/**
 * What a shop hears on a morning, one of each kind: a question that a rule answers, one that none does, a wish for a person, an unclear
 * stop and a clear one. The numbers are fictional.
 */
export const DEMO_MESSAGES: readonly NewMessage[] = [
  { provider: 'integify', channel: 'sms', from: '+2207650101', text: 'What are your hours?' },
  { provider: 'contiguity', channel: 'sms', from: '+15550100131', text: 'How much is a delivery?' },
  { provider: 'connectly', channel: 'whatsapp', from: '+15550100132', text: 'Hello' },
  { provider: 'contiguity', channel: 'imessage', from: '+15550100133', text: 'Can I talk to a person?' },
  {
    provider: 'contiguity',
    channel: 'email',
    from: 'visitor@example.com',
    subject: 'Parking',
    text: 'Where can I leave my bicycle?',
  },
  { provider: 'integify', channel: 'sms', from: '+2207650102', text: 'Hi, what does it cost?' },
  { provider: 'contiguity', channel: 'sms', from: '+15550100134', text: 'I think you have the wrong number' },
  { provider: 'integify', channel: 'sms', from: '+2207650102', text: 'Stop. Thanks!' },
  { provider: 'connectly', channel: 'whatsapp', from: '+15550100132', text: 'When do you close on Friday?' },
];

/** Lets a few customers of the sandbox write, one after another, so that there is something to see. @returns whether a sandbox runs. */
export async function letDemoCustomersWrite(): Promise<boolean> {
  const { isRunning } = await bodyOf(api.GET('/api/v1/sandbox'));
  if (!isRunning) return false;
  for (const body of DEMO_MESSAGES) await bodyOf(api.POST('/api/v1/sandbox/messages', { body }));
  return true;
}
