import { storableText, type JsonObject } from '../../messaging/untrusted.js';

/** A route as its decorators describe it: `rules`, `PUT`, `:id/rollback`. */
export type Route = { readonly collection: string; readonly method: string; readonly path: string };

const VERBS: Readonly<Record<string, string>> = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'update',
  DELETE: 'delete',
};

/** What a change is called on the audit trail: `POST rules/:id/rollback` is `rules.rollback`, `PUT connections/:id/webhooks/:webhookId` is `connections.webhooks.update`. */
export function actionOf({ collection, method, path }: Route): string {
  const segments = path.split('/').filter((segment) => segment !== '');
  const named = segments.filter((segment) => !segment.startsWith(':'));
  const words = [...collection.split('/'), ...named];
  const namesItsVerb = method === 'POST' && segments.length > 0 && segments.at(-1) === named.at(-1);
  return [...words, ...(namesItsVerb ? [] : [VERBS[method] ?? method.toLowerCase()])].join('.');
}

/**
 * What of a body may stand on the audit trail: which fields were given, and of these only what can be no secret, no text and no address, that
 * is switches, numbers, and what the route `tells` because it is one of a few words. `undefined` when there was none.
 */
export function bodySummary(
  body: JsonObject | undefined,
  tells: readonly string[] = [],
): Record<string, string | number | boolean> | undefined {
  const fields = Object.entries(body ?? {}).filter(([name]) => name !== 'reason');
  if (fields.length === 0) return undefined;
  return Object.fromEntries(
    fields
      .slice(0, MOST_FIELDS)
      .map(([name, value]) => [
        storableText(name).slice(0, LONGEST_NAME),
        summaryOf(value, tells.includes(name)),
      ]),
  );
}

const MOST_FIELDS = 40;
const LONGEST_NAME = 60;

function summaryOf(value: unknown, isTold: boolean): string | number | boolean {
  if (typeof value === 'boolean' || typeof value === 'number' || (isTold && typeof value === 'string'))
    return value;
  if (value === null) return 'nothing';
  return Array.isArray(value) ? `${value.length} given` : 'given';
}
