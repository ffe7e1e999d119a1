import { list, type LanguagePack } from '../language-pack.js';

export const EN: LanguagePack = {
  language: 'en',
  source:
    'stop, quit, end, revoke, opt out, cancel, unsubscribe: 47 CFR 64.1200(a)(10). stopall: https://developers.telnyx.com/docs/messaging/messages/advanced-opt-in-out. ' +
    'unsub: https://docs.plivo.com/docs/messaging/concepts/dnd-service/. remove: https://docs.aws.amazon.com/sms-voice/latest/userguide/keywords-required.html. ' +
    'spam: https://register.apple.com/resources/messages/messaging-documentation/policies. stop2quit: https://github.com/MoveOnOrg/Spoke. The rest: proposed.',
  optOut: list(`
    removal,
    stop, stop all, stopall, stop everything, stop it all, quit, quit all, end, end all, revoke,
    revoked, opt out, optout, opt out all, opted out, cancel, cancel all, unsubscribe, unsubscribe
    all, unsubscribed, unsubscribe me, unsub, unsub all, unsubs, unscribe, unsubscription, remove,
    remove me, remove all, spam, stop spam, stop2quit, stop2end, stop2stop, stop to end, stop to quit,
    stop to stop, stop to opt out, stop to unsubscribe, stop to cancel, stop 4 ever, stop4ever, text
    stop, sms stop, txt stop, send stop, stop sms, stop text, stop texts, stop message, stop messages,
    no more, dnc, do not call, do not contact, do not text, do not message, cease, cease all, cease
    and desist, desist, discontinue, terminate, delete me, report spam, report junk, opt, cancel text,
    cancel texts, cancel sms, end texts, end sms, opt me out, stahp
  `),
  withNumber: ['stop', 'stopall', 'stop all', 'unsubscribe', 'unsub', 'optout', 'opt out'],
  typoTolerant: list(`
    stop, stopall, quit, cancel, unsubscribe, unsub, optout, revoke, remove
  `),
  optIn: list(`
    start, unstop, un stop, subscribe, join, begin, resume, revert, opt in, optin, continue, start
    all, unstop all
  `),
  help: list(`
    help, info, support, agent, help me, i need help, need help, more info, can you help me, can you
    help, can someone help me, get help, help desk, customer service, customer support, information
    please, can u help me, can i get help, i want help, assistance, help info, could you help me,
    please help me, can i get some help, i need some help, i need assistance
  `),
  polite: list(`
    please, pls, plz, plse, pleas, pleez, pl0x, kindly, thanks, thank you, thank u, thankyou, thx,
    thnx, tnx, thanx, ty, tyvm, tysm, cheers, thank you very much, thanks so much, thank you so much,
    thanks a lot, many thanks, much appreciated, kthx, kthxbye, kthanksbye, ok, okay, k, kk, hi,
    hello, hey, hey there, hi there, good morning, good afternoon, good evening, good day, dear, sir,
    madam, maam, ma am, sirs, to whom it may concern, sorry, excuse me, yes, yeah, yea, yep, y, yo,
    rn, tho, though, fam, sis, girl, mate, pal, buddy, miss, mister, lady, ladies, gentlemen, friend,
    tia, smh, sheesh, bruv, chill, no, nope, nah, now, right now, just, already, immediately, at once,
    asap, forever, for ever, for good, permanently, seriously, really, ffs, wtf, omg, jeez, jesus, jesus christ, christ, good god, oh my god, my god, for crying out loud, lord, holy cow,
    damn, dammit, goddamn, for the last time, for the love of god, for gods sake, for fucks sake, and,
    so, but, then, bro, bruh, man, dude, guys, folks, people, team, everyone, bye, bye bye, and thank
    you, respectfully, politely, again, fucking, fuckin, freaking, well, oh, ugh, im begging you, i
    beg you, i repeat, one more time, once again, last time, i said, as i said, like i said, regards,
    kind regards, best regards, best, sincerely, god bless, have a nice day, have a good day, for
    real, 4 real, fr
  `),
  yes: list(`
    yes, y, yeah, yep, yup, yes please, ok, okay, sure, yea, confirm, i do, i agree, agree, ya,
    correct, all, everything, all of them, yes all, both
  `),
  no: list(`
    no, n, nope, nah, no thanks, no thank you, not all, keep, keep them, keep it
  `),
};
