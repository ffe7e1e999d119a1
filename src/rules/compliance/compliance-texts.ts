import type { Channel } from '../../messaging/channel.js';
import type { Facts } from '../facts.js';

/**
 * The texts that consent words are answered with. They fit one SMS (160 GSM-7 characters) with a brand of up to 30 and a help
 * contact of up to 40 characters, those that name a category with a name of up to 20, and hold neither an offer nor a link, because regulators forbid both here. Source: CTIA Messaging Principles and
 * Best Practices, 5.1.3, https://api.ctia.org/wp-content/uploads/2023/05/230523-CTIA-Messaging-Principles-and-Best-Practices-FINAL.pdf
 */
const MAX_BRAND_LENGTH = 30;
const MAX_HELP_CONTACT_LENGTH = 40;
const MAX_CATEGORY_LENGTH = 20;

type Brand = Facts['brand'];

/** Says that the opt-out is in force: the last message this person gets from us. It offers no HELP, because an opted-out person gets none. */
export function optOutText(brand: Brand): string {
  return signed(
    brand,
    "You're unsubscribed and will get no more messages from us. Reply START to resubscribe.",
  );
}

/** Says that one category is left; the others go on, and STOP ends them too. */
export function categoryOptOutText(brand: Brand, category: string): string {
  const name = clipped(category, MAX_CATEGORY_LENGTH);
  return signed(brand, `You will get no more ${name} messages. Reply STOP to end all messages.`);
}

/** Says that a category which was left is on again. */
export function categoryOptInText(brand: Brand, category: string, channel: Channel): string {
  return signed(
    brand,
    `${clipped(category, MAX_CATEGORY_LENGTH)} messages are on again. ${frequency(channel)}Reply HELP for help, STOP to cancel.`,
  );
}

/** Asks, once and in neutral words, what an unclear message meant. Without an answer it counts as STOP. */
export function clarificationText(brand: Brand): string {
  return signed(brand, 'Do you want no more messages from us? Reply YES to stop them, NO to keep them.');
}

/** Says that the opt-out was lifted. */
export function optInText(brand: Brand, channel: Channel): string {
  return signed(brand, `You're resubscribed. ${frequency(channel)}Reply HELP for help, STOP to cancel.`);
}

/** Says where help is to be had; without a help contact, only how to stop. */
export function helpText(brand: Brand, channel: Channel): string {
  const contact = clipped(brand.helpContact, MAX_HELP_CONTACT_LENGTH);
  const help = contact === '' ? 'These are automatic messages.' : `Help at ${contact}.`;
  return signed(brand, `${help} ${frequency(channel)}Reply STOP to cancel.`);
}

/** Only carriers charge for messages, and only their programmes must say so. */
function frequency(channel: Channel): string {
  return channel === 'sms' || channel === 'mms' ? 'Msg frequency varies. Msg&data rates may apply. ' : '';
}

function signed(brand: Brand, text: string): string {
  const name = clipped(brand.name, MAX_BRAND_LENGTH);
  return name === '' ? text : `${name}: ${text}`;
}

function clipped(text: string | undefined, maxLength: number): string {
  return (text ?? '').replace(/\s+/gu, ' ').trim().slice(0, maxLength).toWellFormed().trim();
}
