const PROVIDERS: Readonly<Record<string, string>> = {
  contiguity: 'Contiguity',
  integify: 'Integify',
  connectly: 'Connectly',
};

const CHANNELS: Readonly<Record<string, string>> = {
  sms: 'SMS',
  mms: 'MMS',
  imessage: 'iMessage',
  whatsapp: 'WhatsApp',
  email: 'E\u2011mail',
};

/** A provider as it writes itself. */
export function providerName(provider: string): string {
  return PROVIDERS[provider] ?? provider;
}

/** A channel as people write it. */
export function channelName(channel: string): string {
  return CHANNELS[channel] ?? channel;
}

/** How something travels: `SMS, Integify`. */
export function wayOf({
  channel,
  provider,
}: {
  readonly channel: string;
  readonly provider: string;
}): string {
  return `${channelName(channel)}, ${providerName(provider)}`;
}

/** One of the API's words, as `no_rule_matched`, in the words of people. */
export function spoken(word: string): string {
  return word.replaceAll('_', ' ');
}

/** `once`, `twice`, `7 times`. */
export function timesOver(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count.toLocaleString()} times`;
}
