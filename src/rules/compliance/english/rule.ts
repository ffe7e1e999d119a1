import type { Finding } from '../classification.js';

/** A finding whose places are indices into the terms of one clause. */
export type ClauseFinding = Finding & {
  /** The clause says nothing but "stop": the rest of the message may still turn it into a joke. */
  readonly bare?: true;
};

/** What a rule may know about the rest of the message. */
export type Surroundings = {
  /** The message has no other clause than this one, courtesies apart. */
  readonly alone: boolean;
  /** An earlier clause spoke of a number or a list: "who gave you this number? remove it". */
  readonly numberMentioned: boolean;
  /** An earlier clause spoke of messages or of writing to somebody: "you're texting my work phone, please don't". */
  readonly contactMentioned: boolean;
  /** An earlier clause says that they have nothing to do with us: "I'm not a customer anymore". */
  readonly strangerMentioned: boolean;
  /** This clause or an earlier one says that somebody has died. */
  readonly deathMentioned: boolean;
};

/** Looks at one clause; most rules begin at a cue word and read outwards. */
export type ClauseRule = (clause: readonly string[], surroundings: Surroundings) => ClauseFinding | undefined;

export function optOut(ruleId: string, from: number, to: number): ClauseFinding {
  return { class: 'opt_out', ruleId, confidence: 'likely', from, to };
}

export function hold(ruleId: string, from: number, to: number): ClauseFinding {
  return { class: 'hold', ruleId, confidence: 'possible', from, to };
}

export function help(ruleId: string, from: number, to: number): ClauseFinding {
  return { class: 'help', ruleId, confidence: 'likely', from, to };
}
