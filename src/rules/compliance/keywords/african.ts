import { list, type LanguagePack } from '../language-pack.js';

/** A Swahili verb holds who writes to whom: "usi-ni-tumie" is "do not send me", "ku-ni-tumia" is "to send me". */
export const SW: LanguagePack = {
  language: 'sw',
  source: 'Proposed.',
  optOut: list(`
    acha, acheni, wacha, wacheni, simamisha, simamisheni, sitisha, sitisheni, komesha, koma, jiondoe,
    niondoe, niondoeni, nitoe, nitoeni, ondoa, futa, ghairi, jitoe, usitume, msitume, usinitumie,
    msinitumie, sitaki, sitaki tena, inatosha ujumbe
  `),
  withNumber: ['ondoa', 'acha', 'sitisha'],
  optIn: ['anza', 'jiunge'],
  help: list(`
    msaada, nisaidie, nisaidieni, wewe ni nani, nyinyi ni nani, ninyi ni nani, ni nani, nani huyu, huyu ni
    nani, nani
  `),
  polite: list(`
    tafadhali, tafadhalini, asante, asanteni, asante sana, habari, hujambo, jambo, samahani, sasa, sasa hivi,
    naomba, ndugu, jamani, kabisa
  `),
  yes: ['ndiyo', 'ndio', 'naam'],
  no: ['hapana'],
  phrases: {
    cease: ['koma', 'kome*', 'sitish*', 'simamish*'],
    contact: ['kuni*', 'kututum*', 'kutuma', 'kumtum*', 'kuandik*', 'kupig*', 'kusumbu*'],
    contactOrder: ['kuni*', 'kututum*', 'kutuma', 'kumtum*', 'kuandik*', 'kusumbu*'],
    not: ['acha', 'acheni', 'wacha', 'wacheni', 'muache', 'uache', 'mkome', 'ukome'],
    refusal: [
      'usini*',
      'msini*',
      'usitu*',
      'msitu*',
      'usimtum*',
      'msimtum*',
      'usipig*',
      'msipig*',
      'usiandik*',
    ],
    unwilling: ['sitaki', 'hatutaki', 'sihitaji', 'hatuhitaji', 'sipendi', 'sikutaki'],
    messages: list(`
      ujumbe, jumbe, meseji, mesej, sms, message, messages, msg, matangazo, tangazo, simu, arafa, taarifa
    `),
    self: ['mimi', 'sisi', 'kwangu', 'kuni*', 'kututum*', 'kusumbu*'],
    noMore: ['tena', 'kamwe', 'zaidi'],
    receive: ['kupokea', 'kupata', 'kutumiwa', 'kupigiwa'],
    remove: ['ondoa', 'ondoeni', 'futa', 'futeni', 'toa', 'toeni', 'niondo*', 'nito*', 'tuondo*', 'nifut*'],
    numberOrList: ['namba', 'nambari', 'orodha', 'jina', 'number', 'listi', 'list', 'mfumo'],
    reminder: [
      'acha ujumbe',
      'acheni ujumbe',
      'wacha ujumbe',
      'acha meseji',
      'usisahau',
      'msisahau',
      'kusahau',
      'usisite',
      'msisite',
    ],
    otherObject: ['miadi', 'oda', 'dawa', 'shule', 'kazi', 'basi', 'kituo', 'mzigo', 'agizo', 'bili'],
    optOutPhrases: list(`
      namba si sahihi, nambari si sahihi, namba sio sahihi, nambari sio sahihi, namba siyo, nambari siyo, sio
      namba, namba mbaya, nambari mbaya, umekosea namba, umekosea nambari, mmekosea namba, mmekosea nambari,
      wrong namba, usinisumbue, msinisumbue, usiniandikie, msiniandikie, usinitumie, msinitumie, niache,
      niacheni, sio mimi
    `),
    holdPhrases: ['sina haja', 'sipendezwi', 'inatosha', 'imetosha', 'hapana asante', 'nimechoka'],
  },
};

