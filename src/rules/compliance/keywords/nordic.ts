import { list, type LanguagePack } from '../language-pack.js';

export const DA: LanguagePack = {
  language: 'da',
  source: 'Proposed; stop and hjælp are common in Danish carrier practice.',
  optOut: list(`
    afmeld, frameld, afmelding, framelding, stop venligst, afmeld mig, frameld mig, slet mig, opsig
  `),
  withNumber: ['afmeld', 'frameld'],
  typoTolerant: ['afmelding', 'frameld'],
  optIn: ['tilmeld'],
  help: ['hjælp', 'hvem er det', 'hvem er du', 'hvem er dette'],
  polite: ['venligst', 'tak', 'mange tak', 'hej', 'på forhånd tak'],
  yes: ['ja'],
  no: ['nej'],
  phrases: {
    reminder: ['glem', 'glemme', 'tøv*'],
    cease: ['stop med', 'hold op', 'stoppe', 'hold op med'],
    contact: ['send', 'sende', 'sender', 'sendt', 'skriv*', 'kontakte*', 'ringe*', 'smse*'],
    contactOrder: ['send', 'sende', 'skriv', 'skrive', 'kontakt', 'kontakte', 'ring'],
    messages: list(`
      besked, beskeder, sms, sms er, reklame, reklamer, spam, notifikationer, nyhedsbrev
    `),
    self: ['mig', 'os'],
    not: ['ikke', 'ingen', 'aldrig'],
    noMore: ['mere', 'flere', 'aldrig', 'længere'],
    want: ['vil', 'ønsker', 'gider'],
    receive: ['kontaktet', 'kontaktes', 'modtage', 'have', 'få'],
    remove: ['fjern', 'slet'],
    numberOrList: ['nummer', 'liste', 'listen', 'telefonnummer'],
    unsubscribe: ['afmeld*', 'frameld*'],
    optOutPhrases: list(`
      ikke det rigtige nummer, ikke nummeret på, forkert person, trækker mit samtykke, lad os være, forkerte nummer,
      forkert nummer, lad mig være, ingen flere beskeder, ikke flere beskeder, ikke flere sms
    `),
    holdPhrases: ['ikke interesseret', 'nej tak', 'nok', 'det er nok'],
  },
};

export const SV: LanguagePack = {
  language: 'sv',
  source: 'Proposed.',
  optOut: list(`
    avsluta, avregistrera, stopp, stoppa, avanmäl, avanmälan, avprenumerera, sluta, avregistrera mig,
    ta bort mig, säg upp, inga fler sms
  `),
  withNumber: ['avsluta', 'stoppa', 'avregistrera'],
  typoTolerant: ['avregistrera', 'avprenumerera'],
  optIn: ['prenumerera', 'återuppta'],
  help: ['hjälp', 'vem är det', 'vem är du', 'vem är detta'],
  polite: ['tack', 'snälla', 'hej', 'vänligen', 'tack så mycket', 'nu'],
  yes: ['ja'],
  no: ['nej'],
  phrases: {
    reminder: ['glöm', 'glömma', 'tveka'],
    cease: ['sluta', 'stoppa', 'upphör', 'stopp', 'slutar'],
    contact: ['höra av', 'hör av', 'skicka*', 'skriv*', 'kontakta*', 'ring*', 'sms*', 'messa', 'spam*'],
    contactOrder: ['skicka', 'skriv', 'kontakta', 'ring', 'smsa', 'messa'],
    messages: list(`
      meddelande, meddelanden, sms, reklam, utskick, spam, aviseringar, nyhetsbrev, erbjudanden
    `),
    self: ['mig', 'oss', 'mej'],
    not: ['inte', 'inga', 'ej', 'aldrig', 'inget'],
    noMore: ['mer', 'fler', 'längre', 'aldrig'],
    want: ['vill', 'önskar', 'orkar'],
    receive: ['kontaktad', 'kontaktade', 'få', 'ha', 'ta emot', 'erhålla'],
    remove: ['ta bort', 'radera', 'stryk'],
    numberOrList: ['nummer', 'lista', 'listan', 'telefonnummer', 'register'],
    unsubscribe: ['avregistrera*', 'avprenumerera*', 'avanmäl*'],
    optOutPhrases: list(`
      inte rätt nummer, inte numret till, återkallar mitt samtycke, låt mig vara, fel telefonnummer,
      fel nummer, fel person, lämna mig ifred, lämna mig i fred, inga fler meddelanden, inga fler sms
    `),
    holdPhrases: ['inte intresserad', 'ej intresserad', 'nej tack', 'räcker', 'det räcker', 'nog'],
  },
};

