import type { ClassifyContext, MessageCategory, OptOutScope } from './classification.js';
import {
  ABUSE,
  CONTACT_GERUNDS,
  CONTACT_VERBS,
  DEICTIC,
  MARKETING,
  RECEIVE_VERBS,
  SELF,
} from './english/lexicon.js';
import { list } from './language-pack.js';
import { core, foldedPhrases } from './vocabulary.js';

const DEFAULT_CATEGORIES: readonly MessageCategory[] = [
  { key: 'marketing', name: 'Marketing', keywords: ['marketing'] },
  { key: 'notification', name: 'Notification', keywords: ['notification'] },
];
const NOTIFICATION = /^(?:notifications?|alerts?|updates?|reminders?|notificaciones|notificacoes)$/;
const CONTRAST = /^(?:but|keep|only|except|besides|still|just)$/;

const ENDING =
  /^(?:stop|unsubscribe|unsub|optout|salir|parar|detener|baja|sair|arret|stopp|abmelden|afmelden|ferma)$/;
/** Said of an order or an appointment, these end it: "cancel orders". Only beside a word for messages they end messages. */
const CANCELLING = /^(?:cancel|end|quit)$/;
/** Sources for the forms: https://developers.sinch.com/docs/conversation/consent-management */
const OPENING = /^(?:start|unstop|subscribe|volver|recibir|voltar|receber)$/;

/** Longest name of a category behind STOP: "STOP order status updates". */
const MOST_NAME_WORDS = 3;

/** A word for a kind of messages, whatever a tenant sends. "STOP PROMOS" is a stop even where there is no such category. */
export function namesMessages(word: string): boolean {
  return MARKETING.has(word) || NOTIFICATION.test(word);
}

const EVERY_MESSAGE: ReadonlySet<string> = new Set(
  foldedPhrases(
    list(`
      text, texts, txt, txts, message, messages, msg, msgs, sms, smses, mms, mail, mails, email, emails, call, calls, whatsapp, whatsapps,
      communication, communications, correspondence, junk, spam, mensaje, mensajes, texto, textos, correo, correos, mensagem, mensagens,
      texte, textes, courriel, courriels, nachricht, nachrichten, mitteilung, mitteilungen, meldung, meldungen, messaggio, messaggi,
      comunicazioni, bericht, berichten, berichtjes, smsjes, appjes, besked, beskeder, meddelande, meddelanden, utskick, melding, meldinger,
      viesti, viestit, wiadomość, wiadomości, zpráva, zprávy, сообщение, сообщения, повідомлення, mesaj, mesaje, mesajlar, üzenet, üzenetek,
      μήνυμα, μηνύματα, رسالة, رسائل, הודעה, הודעות, پیام, pesan, tin nhắn, 短信, 信息, 消息, メッセージ, 메시지, 문자, ข้อความ, संदेश, मैसेज
    `),
  ),
);

/** A word of which STOP ends everything: no category can have it for a name. */
export function meansEveryMessage(word: string): boolean {
  if (namesMessages(word)) return false;
  return [EVERY_MESSAGE, CONTACT_GERUNDS, CONTACT_VERBS, RECEIVE_VERBS, SELF, DEICTIC, ABUSE].some((words) =>
    words.has(word),
  );
}

function categoryNamed(name: string, categories: readonly MessageCategory[]): string | undefined {
  const named = categories.find(({ keywords }) =>
    foldedPhrases(keywords).some((keyword) => keyword === name || `${keyword}s` === name),
  );
  if (named !== undefined) return named.key;
  const builtIn = MARKETING.has(name) ? 'marketing' : NOTIFICATION.test(name) ? 'notification' : undefined;
  return categories.find(({ key }) => key === builtIn)?.key;
}

/** A category with the keyword before it, as the whole message. */
export type CategoryKeyword = {
  readonly class: 'opt_out' | 'opt_in';
  /** Absent for a kind of messages that this tenant has no category for: stopping it stops everything. */
  readonly category: string | undefined;
};

/** "STOP MARKETING", "START MARKETING" as the whole message. */
export function categoryKeyword(
  words: readonly string[],
  { categories = DEFAULT_CATEGORIES }: ClassifyContext,
): CategoryKeyword | undefined {
  const { from, end } = core(words);
  const [keyword = '', ...named] = words.slice(from, end);
  if (named.length === 0 || named.length > MOST_NAME_WORDS) return undefined;
  const name = named.join(' ');
  const category = categoryNamed(name, categories);
  if (OPENING.test(keyword)) return category === undefined ? undefined : { class: 'opt_in', category };
  const ends = ENDING.test(keyword) || (CANCELLING.test(keyword) && namesMessages(name));
  if (!ends || (category === undefined && !namesMessages(name))) return undefined;
  return { class: 'opt_out', category };
}

/**
 * Everything, unless the person names one category and says what should stay ("stop promos but keep my reminders"): to stop too
 * much is a nuisance, to stop too little is a breach.
 */
export function scopeOf(
  words: readonly string[],
  from: number,
  { categories = DEFAULT_CATEGORIES }: ClassifyContext,
): OptOutScope {
  if (!words.some((word) => CONTRAST.test(word))) return 'all';
  const contrast = words.findIndex((word, at) => at > from && CONTRAST.test(word));
  const stopped = words.slice(from, contrast === -1 ? words.length : contrast);
  for (const word of stopped) {
    const category = categoryNamed(word, categories);
    if (category !== undefined) return { category };
  }
  return 'all';
}
