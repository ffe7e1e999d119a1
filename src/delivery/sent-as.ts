import { readTemplate, type MessageTemplate } from '../messaging/message-template.js';
import type { Provider } from '../messaging/provider.js';
import { channelOf } from './message-events.js';
import { isWindowClosed, type ServiceWindow } from './permit.js';

/** As what a message leaves: its own text, or the template that stands in for it. */
export type SentAs = 'text' | 'template';

type Templated = {
  readonly channel: string;
  readonly text: string;
  readonly template: unknown;
  readonly failureKind: string | null;
};

/** The template of a message, where its account can send one on this channel. */
export function usableTemplate(
  { channel, template }: Pick<Templated, 'channel' | 'template'>,
  provider: Pick<Provider, 'templateChannels'> | undefined,
): MessageTemplate | undefined {
  return provider?.templateChannels?.includes(channelOf(channel)) === true
    ? readTemplate(template)
    : undefined;
}

/**
 * The text goes out while free text may, because a customer who is talking to us expects an answer and no form letter. The template goes
 * out when the service window is closed, by our record or by the provider's word after a try, and for a message that has no text.
 */
export function sentAs(
  message: Templated,
  template: MessageTemplate | undefined,
  window: ServiceWindow | undefined,
  now: Date,
): SentAs {
  if (template === undefined) return 'text';
  const isRefusedAsText = message.failureKind === 'window_closed';
  return isRefusedAsText || message.text === '' || isWindowClosed(window, now) ? 'template' : 'text';
}
