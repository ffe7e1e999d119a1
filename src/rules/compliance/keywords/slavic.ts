import { list, type LanguagePack } from '../language-pack.js';

const BIRD =
  'https://docs.bird.com/applications/channels/channels/supported-channels/sms/concepts/opt-in-and-opt-out-compliance';

export const PL: LanguagePack = {
  language: 'pl',
  source: `zatrzymaj, pomocy: ${BIRD}. The rest: proposed.`,
  optOut: list(`
    zatrzymaj, rezygnuję, rezygnacja, wypisz, wypisz mnie, wypisz się, wyłącz, usuń, usuń mnie,
    anuluj, koniec, odwołuję zgodę, cofam zgodę, wyrejestruj, przestań, przestańcie, proszę przestać,
    anuluj subskrypcję
  `),
  withNumber: ['zatrzymaj', 'wypisz', 'rezygnuję'],
  typoTolerant: ['zatrzymaj', 'rezygnuję', 'wyrejestruj'],
  help: [
    'pomocy',
    'pomoc',
    'kto to',
    'kto to jest',
    'kim jesteście',
    'kim pan jest',
    'kim pani jest',
    'kim jesteś',
    'kto pisze',
    'potrzebuję pomocy',
  ],
  polite: ['proszę', 'dziękuję', 'dzięki', 'dzień dobry', 'cześć', 'natychmiast'],
  yes: ['tak'],
  no: ['nie'],
  phrases: {
    reminder: ['zapomn*', 'zapomin*', 'wahaj*'],
    cease: ['przestań*', 'przestać', 'skończ*', 'zatrzymaj*', 'dość', 'zaprzesta*', 'koniec z'],
    contact: list(`
      wysył*, wysł*, pisz*, pisa*, kontakt*, dzwoni*, przysył*, nęka*, spam*, męcz*
    `),
    contactOrder: list(`
      wysyłać, wysyłaj, wysyłajcie, pisz, piszcie, pisać, kontaktować, kontaktujcie, dzwonić,
      dzwońcie, przysyłajcie, przysyłać
    `),
    messages: list(`
      wiadomość, wiadomości, sms, smsy, smsów, sms ów, smsow, reklam, reklamy, spam, spamu,
      powiadomień, ofert
    `),
    self: ['mu', 'jej', 'mi', 'mnie', 'do mnie', 'nam'],
    not: ['nie', 'żadnych', 'nigdy'],
    noMore: ['więcej', 'już', 'nigdy'],
    want: ['chcę', 'życzę', 'chcemy', 'wyrażam zgody'],
    receive: ['otrzymyw*', 'dostaw*'],
    remove: ['usunięci*', 'skasuj*', 'wykreśleni*', 'usuń', 'usuńcie', 'usunąć', 'skreśl*', 'wykreśl*'],
    numberOrList: ['numeru', 'listę', 'nr', 'telefon', 'numer', 'listy', 'lista', 'bazy', 'kontakt', 'dane'],
    unsubscribe: ['wypisz*', 'wypisać', 'zrezygnować', 'rezygnuję'],
    otherObject: ['wizyt*', 'zamówieni*', 'zakup*', 'rezerwacj*'],
    optOutPhrases: list(`
      to nie ten numer, to nie jest numer, niewłaściwy numer, pomyliłeś numer, pomyliła pani numer, pomylił pan numer, pomyliliście numer, cofam zgodę, wycofuję zgodę, odwołuję zgodę, odczepcie się, odczep się,
      zły numer, pomyłka, zostawcie mnie w spokoju, zostaw mnie w spokoju, dajcie mi spokój, daj mi
      spokój, to pomyłka, nie ten numer
    `),
    holdPhrases: list(`
      nie dziękuję, nie jestem zainteresowany, nie jestem zainteresowana, dość, wystarczy, nie
      interesuje mnie to
    `),
  },
};

