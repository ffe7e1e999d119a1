export type Level = 'ok' | 'warn' | 'fail';

/** What one check found, and what to do about it. */
export type Finding = {
  readonly level: Level;
  readonly subject: string;
  readonly detail: string;
  readonly todo?: string;
};
