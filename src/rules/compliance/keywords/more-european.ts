import { list, type LanguagePack } from '../language-pack.js';

export const RO: LanguagePack = {
  language: 'ro',
  source: 'Proposed.',
  optOut: list(`
    dezabonare, dezabonați, dezabonează, dezabonează mă, opriți, oprește, oprire, anulare, anulează,
    renunț, șterge, nu mai trimiteți
  `),
  typoTolerant: ['dezabonare'],
  help: ['ajutor', 'cine este', 'cine ești', 'cine sunteți'],
  polite: ['vă rog', 'te rog', 'mulțumesc', 'mersi', 'bună ziua', 'bună'],
  yes: ['da'],
  no: ['nu'],
  phrases: {
    reminder: ['uita*', 'uiți', 'ezita*'],
    cease: ['opri*', 'încet*', 'termin*'],
    contact: ['trimit*', 'trimeț*', 'scri*', 'contact*', 'sun*', 'deranj*'],
    contactOrder: ['trimiteți', 'trimite', 'scrieți', 'scrie', 'contactați', 'sunați', 'deranjați'],
    messages: ['mesaj', 'mesaje', 'sms', 'sms uri', 'smsuri', 'reclame', 'spam', 'notificări'],
    self: ['mi', 'îmi', 'mă'],
    not: ['nu', 'niciodată'],
    noMore: ['mai', 'niciodată'],
    want: ['vreau', 'doresc'],
    receive: ['primesc', 'primi'],
    remove: ['ștergeți', 'scoateți', 'eliminați'],
    numberOrList: ['numărul', 'listă', 'lista'],
    unsubscribe: ['dezabon*'],
    optOutPhrases: [
      'numărul greșit',
      'nu e numărul',
      'nu este numărul',
      'persoană greșită',
      'îmi retrag consimțământul',
      'lasă mă în pace',
      'număr greșit',
      'lăsați mă în pace',
      'ați greșit numărul',
      'nu mai trimiteți',
    ],
    holdPhrases: ['nu mă interesează', 'nu mulțumesc', 'ajunge', 'destul'],
  },
};

export const HU: LanguagePack = {
  language: 'hu',
  source: 'Proposed.',
  optOut: list(`
    leiratkozás, leiratkozom, leiratkozni, lemondás, lemondom, állj, hagyják abba, hagyd abba, törlés,
    töröljenek, ne írjanak, ne írjatok, ne küldjenek több üzenetet, nem kérek több üzenetet, nem kérek
    több sms t
  `),
  typoTolerant: ['leiratkozás', 'leiratkozom'],
  help: ['segítség', 'súgó', 'ki ez', 'kicsoda'],
  polite: ['kérem', 'köszönöm', 'kösz', 'jó napot', 'szia', 'azonnal'],
  yes: ['igen'],
  no: ['nem'],
  phrases: {
    reminder: ['felejts*', 'habozz*'],
    cease: ['hagyják abba', 'hagyd abba', 'hagyja abba', 'fejezzék be'],
    contact: ['küld*', 'ír*', 'zaklat*', 'hív*'],
    contactOrder: list(`
      küldjenek, küldj, küldjetek, írjanak, írj, zaklassanak, keressenek, hívjanak
    `),
    messages: ['üzenet*', 'sms*', 'reklám*', 'spam*'],
    self: ['nekem', 'engem'],
    not: ['ne', 'nem', 'soha'],
    noMore: ['több*', 'soha', 'tovább'],
    want: ['kérek', 'akarok', 'szeretnék'],
    receive: ['kapni'],
    remove: ['töröl*', 'vegy*', 'távolíts*'],
    numberOrList: ['szám*', 'lista', 'listá*', 'adatbázis*', 'nevem*'],
    otherObject: ['rendelés*', 'időpont*', 'foglalás*', 'számlá*', 'csomag*'],
    optOutPhrases: [
      'rossz számot',
      'téves számot',
      'nem az ő száma',
      'nem ő az',
      'visszavonom a hozzájárulás',
      'visszavonom a hozzájárulásom',
      'hagyjatok békén',
      'rossz szám',
      'téves szám',
      'téves',
      'hagyjanak békén',
      'hagyj békén',
    ],
    holdPhrases: ['nem érdekel', 'köszönöm nem', 'nem köszönöm', 'elég'],
  },
};

