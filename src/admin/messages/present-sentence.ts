/** An answer as it stands now. */
export type PresentAnswer = {
  readonly kind: string;
  readonly status: string;
  readonly reason: string | null;
};

const NAMES: Readonly<Record<string, string>> = {
  reply: 'reply',
  confirmation: 'confirmation',
  help: 'help text',
};

const ENDS: Readonly<Record<string, string>> = {
  suppressed: 'was withheld',
  cancelled: 'was withheld',
  expired: 'was withheld',
  failed: 'could not be sent',
};

/**
 * Why the customer did not get the answer that was decided, as a clause: "the reply was withheld: The contact has opted out."; `undefined`
 * when an answer left or still may, and when there is none.
 *
 * @param answers - Those to one message, oldest first; what people wrote by hand does not count.
 */
export function withheldClause(answers: readonly PresentAnswer[]): string | undefined {
  const own = answers.filter(({ kind }) => kind !== 'manual' && kind !== 'resend');
  const last = own.at(-1);
  if (last === undefined || !own.every(({ status }) => ENDS[status] !== undefined)) return undefined;
  const clause = `the ${NAMES[last.kind] ?? 'answer'} ${ENDS[last.status] ?? 'was withheld'}`;
  return last.reason === null ? `${clause}.` : `${clause}: ${last.reason}`;
}

/**
 * The sentence of a decision with what became of its answer since. What was decided stays on record as it was, so that it can be made
 * again; only what people read is brought up to date.
 */
export function presentSentence(sentence: string, withheld: string | null | undefined): string {
  return withheld === null || withheld === undefined
    ? sentence
    : `${sentence.replace(/\.$/u, '')}, but ${withheld}`;
}
