import type { MessageTemplate } from '../../messaging/message-template.js';
import type { OutboundMessage } from '../../messaging/outbound-message.js';
import type { ProviderAccount, ProviderRequest } from '../../messaging/provider.js';
import { businessRequest } from './connectly.api.js';

/** How a recipient is named who hides their number: by the id that WhatsApp gave them for this business. */
const BUSINESS_SCOPED = 'bsuid:';

/**
 * `POST /send/whatsapp_templated_messages`, which may be called at any time, and not only within 24 hours of the customer's last message.
 * Other than for a session message the sender is a plain text.
 * Sources: https://docs.connectly.ai/messaging/template-messages and https://docs.connectly.ai/messaging/bsuid
 */
export function templateRequest(
  message: OutboundMessage,
  { name, language, parameters }: MessageTemplate,
  account: ProviderAccount,
): ProviderRequest {
  const sender = message.from?.value ?? account.settings.senderId;
  const { kind, value } = message.to;
  return businessRequest('POST', 'send/whatsapp_templated_messages', account, {
    ...(sender !== undefined && sender !== '' && { sender }),
    number: kind === 'phone' ? value : `${BUSINESS_SCOPED}${value}`,
    templateName: name,
    language,
    parameters: Object.entries(parameters).map(([parameter, text]) => ({ name: parameter, value: text })),
    callbackData: { heedMessageId: message.id },
  });
}