export const CS: LanguagePack = {
  language: 'cs',
  source: 'Proposed.',
  optOut: list(`
    zrušit, odhlásit, odhlaste mě, konec, ukončit, zastavit, přestaňte, neposílejte, neposílat,
    nepište mi, odhlašuji, odhlášení, vymazat
  `),
  withNumber: ['zrušit', 'odhlásit'],
  typoTolerant: ['odhlásit'],
  help: ['pomoc', 'nápověda', 'kdo jste', 'kdo to je', 'kdo píše'],
  polite: ['prosím', 'děkuji', 'díky', 'dobrý den', 'ahoj'],
  yes: ['ano', 'jo'],
  no: ['ne'],
  phrases: {
    reminder: ['nezapome*', 'zapome*', 'neváhej*'],
    cease: ['přestaň*', 'skončete', 'dost'],
    contact: ['obtěž*', 'posíl*', 'psát', 'piš*', 'kontakt*', 'vol*', 'otrav*', 'neposíl*', 'nepiš*'],
    refusal: ['neposíl*', 'nepiš*', 'nekontaktuj*', 'nevolej*', 'nesms*', 'neotravuj*'],
    unwilling: ['nechci', 'nechceme', 'nepřeji', 'nepřejeme'],
    contactOrder: ['neposílejte', 'neposílej', 'nepište', 'nepiš', 'nekontaktujte', 'nevolejte'],
    messages: ['zprávy', 'zpráv', 'sms', 'smsky', 'reklamy', 'spam'],
    self: ['mi', 'mě', 'nám'],
    not: ['už', 'žádné', 'nikdy', 'nechci'],
    noMore: ['už', 'další', 'nikdy', 'žádné'],
    want: ['nechci', 'nepřeji'],
    receive: ['dostáv*', 'přijím*'],
    unsubscribe: ['odhlas*', 'odhlás*'],
    remove: ['vymažte', 'smažte', 'odstraňte'],
    numberOrList: ['číslo', 'seznamu', 'databáze'],
    optOutPhrases: list(`
      to není číslo, chybné číslo, nemáte správné číslo, odvolávám souhlas, dejte mi pokoj, dej mi pokoj, spletli jste si číslo, máte špatné číslo,
      špatné číslo, nechte mě být, omyl, už mi nepište, už neposílejte, nepište mi, neposílejte mi
    `),
    holdPhrases: ['nemám zájem', 'ne děkuji', 'dost', 'stačí'],
  },
};

