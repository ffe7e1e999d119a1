import { list } from './language-pack.js';

/**
 * Words that are one slip away from a typo-tolerant keyword and yet mean themselves: never an opt-out. Found by comparing every slip
 * of every such keyword with an English word list, and by hand for the other languages.
 */
export const REAL_WORDS: ReadonlySet<string> = new Set(
  list(`
    atop, estop, shop, stoop, strop, stow,
    quilt, quirt, quoit, squit, suit,
    evoke, revoker, revokes, removed, remover, removes,
    arrester, arretes, framed, retener, anmelden, anmeldung, aanmelden,
    subscribe, subscribed, subscriber, subscribers, subscribes, inscribe, inscribed
  `),
);