export const NO: LanguagePack = {
  language: 'no',
  source: 'stopp: Norwegian carrier practice; the rest: proposed.',
  optOut: list(`
    avmeld, stopp, avslutt, slutt, meld meg av, avmelding, avmeld meg, fjern meg, slett meg
  `),
  withNumber: ['avmeld', 'stopp', 'avslutt'],
  typoTolerant: ['avmelding', 'avslutt'],
  help: ['hjelp', 'hvem er dette', 'hvem er det', 'hvem er du'],
  polite: ['takk', 'vennligst', 'hei', 'tusen takk', 'vær så snill', 'nå'],
  yes: ['ja'],
  no: ['nei'],
  phrases: {
    reminder: ['glem', 'glemme', 'nøl'],
    cease: ['slutt', 'stopp', 'slutte', 'stoppe', 'avslutt'],
    contact: ['send', 'sende', 'sender', 'sendt', 'skriv*', 'kontakte*', 'ringe*', 'mase'],
    contactOrder: ['send', 'sende', 'skriv', 'skrive', 'kontakt', 'kontakte', 'ring', 'ringe'],
    messages: list(`
      melding, meldinger, sms, sms er, reklame, spam, varsler, nyhetsbrev, tilbud
    `),
    self: ['meg', 'oss'],
    not: ['ikke', 'ingen', 'aldri'],
    noMore: ['mer', 'flere', 'aldri', 'lenger'],
    want: ['vil', 'ønsker', 'gidder'],
    receive: ['kontaktet', 'kontaktes', 'motta', 'få', 'ha'],
    remove: ['fjern', 'slett', 'ta bort'],
    numberOrList: ['nummer', 'nummeret', 'liste', 'listen', 'lista'],
    unsubscribe: ['avmeld*', 'meld meg av'],
    optOutPhrases: list(`
      ikke riktig nummer, ikke nummeret til, trekker samtykket, trekker mitt samtykke, la oss være, feil telefonnummer,
      feil nummer, feil person, la meg være, ingen flere meldinger, ikke flere meldinger
    `),
    holdPhrases: ['ikke interessert', 'nei takk', 'nok', 'det er nok'],
  },
};

export const FI: LanguagePack = {
  language: 'fi',
  source: 'Proposed.',
  optOut: list(`
    lopeta, lopettakaa, peruuta, poista, poista minut, peruuta tilaus, peru tilaus, lopeta viestit, ei
    enää viestejä, ei viestejä, älä lähetä, älkää lähettäkö
  `),
  withNumber: ['lopeta', 'peruuta'],
  typoTolerant: ['lopettakaa', 'lopeta'],
  help: ['apua', 'ohje', 'kuka siellä', 'kuka olet'],
  polite: ['kiitos', 'ole hyvä', 'moi', 'hei', 'heti'],
  yes: ['kyllä', 'joo'],
  no: ['ei'],
  phrases: {
    reminder: ['unohda*', 'epäröi*'],
    cease: ['lopeta', 'lopettakaa', 'lopettaa'],
    contact: ['lähet*', 'kirjoit*', 'viestit*', 'ota yhteyttä', 'soit*'],
    contactOrder: ['lähetä', 'lähettäkö', 'kirjoita', 'soita', 'laita'],
    messages: [
      'viest*',
      'tekstivie*',
      'tekstar*',
      'mainos*',
      'viesti',
      'viestit',
      'viestejä',
      'viestien',
      'tekstiviestejä',
      'mainoksia',
      'mainokset',
    ],
    self: ['minulle', 'mulle', 'minua'],
    not: ['älä', 'älkää', 'en', 'ei'],
    noMore: ['enää', 'ikinä'],
    want: ['halua', 'tahdo'],
    receive: ['saada', 'vastaanottaa'],
    remove: ['poista', 'poistakaa'],
    numberOrList: ['numero', 'numeroni', 'listalta'],
    optOutPhrases: [
      'väärään numeroon',
      'väärä henkilö',
      'ei ole oikea numero',
      'peruutan suostumukseni',
      'jätä rauhaan',
      'jättäkää rauhaan',
      'väärä numero',
      'jätä minut rauhaan',
      'jättäkää minut rauhaan',
    ],
    holdPhrases: ['ei kiinnosta', 'ei kiitos', 'riittää', 'en ole kiinnostunut'],
  },
};
