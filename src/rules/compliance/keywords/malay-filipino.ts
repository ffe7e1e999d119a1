import { list, type LanguagePack } from '../language-pack.js';

export const MS: LanguagePack = {
  language: 'ms',
  source: 'stop with a service code is the customary form in Malaysian premium SMS; these words: proposed.',
  optOut: list(`
    henti, berhenti, hentikan, batal, batalkan, keluar, nyahlanggan, berhenti melanggan, henti langganan, batal
    langganan, tamat langganan, buang saya, padam, jangan hantar, jangan hantar lagi, jangan mesej, jangan mesej
    lagi, xnak sms, tak nak sms, tak mahu sms, taknak sms
  `),
  withNumber: ['henti', 'batal'],
  typoTolerant: ['hentikan'],
  optIn: ['mula', 'langgan'],
  help: ['bantuan', 'siapa ini', 'siapa ni', 'ini siapa', 'ni siapa', 'siapa awak', 'awak siapa'],
  polite: [
    'sila',
    'tolong',
    'terima kasih',
    'tq',
    'hai',
    'assalamualaikum',
    'encik',
    'puan',
    'lah',
    'sekarang',
  ],
  yes: ['ya', 'ye'],
  no: ['tidak', 'tak'],
  phrases: {
    cease: ['henti*', 'berhenti', 'stop', 'tamatkan', 'sudahlah'],
    contact: list(`
      hantar*, menghantar, hntr, mesej*, hubungi, menghubungi, telefon*, call, ganggu*, mengganggu, kacau, whatsapp, spam
    `),
    contactOrder: list(`
      hantar, hntr, menghantar, mesej, hubungi, telefon, call, ganggu, kacau, sms, whatsapp, wasap, text, spam
    `),
    messages: ['mesej', 'msj', 'msg', 'sms', 'promosi', 'iklan', 'notifikasi', 'spam', 'mesej2'],
    self: ['saya', 'aku', 'kami', 'nombor ini', 'nombor ni'],
    not: ['jangan', 'jgn', 'usah', 'tak payah', 'tak usah'],
    noMore: ['lagi', 'lg', 'langsung'],
    unwilling: [
      'taknak',
      'xnak',
      'xmau',
      'tak nak',
      'tak mahu',
      'tak mau',
      'tidak mahu',
      'tidak ingin',
      'tak ingin',
      'tidak perlu',
      'tak perlu',
    ],
    receive: ['terima', 'menerima', 'dapat'],
    remove: ['padam*', 'buang*', 'keluarkan', 'delete', 'remove', 'hapus*'],
    numberOrList: ['nombor', 'nmbr', 'senarai', 'nama', 'number', 'list'],
    reminder: ['lupa', 'segan'],
    otherObject: ['temujanji', 'tempahan', 'pesanan', 'kedai', 'ubat', 'janji', 'order', 'barang', 'bil'],
    optOutPhrases: list(`
      salah nombor, tersalah nombor, silap nombor, salah number, wrong nombor, salah orang, bukan nombor, jangan
      ganggu, jangan kacau, jangan hubungi
    `),
    holdPhrases: [
      'tak berminat',
      'tidak berminat',
      'tak minat',
      'x minat',
      'tak nak',
      'cukup',
      'tak payah',
      'tidak terima kasih',
    ],
  },
};

export const TL: LanguagePack = {
  language: 'tl',
  source: 'Proposed; Tagalog is mixed with English, and its verbs take English stems ("mag-text", "i-text").',
  optOut: list(`
    itigil, itigil na, itigil mo na, itigil nyo na, tigil, tigil na, tigilan, tigilan mo na, tigilan nyo na, tigilan
    ninyo na, tigilan mo ako, tigilan nyo ako, ihinto, hinto, huminto, tanggalin, tanggalin mo ako, tanggalin nyo
    ako, alisin, alisin nyo ako, burahin, huwag na, wag na mag text, stop na, kanselahin, ikansela
  `),
  withNumber: ['itigil', 'tanggalin'],
  help: [
    'tulong',
    'sino to',
    'sino ito',
    'sino ka',
    'sino po kayo',
    'sino po sila',
    'sino yan',
    'sino po ito',
    'sino po to',
  ],
  polite: list(`
    po, opo, na po, po ninyo, naman, nga, lang, lng, salamat, salamat po, maraming salamat, paki, pakiusap, pasensya na, sana, please
    lang, na, ho, kayo
  `),
  yes: ['oo', 'opo'],
  no: ['hindi', 'hindi po'],
  phrases: {
    cease: ['itigil', 'tigil*', 'ihinto', 'huminto', 'tumigil', 'stop', 'hintuan', 'tama na'],
    contact: list(`
      text, magtext, pagtext, pagtetext, pagtxt, itext, nagtetext, message, magmessage, send, magsend, pagsend, padala*,
      pagpapadala, magpadala, tawag*, tumawag, pagtawag, mensahe, mangulit, kulit*, istorb*, spam, txt, pangungulit
    `),
    contactOrder: list(`
      text, magtext, itext, txt, magtxt, itxt, tetext, message, magmessage, send, magsend, isend, padalhan, magpadala, padala,
      tumawag, tawagan, mangulit, kulitin, istorbohin, guluhin, kontakin, magchat, chat
    `),
    messages: [
      'text',
      'texts',
      'txt',
      'mensahe',
      'message',
      'messages',
      'msg',
      'sms',
      'promo',
      'promos',
      'ads',
      'spam',
    ],
    self: ['ako', 'ko', 'akin', 'amin', 'kami', 'namin'],
    not: ['huwag', 'wag', 'huwag na', 'wag na'],
    unwilling: [
      'ayoko',
      'ayaw',
      'ayko',
      'ayaw ko',
      'ayaw na',
      'hindi ko gusto',
      'di ko gusto',
      'hindi gusto',
      'hindi na ako gusto',
    ],
    noMore: ['na', 'muli', 'ulit', 'kailanman'],
    want: ['gusto'],
    receive: ['makatanggap', 'tumanggap', 'matanggap'],
    remove: ['tanggal*', 'alisin', 'alis', 'burah*', 'delete', 'idelete', 'remove'],
    numberOrList: ['number', 'numero', 'listahan', 'list', 'pangalan', 'contact', 'contacts', 'record'],
    reminder: ['kalimut*', 'makalimut*', 'atubili'],
    otherObject: [
      'appointment',
      'order',
      'deliver*',
      'bayad',
      'gamot',
      'booking',
      'natanggap',
      'nakatanggap',
    ],
    optOutPhrases: list(`
      maling numero, maling number, mali ang numero, mali ang number, mali po ang numero, mali po ang number, mali po
      number, mali number, wrong number po, maling tao, hindi ito number, hindi po ito number, wag nang manggulo, wag
      mangulit, huwag mangulit, tantanan mo ako, tantanan nyo ako, tigilan nyo na ako, tigilan mo na ako, tigilan niyo na ako, tigilan ninyo na ako, lubayan mo ako, lubayan nyo ako
    `),
    holdPhrases: list(`
      ayoko na, ayaw ko na, ayoko, ayaw ko, tama na, tama na po, hindi interesado, di interesado, hindi ako interesado, hindi po
      ako interesado, sawa na ako, nakakainis, nakakaistorbo, hindi salamat
    `),
  },
};
