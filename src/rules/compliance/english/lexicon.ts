/** A set of words, written with spaces and line breaks between them. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}

/** Verbs that end an activity: "stop texting". */
export const STOP_VERBS = words('stop stahp stap quit cease halt discontinue desist stopping stopped');
/** Verbs that end a thing: "cancel these texts". Without an object they are about a thing we do not know. */
export const END_VERBS = words('end cancel terminate kill deactivate disable');
/** Verbs that take a person or number out of something. */
export const REMOVE_VERBS = words(`
  remove delete take get drop erase scratch strike pull cross wipe purge exclude clear forget lose
  removing taking block scrub omit expunge leave count keep cut
`);
export const REMOVED = words('removed taken deleted dropped erased');

export const CONTACT_VERBS = words(`
  text message contact call email mail send spam bother harass bug ping write notify disturb solicit
  pester annoy reply respond phone ring sms dm market advertise communicate stalk msg irritate
`);
export const CONTACT_GERUNDS = words(`
  texting messaging contacting calling emailing mailing sending spamming bothering harassing bugging
  pinging writing notifying disturbing soliciting pestering annoying replying responding phoning ringing
  smsing dming marketing advertising communicating stalking irritating hounding blasting hitting
  bombarding flooding targeting pursuing
`);
export const CONTACTED = words(`
  contacted texted messaged called emailed spammed bothered harassed notified disturbed solicited
`);
export const RECEIVE_VERBS = words('receive receiving get getting hear hearing see seeing have');

export const MESSAGES = words(`
  texts messages sms smses mms notifications alerts spam promos promotions offers ads adverts
  advertisements advertising marketing newsletter newsletters emails updates calls communications
  communication correspondence reminders solicitations solicitation deals coupons blasts texting messaging junk
  mailings campaigns robotexts robocalls promotional comms coms notices
`);
export const ONE_MESSAGE = words('text message promo promotion ad advert alert notification email');
export const ABUSE = words('crap shit bs bullshit garbage nonsense harassment madness stuff trash');
export const MARKETING = words(`
  promos promotions promotional marketing offers ads adverts advertisements advertising newsletter
  newsletters deals coupons
`);

export const SELF = words('me us myself');
/** Whoever else the messages are for: the same phone, or one whose owner cannot speak for themselves. */
export const THIRD = words('him her');
export const KIN = words(`
  husband wife kid kids son sons daughter daughters mom mum mother dad father grandma grandpa grandmother
  grandfather granny brother sister uncle aunt family children child parents partner spouse girlfriend boyfriend
  boss client employee roommate neighbor neighbour
`);
/** People and places that share the phone. */
export const HOUSEHOLD = new Set([...KIN, ...words('house home work job business office phone')]);
export const NUMBER = words(`
  number phone cell name line info digits details email mobile contact num cellphone landline
`);
export const LIST = words(`
  list lists database system records group thread chat roster distribution contacts directory mailing
  mailings subscription subscriptions program crm registry dnc files rotation campaign
`);
export const SUBSCRIPTION = words(`
  subscription membership account plan service subscriptions profile enrollment
`);
export const DEICTIC = words('this that it these those them everything all');
export const PLURAL_DEICTIC = words('these those them');

export const MODIFIERS = words(`
  the a an these those this that your any all every more further future such of with automated automatic
  annoying unwanted unsolicited daily weekly constant stupid dumb endless other political sales bulk mass
  our their his to about from my another additional nonstop spammy group damn ur receiving up out for dang
  lousy useless
`);
/** Who, with "not" before it, says that they have nothing to do with us. */
export const RELATIONS = words(
  'customer client patient member subscriber resident tenant student guest donor voter',
);
/** Nouns that turn a message word before them into something else: "email order". */
export const THINGS = words(`
  order orders appointment appointments reservation booking delivery payment service machine box card
  address bill invoice app
`);

export const NEGATIVE = words(`
  dont never not nolonger didnt doesnt wont cant wouldnt couldnt shouldnt mustnt isnt arent havent
`);
export const NOUN_MARKERS = words(`
  the a an bus full pit non next last first one every each truck rest train metro subway tram of at in on
  by front dead week low high back year month day tail stop and whistle red bike weekend no my our its two
`);
export const PERSON_SUBJECT = words(`
  he she they it who his her sister brother mom mum dad wife husband boss doctor friend everyone someone
  somebody people rain
`);

export const TIME_LIMITS = words(`
  until till til before after during while when tonight tomorrow late early weekend weekends weekday
  weekdays night nights morning mornings evening evenings midnight sunday sundays saturday saturdays
  monday mondays tuesday wednesday thursday friday week month temporarily awhile unless fornow
`);
/** What may follow a complete request without giving it another object. */
export const ADVERBS = words(`
  anymore again today also too guys bro man dude lol forever already at here thanks or and im i we its
  thats because cause cuz as since or since you this is not no ive ill id my about from with without
  regarding like for on in wtf fr
`);
export const CLAUSE_OPENERS = words(`
  i im ive id ill we you youre thisis its not no who whos wrong dont he she they thats never why what
  nobody your my please didnt because cuz since leave remove isnt is was are
`);
export const AFFECTION = words(`
  funny cute sweet adorable love hilarious kidding joking teasing blushing amazing babe baby killing
  laughing beautiful gorgeous funniest silly spoiling
`);
export const COMPLIMENTS_TO_KEEP = words('stop unsubscribe miss lose cancel quit leave remove optout');
