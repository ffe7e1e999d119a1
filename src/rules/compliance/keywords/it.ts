import { list, type LanguagePack } from '../language-pack.js';

export const IT: LanguagePack = {
  language: 'it',
  source:
    'ferma, aiuto: https://docs.bird.com/applications/channels/channels/supported-channels/sms/concepts/opt-in-and-opt-out-compliance. The rest: proposed.',
  optOut: list(`
    ferma, fermare, fermate, annulla, annullare, disiscrivi, disiscrivimi, disiscriviti,
    disiscrizione, disiscrivetemi, cancellami, cancellatemi, cancella iscrizione, annulla iscrizione,
    rimuovi, rimuovimi, rimuovetemi, basta messaggi, basta sms, disattiva, disdetta, niente sms, no
    sms, smettila, smettetela, basta pubblicità, niente messaggi, niente più messaggi
  `),
  withNumber: ['ferma', 'disiscrivi'],
  typoTolerant: ['disiscrivi', 'disiscrivimi', 'cancellami', 'annulla'],
  optIn: ['iscrivimi', 'riprendi', 'riattiva'],
  help: list(`
    aiuto, aiutami, chi è, chi sei, chi siete, chi parla, informazioni, assistenza, chi scrive, ho
    bisogno di aiuto
  `),
  polite: list(`
    per favore, perfavore, per piacere, grazie, grazie mille, ciao, buongiorno, buonasera, salve, pf,
    adesso, subito, prego, cortesemente, scusi, vi prego
  `),
  yes: ['sì', 'si', 'certo'],
  no: ['no'],
  phrases: {
    reminder: ['dimentic*', 'esit*'],
    cease: list(`
      smettetela, smettila, smettere, smettete, smetti, smetta, basta, fermate, fermare, ferma,
      finitela, finiscila, piantatela, piantala, interromp*, cessate, cessare, disattiv*, stop,
      annulla*
    `),
    contact: list(`
      mand*, invi*, scriv*, contatt*, chiam*, disturb*, spam*, messaggi*, rompere, tempestar*,
      importun*
    `),
    contactOrder: list(`
      mandatemi, mandarmi, mandate, mandare, inviatemi, inviarmi, inviate, inviare, scrivetemi,
      scrivermi, scrivete, scrivere, contattatemi, contattarmi, contattate, contattare, chiamatemi,
      chiamarmi, disturbatemi, disturbarmi, disturbate, mandi, mandino, inviate, inviatemi
    `),
    messages: list(`
      messaggio, messaggi, sms, pubblicità, notifiche, promozioni, offerte, spam, comunicazioni, mail,
      avvisi, marketing, newsletter
    `),
    self: ['mi', 'me', 'ci'],
    not: ['non', 'mai', 'nessun', 'nessuna', 'niente'],
    noMore: ['più', 'mai', 'niente', 'nessun', 'altri', 'altro'],
    want: list(`
      voglio, vorrei, desidero, vogliamo, desideriamo, interessa, autorizzo, acconsento, gradisco
    `),
    receive: ['ricever*', 'riceva', 'contattato', 'contattata', 'essere contattato', 'disturbato'],
    remove: ['rimuov*', 'cancell*', 'togli*', 'togliet*', 'elimin*', 'depenn*', 'leva*', 'togliermi'],
    numberOrList: list(`
      numero, lista, liste, elenco, nome, contatto, contatti, telefono, dati, rubrica, cellulare,
      database, mailing
    `),
    unsubscribe: ['disiscri*', 'cancellarmi', 'cancellatemi', 'cancellami'],
    otherObject: list(`
      appuntamento, ordine, prenotazione, volo, consegna, bus, autobus, fermata, pacco, visita,
      palestra, negozio
    `),
    optOutPhrases: list(`
      non è il numero, non è più il numero, non è il suo numero, revoco il consenso, ritiro il consenso, revoco il mio consenso, non sono la persona, non do il consenso,
      numero sbagliato, numero errato, persona sbagliata, ha sbagliato numero, hai sbagliato numero,
      avete sbagliato numero, lasciatemi in pace, lasciami in pace, lasciatemi stare, lasciami stare,
      mi lasci in pace, basta messaggi, basta sms, niente più sms
    `),
    holdPhrases: list(`
      nessun interesse, non mi interessa, non sono interessato, non sono interessata, non interessato, no grazie, basta,
      ora basta, basta così, troppi messaggi, che noia, voglio cancellare, cancellare il mio account,
      abbastanza
    `),
  },
};
