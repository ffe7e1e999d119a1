import { canonicalPhone } from '../../messaging/phone-number.js';
import { asArray, asFilledText, asObject, asText } from '../../messaging/untrusted.js';
import { isSameAddress } from '../sandbox-account.js';
import { referenceIn } from './connectly.callback-data.js';
import { refused, type SendCall, type SendReading } from './sandbox-api.js';

/** A template that the sandbox's business has. Its parameters stand in the body in double braces. */
type SandboxTemplate = {
  readonly name: string;
  readonly language: string;
  readonly body: string;
  readonly isDeleted?: boolean;
};

/** What can be sent, and one that cannot any more. */
const SAMPLE_TEMPLATES: readonly SandboxTemplate[] = [
  { name: 'order_update', language: 'en', body: 'Your order {{body_1}} arrives {{body_2}}.' },
  { name: 'order_update', language: 'fr', body: 'Votre commande {{body_1}} arrive {{body_2}}.' },
  { name: 'we_are_open', language: 'en', body: 'We are open again.' },
  { name: 'old_offer', language: 'en', body: 'An offer of last year.', isDeleted: true },
];

/**
 * Source of the call and of the names of parameters: https://docs.connectly.ai/messaging/template-messages
 * Source of the codes: https://docs.connectly.ai/messaging/error-codes
 */
export function readTemplateSend({ body = {}, account }: SendCall): SendReading {
  if (body.sender !== undefined && typeof body.sender !== 'string') {
    return refused(400, 'sender has to be a text', 'INVALID_SENDER_ID');
  }
  const from = asFilledText(body.sender) ?? account.ownAddress;
  if (!isSameAddress(from, account.ownAddress)) {
    return refused(400, 'Sender is not a channel of this business', 'INVALID_SENDER_ID');
  }
  const to = recipientIn(body.number);
  if (to === undefined) return refused(400, 'number is not a phone number', 'PHONE_NUMBER_BAD_FORMAT');
  const versions = SAMPLE_TEMPLATES.filter(({ name }) => name === asFilledText(body.templateName));
  const template = versions.find(({ language }) => language === asFilledText(body.language));
  if (template === undefined) return refused(400, 'Template not found', 'MESSAGE_TEMPLATE_NOT_FOUND');
  if (template.isDeleted === true) return refused(400, 'Template was deleted', 'MESSAGE_TEMPLATE_DELETED');
  const text = filledIn(template.body, body.parameters);
  if (text === undefined) {
    return refused(400, 'Parameters do not match the template', 'MESSAGE_TEMPLATE_INPUT_INVALID');
  }
  return { kind: 'send', send: { to, from, text, ...referenceIn(body) } };
}

function recipientIn(value: unknown): string | undefined {
  const number = asFilledText(value);
  const [, businessScoped] = /^bsuid:([A-Z]{2}\.\d+)$/.exec(number ?? '') ?? [];
  return (
    businessScoped ?? (number === undefined || canonicalPhone(number) === undefined ? undefined : number)
  );
}

/** `undefined` when a parameter is missing, empty or too many. */
function filledIn(templateBody: string, parameters: unknown): string | undefined {
  const given = new Map(
    (asArray(parameters) ?? []).map((item) => [
      asText(asObject(item)?.name),
      asFilledText(asObject(item)?.value),
    ]),
  );
  const wanted = [...templateBody.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '');
  if (given.size !== wanted.length || wanted.some((name) => given.get(name) === undefined)) return undefined;
  return templateBody.replaceAll(/\{\{(\w+)\}\}/g, (_place, name: string) => given.get(name) ?? '');
}