export const WO: LanguagePack = {
  language: 'wo',
  source: 'Proposed; written without a fixed spelling, so the commonest spellings of each word stand here.',
  optOut: list(`
    bayyil, bàyyil, bayyileen, bàyyileen, dakkal, dakkalal, dakkalleen, bayyi ma, bayyil ma, bayyileen ma,
    bul ma yonnee, buleen ma yonnee, dindi ma, dindil ma, dindileen ma, génne ma
  `),
  help: ['ndimbal', 'dimbali ma', 'kan la', 'kan nga', 'yow kan', 'kii kan la', 'yaay kan', 'yaangi kan'],
  polite: ['jërëjëf', 'jerejef', 'baal ma', 'baal leen ma', 'ngir yalla', 'su la neexee', 'salaam aleekum'],
  yes: ['waaw', 'waw'],
  no: ['déedéet', 'deedeet'],
  phrases: {
    reminder: ['fatte', 'fàtte'],
    cease: ['bayyi*', 'bàyyi*', 'dakkal*', 'bayi*', 'bayyee*', 'wacc*'],
    contact: ['yonn*', 'yone*', 'yónn*', 'yoon*', 'bind*', 'woo', 'wóo', 'wotal', 'sonal*', 'etu'],
    contactOrder: list(`
      yonnee, yonne, yone, yonee, yónnee, yónne, bind, bindal, woo, wóo, sonal, message, sms, texte
    `),
    messages: ['message', 'messages', 'mesaas', 'mesas', 'sms', 'bataaxal', 'texto', 'textos'],
    self: ['ma', 'nu', 'ñu', 'man', 'bulma', 'buleenma', 'buñuma', 'bunuma'],
    not: ['bul', 'buleen', 'bulleen', 'buñu', 'bulma', 'buleenma', 'buñuma', 'bunuma'],
    unwilling: ['bëgguma', 'bugguma', 'beguma', 'begguma', 'buguma', 'bëgguñu', 'soxlawuma', 'sohlawuma'],
    noMore: ['ati', 'dootul', 'dotul', 'dootuma', 'dootuleen'],
    receive: ['jot', 'am'],
    remove: ['dindi*', 'génne*', 'genne*', 'faral', 'farleen'],
    numberOrList: ['numero', 'numéro', 'nimero', 'nimeró', 'numeroom', 'liste', 'list', 'lim', 'tur'],
    otherObject: ['rendez', 'rdv', 'garab', 'commande'],
    optOutPhrases: list(`
      juum nga numero, juum ngeen numero, numero bi baaxul, numero bi du bu dëgg, du sama numero, duma kooku, bul
      ma woo, bul ma bind, buleen ma bind, buleen ma woo, bayyi ma ak jamm, bàyyi ma ak jàmm, bul ma sonal
    `),
    holdPhrases: ['neexu ma', 'doyna', 'doy na', 'soxlawuma', 'déedéet jërëjëf'],
  },
};

export const MNK: LanguagePack = {
  language: 'mnk',
  source: 'Proposed; Mandinka as it is written in The Gambia and Senegal.',
  optOut: list(`
    a bula, a bila, ali a bula, ali a tu, n bula, ŋ bula, ali n bula, ali ŋ bula, n bula jee
  `),
  help: [
    'n maakoyi',
    'ŋ maakoyi',
    'maakoyiroo',
    'jumaa mu',
    'ite mu jumaa ti',
    'jumaa le mu',
    'i mu jumaa ti',
  ],
  polite: ['dukare', 'dukaree', 'abaraka', 'abaraka baake', 'salaam aleekum', 'saayiŋ', 'sayin'],
  yes: ['haa'],
  no: ['hani', 'haani'],
  phrases: {
    cease: ['bula', 'bila', 'loo', 'daŋ', 'dan'],
    contact: ['kii', 'kiila', 'kiilaa', 'kiiroo', 'kumandi*', 'kumandoo', 'safe*', 'toora*'],
    contactOrder: ['kii', 'kiila', 'kiilaa', 'kumandi', 'safee', 'safe', 'toora', 'message', 'text', 'sms'],
    messages: ['message', 'messages', 'sms', 'bataa', 'bataawo', 'kiiroo', 'mesaasoo'],
    self: ['n', 'ŋ', 'nte', 'nna', 'ŋna', 'ntolu', 'nye', 'ŋye'],
    not: ['kana', 'kanaa', 'alikana', 'kaana'],
    unwilling: ['maŋ lafi', 'man lafi'],
    noMore: ['kotenke', 'koteŋ', 'koten', 'kotenna', 'kotee'],
    remove: ['bondi', 'bondii', 'fintindi'],
    numberOrList: ['nambaroo', 'nambara', 'number', 'numero', 'listoo'],
    optOutPhrases: list(`
      kana n kumandi, kana ŋ kumandi, kana n toora, kana ŋ toora, n nambaroo te mu, nte te mu, i filita nambaroo la
    `),
    holdPhrases: ['n maŋ lafi', 'm man lafi', 'a siyaata'],
  },
};
