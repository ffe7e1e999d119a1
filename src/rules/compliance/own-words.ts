/** The part of a message its author wrote for us, or why there is none. */
export type OwnWords =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reaction' | 'machine' | 'quotation'; readonly text: '' };

/**
 * Reactions that phones without reaction support receive as text. The quoted text is ours: most often the footer that says STOP.
 * Source: https://github.com/moezbhatti/qksms/issues/1330.
 */
const REACTION_VERB =
  /^(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted .{1,24}? to|reacted with .{1,24}? to|removed an? .{1,24}? from|a (?:aimé|adoré|réagi)|(?:le|me) (?:gusta|gustó|encanta|encantó)|reaccionó|gostou de|curtiu|amou|adorou|hat .{1,24}? reagiert|reagierte mit .{1,24}? auf|gefällt|ha messo|piace|vond|leuk)\b[^"]{0,40}"/iu;
const EMOJI_REACTION = /^\P{L}{1,24}\s*(?:to|a|zu|à|op)\s+"/iu;

function isReaction(text: string): boolean {
  const lastQuote = text.lastIndexOf('"');
  if (lastQuote === -1 || !/^[\s\p{P}\p{S}]*$/u.test(text.slice(lastQuote))) return false;
  return REACTION_VERB.test(text) || EMOJI_REACTION.test(text);
}

/** Text that telephones, carriers and mailboxes write by themselves. */
const MACHINE = new RegExp(
  [
    String.raw`^(?:automatic reply|auto-?\s?reply|auto-?response|autoresponder|automated (?:reply|response|message)|abwesenheitsnotiz|out of (?:the )?office)\b`,
    String.raw`\bdo not disturb (?:is )?(?:turned )?on\b`,
    String.raw`\b(?:this|the) (?:number|phone|line|mailbox|inbox|landline|account|address|device)\b[^.!?]{0,40}\b(?:does not|doesn't|cannot|can't|is not able to|is unable to) (?:accept|receive|support)\b`,
    String.raw`\bthis (?:mailbox|inbox|number|account|address) is (?:not|un)\s?monitored\b`,
    String.raw`\b(?:currently|am) out of (?:the )?office\b`,
    String.raw`\b(?:message|msg|sms|text) (?:could not be|was not|not) (?:delivered|sent)\b`,
    String.raw`\bunable to (?:send|deliver) (?:your )?(?:message|msg|sms|text)\b`,
    String.raw`\bmessage blocking is active\b`,
    String.raw`^i'm driving\b[^.!?]*\b(?:see|reply|get back|respond|call|text)\b`,
    String.raw`\b(?:subscriber|person|customer|party) you (?:are|have) (?:texting|calling|called|dialed|trying to (?:reach|text|call))\b[^.!?]{0,24}\bis (?:not|un)`,
  ].join('|'),
  'i',
);

const QUOTE_HEADER =
  /^(?:-{2,}\s*(?:original|forwarded|ursprüngliche|message|mensaje|mensagem)|begin forwarded message:|anfang der weitergeleiteten\b|début du message\b|inicio del mensaje\b|início da mensagem\b|inizio (?:del )?messaggio\b|on\b.{4,160}\bwrote:|am\b.{4,160}\bschrieb\b|le\b.{4,160}\ba écrit\s*:|el\b.{4,160}\bescribió:|em\b.{4,160}\bescreveu:|il\b.{4,160}\bha scritto:|op\b.{4,160}\bschreef\b|(?:from|de|von|da|van):\**\s|_{8,})/iu;

/** A date or a time, and a mailbox: with a colon behind them they introduce a quotation in every language. */
const DATED = /\b\d{1,2}[:.]\d{2}\b|\b(?:19|20)\d{2}\b|\d{4}年/u;
const MAILBOX = /<[^<>\s]{1,100}@[^<>\s]{1,100}>/u;

/** Mail programs break the line that introduces a quotation after 78 characters, so it may be as many lines as this. */
const MOST_HEADER_LINES = 3;
const LONGEST_HEADER = 300;

const SIGNATURE =
  /^(?:--\s*$|sent (?:from|via|with|using)\b|get outlook for\b|envoyé (?:de|depuis)\b|enviado (?:desde|do|de|da)\b|von meinem .{1,30} gesendet|gesendet (?:von|mit)\b|inviato da\b|verstuurd (?:vanaf|met)\b|skickat från\b|sendt fra\b|yahoo mail|отправлено (?:с|из)\b)/iu;

/** Drops what stands below the person's own lines: the quoted mail, the signature, lines quoted with ">". */
function aboveQuotation(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const end = lines.findIndex((_line, at) => endsOwnWords(lines, at));
  const own = end === -1 ? lines : lines.slice(0, end);
  return own.filter((line) => !/^>(?!.*<[.!…\s]*$)/.test(line)).join('\n');
}

/** Does a signature or a quotation begin with this line? A shorter header is looked for first, so that no line of the person's own joins it. */
function endsOwnWords(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').slice(0, LONGEST_HEADER).replace(/^\*+/, '');
  if (QUOTE_HEADER.test(line) || SIGNATURE.test(line) || introducesQuotation(line)) return true;
  for (let count = 2; count <= MOST_HEADER_LINES; count += 1) {
    const header = lines.slice(at, at + count);
    if (header.includes('') || introducesQuotation(header.slice(1).join(' '))) return false;
    if (introducesQuotation(header.join(' '))) return true;
  }
  return false;
}

function introducesQuotation(header: string): boolean {
  if (header.length > LONGEST_HEADER || !header.endsWith(':')) return false;
  return QUOTE_HEADER.test(header) || (DATED.test(header) && MAILBOX.test(header));
}

/** "Reply STOP to opt out": our own instruction copied or forwarded, not obeyed. */
const CALL_TO_ACTION =
  /\b(?:reply|text|txt|send|sms|respond|répondez|responda|responde|envía|envie|antworte|rispondi)[\s:]{1,4}(?:with |back |con |com |mit |a |the word )?["'([]?(?:stop|stopall|unsubscribe|end|quit|cancel|baja|sair|arret|no)["')\]]?\s{0,3}(?:to|2|at|al|para|pour|um|per)\b[^.!?\n]{0,40}/gi;

const LONG_QUOTATION = /"[^"\n]{12,400}"/g;

/**
 * @param cleaned text that has passed `clean`.
 */
export function ownWords(cleaned: string): OwnWords {
  const text = cleaned.trim();
  if (isReaction(text)) return { kind: 'reaction', text: '' };
  const own = aboveQuotation(text).trim();
  if (own === '' && text !== '') return { kind: 'quotation', text: '' };
  if (MACHINE.test(own)) return { kind: 'machine', text: '' };
  const outside = own.replace(LONG_QUOTATION, ' " " ');
  const unquoted = /[\p{L}\p{N}]/u.test(outside) ? outside : own;
  const spoken = unquoted.replace(CALL_TO_ACTION, ' . ');
  return spoken.trim() === '' ? { kind: 'quotation', text: '' } : { kind: 'text', text: spoken };
}
