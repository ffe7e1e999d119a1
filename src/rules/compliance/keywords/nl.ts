import { list, type LanguagePack } from '../language-pack.js';

export const NL: LanguagePack = {
  language: 'nl',
  source:
    'hulp: https://docs.bird.com/applications/channels/channels/supported-channels/sms/concepts/opt-in-and-opt-out-compliance. The rest: proposed. "stop uit" is left to tenants: it also means to get off a bus.',
  optOut: list(`
    afmelden, afmelding, meld af, meld me af, uitschrijven, uitschrijving, schrijf me uit, opzeggen,
    stoppen, stopzetten, stop sms, stop ermee, stop hiermee, geen sms meer, geen berichten, geen
    berichten meer, verwijder, verwijder mij, verwijder me, beëindigen, hou op, houd op, geen reclame
  `),
  withNumber: ['afmelden', 'uitschrijven'],
  typoTolerant: ['afmelden', 'uitschrijven'],
  optIn: ['aanmelden', 'hervatten', 'starten'],
  help: list(`
    hulp, wie is dit, wie ben je, wie bent u, met wie spreek ik, wie zijn jullie, ik heb hulp nodig,
    van wie is dit nummer
  `),
  polite: list(`
    alsjeblieft, alstublieft, aub, ajb, graag, bedankt, dank je, dank u, dank je wel, dankjewel,
    hallo, hoi, goedemorgen, goedemiddag, goedenavond, nu, groet, groeten, mvg, sorry
  `),
  yes: ['ja', 'ja graag', 'jawel'],
  no: ['nee'],
  phrases: {
    reminder: ['vergeet', 'vergeten', 'aarzel*'],
    cease: list(`
      stop, stoppen, stopt, hou op, houd op, houden op, ophouden, genoeg, stopzetten, beëindig*, kap,
      annuleer
    `),
    contact: list(`
      stuur*, sturen, gestuurd, zend*, schrijf, schrijven, bericht, berichten, contacte*, bellen, bel,
      app, appen, spam*, sms, smsen, sms en, lastig, lastigvallen, benader*, mailen, opnemen
    `),
    contactOrder: list(`
      stuur, sturen, zend, zenden, schrijf, schrijven, contacteer, contacteren, app, appen, bel,
      bellen, benaderen, smsen
    `),
    messages: list(`
      bericht, berichten, berichtjes, sms, smsjes, smsen, reclame, meldingen, aanbiedingen,
      nieuwsbrief, spam, notificaties, mails, appjes, marketing, promoties
    `),
    self: ['me', 'mij', 'ons', 'dit nummer'],
    not: ['niet', 'geen', 'nooit'],
    noMore: ['meer', 'nooit', 'verdere'],
    want: ['wil', 'willen', 'wens', 'hoef', 'wou', 'zou'],
    receive: ['ontvang*', 'krijg*', 'hebben', 'benaderd', 'gecontacteerd', 'gebeld'],
    remove: ['verwijder*', 'haal', 'halen', 'schrap', 'wis', 'wissen', 'schrijf'],
    numberOrList: list(`
      nummer, lijst, mailinglijst, telefoonnummer, naam, gegevens, bestand, contactlijst, database,
      systeem
    `),
    unsubscribe: list(`
      afmelden, af te melden, afgemeld, uitschrijven, uit te schrijven, uitgeschreven, meld me af,
      meld mij af, schrijf me uit, schrijf mij uit
    `),
    otherObject: list(`
      afspraak, bestelling, bushalte, bus, vlucht, levering, reservering, pakket, dokter, trein,
      sportschool, cursus, tafel
    `),
    optOutPhrases: list(`
      niet het nummer van, niet het juiste nummer, niet de juiste persoon, fout nummer, trek mijn toestemming in, intrek mijn toestemming, niet meer het nummer,
      verkeerd nummer, verkeerde nummer, verkeerde persoon, foutief nummer, laat me met rust, laat mij
      met rust, laat ons met rust, niet meer sturen, geen sms meer, niet meer contacteren, geen
      contact meer, val me niet lastig, val me niet meer lastig, niet meer appen, niet meer schrijven
    `),
    holdPhrases: list(`
      geen interesse, niet geïnteresseerd, nee bedankt, nee dank je, nee dank u, genoeg, het is
      genoeg, zo is het genoeg, te veel berichten, teveel berichten, vervelend, irritant, ik wil
      opzeggen, account verwijderen, ik heb geen interesse
    `),
  },
};