export const EL: LanguagePack = {
  language: 'el',
  source: 'Proposed.',
  optOut: list(`
    διαγραφή, διαγραφη, σταματήστε, σταμάτα, στοπ, ακύρωση, απεγγραφή, κατάργηση εγγραφής, τέλος,
    διαγράψτε με, μην στέλνετε
  `),
  typoTolerant: ['διαγραφή', 'απεγγραφή'],
  help: ['βοήθεια', 'ποιος είναι', 'ποιος είσαι', 'ποιοι είστε'],
  polite: ['παρακαλώ', 'ευχαριστώ', 'γεια σας', 'γεια', 'καλημέρα'],
  yes: ['ναι'],
  no: ['όχι'],
  phrases: {
    reminder: ['ξεχν*', 'ξεχάσ*', 'διστάσ*'],
    cease: ['σταμάτα*', 'σταματήστε', 'σταματησ*'],
    contact: ['στέλν*', 'στείλ*', 'γράφ*', 'ενοχλ*', 'καλεί*'],
    contactOrder: list(`
      στέλνετε, στέλνεις, στείλετε, στείλεις, γράφετε, ενοχλείτε, ξαναστείλετε
    `),
    messages: ['μήνυμα', 'μηνύματα', 'sms', 'διαφημίσεις'],
    self: ['μου', 'με'],
    not: ['μη', 'μην', 'δεν', 'ποτέ'],
    noMore: ['άλλα', 'άλλο', 'πια', 'ξανά', 'πλέον'],
    want: ['θέλω', 'επιθυμώ'],
    receive: ['λαμβάνω', 'παίρνω'],
    remove: ['διαγράψτε', 'αφαιρέστε', 'βγάλτε'],
    numberOrList: ['αριθμό', 'λίστα', 'τηλέφωνο'],
    optOutPhrases: [
      'λάθος τηλέφωνο',
      'λάθος άτομο',
      'δεν είναι ο αριθμός',
      'δεν είναι το νούμερο',
      'ανακαλώ τη συγκατάθεσή',
      'λάθος αριθμός',
      'λάθος νούμερο',
      'αφήστε με ήσυχο',
      'αφήστε με ήσυχη',
    ],
    holdPhrases: ['δεν ενδιαφέρομαι', 'όχι ευχαριστώ', 'αρκετά', 'φτάνει'],
  },
};

export const TR: LanguagePack = {
  language: 'tr',
  source: 'iptal, ret: Turkish commercial message practice (İYS); the rest: proposed.',
  optOut: list(`
    iptal, ret, durdur, durdurun, abonelikten çık, üyelik iptal, iptal et, iptal edin, listeden çıkar,
    listeden çıkarın, yeter artık mesaj atmayın, çık, mesaj istemiyorum, sms istemiyorum, mesaj
    atmayın, mesaj göndermeyin, sms iptal, kapat
  `),
  withNumber: ['iptal', 'ret'],
  help: [
    'yardım',
    'kimsiniz',
    'sen kimsin',
    'kim bu',
    'kimsiniz siz',
    'kimsin',
    'bu kim',
    'siz kimsiniz',
    'bilgi',
  ],
  polite: ['lütfen', 'teşekkürler', 'teşekkür ederim', 'sağolun', 'merhaba', 'selam', 'artık', 'hemen'],
  yes: ['evet'],
  no: ['hayır'],
  phrases: {
    reminder: ['unutma*', 'çekinme*'],
    cease: ['durdur*', 'kesin', 'bırak*', 'iptal', 'istemiyor*'],
    contact: ['gönder*', 'yazma*', 'atma*', 'arama*', 'rahatsız'],
    contactOrder: ['göndermeyin', 'gönderme', 'atmayın', 'atma', 'yazmayın', 'yazma', 'aramayın'],
    messages: ['mesaj', 'mesajlar', 'mesajları', 'mesajı', 'sms', 'reklam', 'bildirim'],
    not: ['göndermeyin', 'gönderme', 'atmayın', 'atma', 'yazmayın', 'yazma', 'aramayın', 'istemiyorum'],
    noMore: ['daha', 'bir daha', 'artık'],
    self: ['bana', 'beni', 'bize'],
    want: ['istemiyorum', 'istemiyoruz'],
    unwilling: ['istemiyorum', 'istemiyoruz', 'istemem'],
    refusal: [
      'göndermeyin',
      'gönderme',
      'göndermeyiniz',
      'atmayın',
      'atma',
      'atmayınız',
      'yazmayın',
      'yazma',
      'aramayın',
      'yollamayın',
      'yollama',
      'iletmeyin',
    ],
    remove: ['sil', 'silin*', 'silinsin', 'silebilir', 'çıkar*', 'kaldır*'],
    numberOrList: ['numara*', 'liste', 'listeden', 'listeni*', 'listesinden', 'rehber*', 'ismimi', 'kaydımı'],
    receive: ['almak', 'alma'],
    otherObject: ['randevu*', 'sipariş*', 'rezervasyon*', 'kargo*'],
    optOutPhrases: list(`
      yanlış kişi, yanlış numaraya, numaram değil, rızamı geri çekiyorum, izin vermiyorum, beni aramayın, rahatsız etme, numaram silinsin,
      yanlış numara, beni rahat bırakın, beni rahat bırak, mesaj atmayın, mesaj göndermeyin, sms
      göndermeyin, sms atmayın, rahatsız etmeyin, mesaj gönderme, mesaj atma, mesaj istemiyorum, sms
      istemiyorum, numaramı silin, bir daha yazmayın, listeden çıkarın
    `),
    holdPhrases: ['ilgilenmiyorum', 'istemiyorum', 'hayır teşekkürler', 'yeter'],
  },
};
