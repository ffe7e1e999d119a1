import { list, type LanguagePack } from '../language-pack.js';

export const DE: LanguagePack = {
  language: 'de',
  source:
    'halt, hilfe: https://docs.bird.com/applications/channels/channels/supported-channels/sms/concepts/opt-in-and-opt-out-compliance. stopp, abmelden and the rest: proposed.',
  optOut: list(`
    stopp, abmelden, abmeldung, abgemeldet, melde mich ab, mich abmelden, halt, abbestellen,
    abbestellung, austragen, kündigen, beenden, aufhören, schluss, stoppen, abmelden alle, keine sms,
    keine sms mehr, keine nachrichten mehr, keine nachrichten, keine werbung, widerruf, widerrufen,
    ich widerrufe, hör auf, hört auf, hören sie auf, sofort aufhören, bitte aufhören, abbestelle,
    löschen
  `),
  withNumber: ['stopp', 'abmelden', 'abbestellen'],
  typoTolerant: ['abmelden', 'abmeldung', 'abbestellen'],
  optIn: ['anmelden', 'starten', 'weiter', 'fortsetzen'],
  help: list(`
    hilfe, wer ist da, wer ist das, wer bist du, wer sind sie, wer schreibt, wer schreibt da, wer seid
    ihr, ich brauche hilfe, kontakt, mit wem schreibe ich
  `),
  polite: list(`
    bitte, danke, vielen dank, danke schön, dankeschön, hallo, guten tag, guten morgen, guten abend,
    mfg, sofort, jetzt, endlich, lg, mit freundlichen grüßen, moin, servus, entschuldigung, vielen
    lieben dank, grüße
  `),
  yes: ['ja', 'ja bitte', 'jawohl', 'j'],
  no: ['nein'],
  phrases: {
    reminder: ['vergess*', 'vergiss*', 'zöger*'],
    cease: list(`
      stopp, stoppt, stoppen, stoppe, aufhören, aufzuhören, hört auf, hör auf, hören sie auf, hört
      endlich auf, hör endlich auf, hören sie bitte auf, hören sie endlich auf, hören sie sofort auf, hört bitte auf, beenden, beendet, unterlass*,
      einstellen, stellen sie, schluss mit, genug, abbestell*, lasst, stop, unterbind*, verzicht*
    `),
    contact: list(`
      schreib*, schick*, senden, sendet, sende, gesendet, kontaktier*, anruf*, anzurufen, belästig*,
      spam*, zuspam*, simsen, nerv*, anschreib*, zuschick*, zusend*, zuzusenden, angeschrieben, texten
    `),
    contactOrder: list(`
      schreibt, schreib, schreiben, schreibe, schickt, schick, schicken, schicke, sendet, sende,
      senden, kontaktieren, kontaktiert, kontaktiere, belästigt, anrufen, anschreiben, zusenden,
      zuschicken
    `),
    messages: list(`
      nachricht, nachrichten, sms, mitteilungen, werbung, newsletter, benachrichtigungen, spam,
      meldungen, angebote, mails, werbenachrichten, werbesms, texte, infos, whatsapps, werbemails, kontakt,
      marketing
    `),
    self: ['mir', 'ihm', 'mich', 'uns', 'meine', 'diese nummer'],
    not: ['nicht', 'nix', 'nichts', 'kein', 'keine', 'keinen', 'nie', 'niemals', 'keinerlei'],
    noMore: ['mehr', 'nie', 'niemals', 'weitere', 'weiteren', 'nie wieder'],
    want: ['will', 'möchte', 'wollen', 'möchten', 'wünsche', 'mag', 'brauche', 'interesse', 'wünschen'],
    receive: list(`
      bekommen, erhalten, empfangen, kriegen, haben, kontaktiert, angeschrieben, belästigt
    `),
    remove: ['lösch*', 'entfern*', 'nehmt', 'nehmen', 'streich*', 'austrag*', 'tragt', 'tragen'],
    numberOrList: list(`
      nummer, liste, verteiler, handynummer, telefonnummer, daten, adresse, kontakt, kontaktdaten,
      namen, datenbank
    `),
    unsubscribe: list(`
      abmelden, abzumelden, abgemeldet, abmeldung, abbestell*, melde mich ab, melden sie mich ab,
      meldet mich ab, austragen, auszutragen
    `),
    otherObject: list(`
      termin, bestellung, haltestelle, bushaltestelle, auto, lieferung, reservierung, flug, arzt,
      paket, kurs, fitnessstudio, tisch, frei, schule
    `),
    optOutPhrases: list(`
      nicht die richtige nummer, nicht die nummer von, nicht mehr die nummer, nummer verwechselt, nicht die richtige person, widerrufe meine einwilligung, widerrufe die einwilligung, widerrufe meine zustimmung, ziehe meine einwilligung, verwählt,
      falsche nummer, falsch verbunden, falsche person, nummer ist falsch, lasst mich in ruhe, lass
      mich in ruhe, lassen sie mich in ruhe, lasst uns in ruhe, nicht mehr kontaktieren, nicht mehr
      schreiben, nicht mehr anschreiben, nie wieder schreiben, keine sms mehr, keine weiteren
      nachrichten, keine weiteren sms, kein kontakt mehr
    `),
    holdPhrases: list(`
      kein interesse, nein danke, genug, es reicht, reicht, das reicht, das nervt, nervig, zu viele
      nachrichten, zu viele sms, nicht interessiert, habe kein interesse, ich habe kein interesse, ich
      bin nicht interessiert, konto löschen, ich will kündigen, ich möchte kündigen, jetzt reicht s,
      mir reicht s, kein bedarf, kein bock, lassen sie das, lass das, lasst das, ich will das nicht mehr, will das nicht mehr
    `),
  },
};