export const RU: LanguagePack = {
  language: 'ru',
  source: `остановить, помощь: ${BIRD}. The rest: proposed.`,
  optOut: list(`
    стоп, остановить, остановите, остановитесь, отписаться, отпишите, отпишите меня, отписка,
    отписать, отмена подписки, отказ, отказаться, отменить, хватит, прекратить, прекратите, удалить,
    удалите меня, отменить подписку, отключить, стоп смс, стоп рассылка, не беспокоить, отстаньте,
    отвалите, нет рассылке, отпиши меня
  `),
  withNumber: ['стоп'],
  typoTolerant: ['отписаться', 'остановить', 'прекратить'],
  optIn: ['старт', 'подписаться', 'возобновить'],
  help: ['помощь', 'помогите', 'кто это', 'кто вы', 'кто ты', 'справка', 'инфо', 'вы кто'],
  polite: list(`
    пожалуйста, пж, плиз, спасибо, здравствуйте, привет, добрый день, немедленно, уже, срочно
  `),
  yes: ['да'],
  no: ['нет'],
  phrases: {
    reminder: ['забуд*', 'забыв*', 'стесня*'],
    cease: list(`
      хватит, прекрат*, переста*, остановите, остановить, стоп, отключите, отключить, заканчивайте,
      довольно, отмените, отменить
    `),
    contact: list(`
      присыла*, слать, пишит*, писать, отправл*, звон*, беспоко*, спам*, шлит*, высыла*, посыла*
    `),
    contactOrder: list(`
      присылайте, присылай, пишите, пиши, отправляйте, отправляй, звоните, беспокойте, шлите,
      высылайте, посылайте, присылать, слать, спамьте
    `),
    messages: list(`
      сообщения, сообщений, сообщение, смс, смски, рассылку, рассылки, рассылка, рассылок, спам,
      рекламу, рекламы, уведомления, sms
    `),
    self: ['ему', 'ей', 'мне', 'меня', 'нам'],
    not: ['не', 'никогда', 'никаких'],
    noMore: ['больше', 'никогда', 'впредь'],
    want: ['хочу', 'желаю', 'хотим', 'согласен', 'согласна'],
    receive: ['получать', 'получал*', 'видеть'],
    remove: ['удалит*', 'уберите', 'убрать', 'вычеркн*', 'исключит*'],
    numberOrList: ['номер', 'списка', 'базы', 'контакт', 'рассылки', 'данные'],
    unsubscribe: ['отпис*', 'отпиш*'],
    otherObject: ['парковк*', 'автобус*', 'заказ*', 'запись', 'приём', 'машин*', 'доставк*', 'брон*'],
    optOutPhrases: list(`
      не туда попали, не туда пишете, не туда звоните, номером ошиблись, ошибся номером, ошиблась номером, отзываю согласие, отвяжитесь, отвали, это не номер, это не его номер, это не её номер, больше не его номер,
      не тот номер, ошиблись номером, вы ошиблись, оставьте меня в покое, отстань от меня, отстаньте
      от меня, больше не пишите, больше не присылайте, неправильный номер
    `),
    holdPhrases: list(`
      не нужно, не нужно спасибо, не интересует, не интересно, неинтересно, нет спасибо, спасибо не надо, не надо, достали,
      довольно, надоели
    `),
  },
};

export const UK: LanguagePack = {
  language: 'uk',
  source: 'Proposed.',
  optOut: list(`
    відписатися, відписатись, відпишіть, відпишіть мене, зупинити, припиніть, припинити, відмова,
    відмовитись, скасувати, досить, видалити, стоп
  `),
  typoTolerant: ['відписатися'],
  help: ['допомога', 'допоможіть', 'хто це', 'хто ви'],
  polite: ['будь ласка', 'дякую', 'вітаю', 'добрий день'],
  yes: ['так'],
  no: ['ні'],
  phrases: {
    reminder: ['забуд*', 'забува*', 'соромт*'],
    cease: ['хватит', 'припин*', 'досить', 'перестан*', 'годі', 'зупиніть'],
    contact: ['надсила*', 'писати', 'пишіть', 'телефону*', 'дзвон*', 'турбу*', 'слати', 'шліть'],
    contactOrder: ['надсилайте', 'надсилай', 'пишіть', 'пиши', 'дзвоніть', 'турбуйте', 'шліть'],
    messages: ['повідомлення', 'повідомлень', 'смс', 'розсилку', 'розсилки', 'рекламу', 'спам'],
    self: ['йому', 'їй', 'мені', 'мене'],
    not: ['не', 'ніколи'],
    noMore: ['більше', 'ніколи'],
    want: ['хочу', 'бажаю'],
    receive: ['отримувати'],
    remove: ['видаліть', 'приберіть'],
    numberOrList: ['номер', 'списку', 'бази'],
    unsubscribe: ['відпис*', 'відпиш*'],
    optOutPhrases: [
      'помилилися номером',
      'помилився номером',
      'номером помилилися',
      'неправильний номер',
      'не туди потрапили',
      'відкликаю згоду',
      'відчепіться',
      'відстаньте',
      'залиште мене в спокої',
      'це не номер',
      'не той номер',
      'помилились номером',
      'дайте спокій',
    ],
    holdPhrases: ['не цікавить', 'не цікаво', 'ні дякую', 'досить'],
  },
};
