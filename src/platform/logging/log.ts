import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { sqlState } from '../database/sql-state.js';
import { maskPersonalData } from './personal-data.js';

/** What a log line carries besides its sentence: ids, names, counts. Never an address, a message text or a secret. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Structured logs, one JSON object a line. Every text passes the personal-data mask, as a second net behind the rule of
 * logging ids only; an error is logged by name, code and masked message, never with the objects that hang on it
 * (a `pg` error carries its client, with host and user).
 */
export class Log implements LoggerService {
  private readonly pino: Logger;

  constructor(level: string, destination?: DestinationStream) {
    const options = { level, base: {}, timestamp: pino.stdTimeFunctions.isoTime };
    this.pino = destination ? pino(options, destination) : pino(options);
  }

  info(sentence: string, fields: LogFields = {}): void {
    this.pino.info(masked(fields), maskPersonalData(sentence));
  }

  warn(sentence: string, fields: unknown = {}): void {
    this.pino.warn(masked(asFields(fields)), maskPersonalData(sentence));
  }

  /** Nest calls it with a stack and a context, both texts; we call it with the error itself and fields. */
  error(sentence: unknown, cause?: unknown, fields?: unknown): void {
    this.pino.error({ ...masked(asFields(fields)), ...describe(cause) }, maskPersonalData(String(sentence)));
  }

  /** Nest's own start-up chatter; shown only when debugging. */
  log(message: unknown, context?: unknown): void {
    this.pino.debug({ context: String(context) }, maskPersonalData(String(message)));
  }
}

function asFields(value: unknown): LogFields {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry) => ['string', 'number', 'boolean'].includes(typeof entry[1])),
  );
}

function masked(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? maskPersonalData(value) : value,
    ]),
  );
}

function describe(cause: unknown): Record<string, unknown> {
  if (typeof cause === 'string') return { cause: maskPersonalData(cause) };
  if (!(cause instanceof Error)) return {};
  const code = 'code' in cause && typeof cause.code === 'string' ? { code: cause.code } : {};
  const frames = (cause.stack ?? '')
    .split('\n')
    .slice(1, 6)
    .map((line) => line.trim());
  // Prisma's messages quote the statement's arguments, message texts among them; its code has to do.
  const words = cause.name.startsWith('PrismaClient') ? sqlState(cause) : maskPersonalData(cause.message);
  return { error: cause.name, ...code, ...(words !== undefined && { cause: words }), at: frames };
}
