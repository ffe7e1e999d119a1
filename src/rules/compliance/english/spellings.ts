import { words } from './lexicon.js';

/**
 * Reads lines of the form `meaning = spelling, spelling`; `-` as meaning leaves the words out.
 * A meaning may be two words; they become two terms.
 */
function table(text: string): ReadonlyMap<string, string> {
  const entries = text
    .split('\n')
    .filter((line) => line.includes('='))
    .flatMap((line) => {
      const [meaning = '', spellings = ''] = line.split('=').map((part) => part.trim());
      return spellings
        .split(',')
        .map((spelling): [string, string] => [spelling.trim(), meaning === '-' ? '' : meaning]);
    });
  return new Map(entries);
}

/** Groups of words that mean one thing, under the name the grammar knows them by. */
export const GROUPS = table(`
  fornow = for now, for today
  - = for good, for ever, for real, the hell, the f, the fuck, the heck, right now, at all, at once
  - = thank you, of course
  dont = do not
  cant = can not
  wont = will not
  wouldnt = would not
  didnt = did not
  doesnt = does not
  shouldnt = should not
  couldnt = could not
  isnt = is not
  arent = are not
  havent = have not
  not = am not, im not, i am not
  mustnt = may not, must not
  nolonger = no longer
  anymore = any longer, any more
  no more = no mo
  optout = opt out, opting out
  optedout = opted out
  optin = opt in, opted in
  email = e mail
  emails = e mails
  number = phone number, cell number, mobile number, phone no, contact info, contact information
  number = contact details, personal information
  phone = cell phone, phone line
  message = text message, text msg, txt msg, sms message
  messages = text messages, text msgs, txt msgs, sms messages
  alerts = text alerts
  notifications = text notifications
  im = i am
  youre = you are, you r
  you = you all, you guys, you people, y all, you folks
  gonna = going to
  gotta = got to
  its = it is
  thisis = this is
  contact = reach out, hit up
  contact me = hit me up, hit my line
  contact us = hit us up
  contacting = reaching out
  spam = blow up
  spamming = blowing up, blowin up
  delete = get rid of
  you to = you 2
  need to = need 2
  have to = have 2
  want to = want 2
  how to = how 2
  notnow = not right now, not now
  list = mailing list, contact list, call list, marketing list, text list, texting list, phone list
  list = sms list, distribution list, email list, message list, messaging list, subscriber list
  list = subscription list
  group = group text
  unsubscribe = un subscribe
  signmeup = sign me up
  signedup = signed up
  signup = sign up
  dont call = do not call
  stop = knock off, cut out, lay off, layoff
  cease = cease and desist
`);

/** Most words begin no group, and need not be joined with the next to find that out. */
export const GROUP_OPENERS: ReadonlySet<string> = new Set(
  [...GROUPS.keys()].map((group) => group.slice(0, group.indexOf(' '))),
);

/** Spellings of one word. */
export const SPELLINGS = table(`
  you = u, ya, yall, yous, youse
  your = ur, yr, yur
  are = r
  text = txt, tm
  texts = txts
  texting = txtn, textn, txing, txtig, texn, txting, txtin, texing, textin, texxting, txtng, textng, tming
  texted = txted
  message = msg, mesage, messege, mssg
  messages = msgs, mesages, messges, mssgs
  messaging = msging, messagin, messging
  messaged = msgd
  calling = callin
  sending = sendin, sndng
  send = snd
  wrong = incorrect, rong, worng, wrng
  spamming = spammin
  getting = gettin
  bothering = botherin
  contacting = contactin, contating
  receiving = receving, recieving
  receive = recieve, recive, receve, receieve
  dont = dnt, dun, donot, dontt
  cant = cannot
  with = w, wit
  and = n
  the = da
  this = dis
  these = dese, thse
  them = em
  wanna = wana
  give me = gimme
  let me = lemme
  unsubscribe = unsubscribing, unsub
  unsubscribed = unsubbed
  number = num, nbr, numbr, nmber, nummber, numer, #
  no = nomore
  interested = intrested, intersted, intrsted, interrested, intereseted
  how did = howd
  where did = whered
  account = acct, acc
  f = eff
  anymore = anymor
  remove = rmv
  removed = removd
  - = plz
  should = shud
  could = cud
  would = wud
  whats = wats
  stop = stopit, stp
  never = nvr, nevr
  stopped = stoped
  promotions = promtions
  me = mee
  notification = notif
  notifications = notifs
`);

/** Words that add heat or politeness but no meaning. */
export const EMPTY = words(`
  but please pls plz plse kindly just ever even really actually literally immediately now asap seriously
  already fucking fuckin effing fkn freaking freakin frigging damn damned goddamn bloody tf politely
  respectfully thanks thx ty thankyou tysm ok okay hi hello hey sir madam maam omg ffs ugh well so
  instantly forever permanently simply officially hereby formally totally also again repeatedly hmm hm
  continually constantly definitely respectfuly
  `);
