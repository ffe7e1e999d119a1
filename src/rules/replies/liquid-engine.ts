import { Liquid, assert, filters } from 'liquidjs';
import type { FilterImplOptions } from 'liquidjs';

type FilterHandler = Exclude<FilterImplOptions, { raw: boolean }>;

const MAX_SOURCE_LENGTH = 4_000;
/** Characters and elements that filters may create in one rendering, far above any reply and far below any harm. */
const MEMORY_LIMIT = 100_000;

/**
 * There are no loops: a text message needs none (`join` lists tags), and without them the work is bounded by the template's
 * length. A time limit would do it too, but then a busy machine could decide otherwise than a quiet one.
 * No tag reaches a file either.
 */
const ALLOWED_TAGS = ['if', 'unless', 'case', 'assign', 'capture', 'echo', 'comment', 'raw', '#'];

/** Filters that give the same output for the same input; nothing for HTML, hashing, or shuffling. */
const ALLOWED_FILTERS = (
  'default append prepend upcase downcase capitalize strip lstrip rstrip squish replace replace_first remove remove_first ' +
  'truncate truncatewords slice split url_encode plus minus times divided_by modulo round ceil floor abs at_least at_most ' +
  'join first last size sort reverse uniq date'
).split(' ');

const DATE_OR_INSTANT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

const formatDate = builtInFilter('date');

/** Liquid as a closed box: no files, no prototypes, no clock, no randomness, bounded work. */
export function createLiquidEngine(): Liquid {
  const engine = new Liquid({
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    ownPropertyOnly: true,
    templates: {},
    parseLimit: MAX_SOURCE_LENGTH,
    memoryLimit: MEMORY_LIMIT,
    timezoneOffset: 0,
    locale: 'en',
    outputEscape: writable,
  });
  for (const name of Object.keys(engine.tags)) {
    if (!ALLOWED_TAGS.includes(name)) delete engine.tags[name];
  }
  for (const name of Object.keys(engine.filters)) {
    if (!ALLOWED_FILTERS.includes(name)) engine.unregisterFilter(name);
  }
  engine.registerFilter('date', dateOfEvent);
  return engine;
}

/**
 * What may stand in a text. A gap, or a number that is none, is refused whatever way it came about (`assign` takes a missing value without a
 * word): a customer never reads "undefined" or "Infinity".
 */
function writable(value: unknown): string {
  assert(
    value !== undefined && value !== null,
    'a value is missing here, and the text does not say what to write instead',
  );
  assert(typeof value !== 'number' || Number.isFinite(value), 'this comes out as no number');
  return Array.isArray(value) ? value.map(String).join('') : String(value);
}

/**
 * liquidjs's own `date`, but `now` is the decision's time instead of the machine's, and a time without a zone is refused because
 * each machine would read it in its own.
 */
const dateOfEvent: FilterHandler = function dateOfEvent(
  value: unknown,
  ...formatAndZone: unknown[]
): unknown {
  const time = value === 'now' || value === 'today' ? this.context.getSync(['now']) : value;
  assert(
    typeof time === 'string' && DATE_OR_INSTANT.test(time),
    "date takes 'now' or an ISO 8601 date such as 2026-04-10T12:00:00Z",
  );
  return formatDate.call(this, time, ...formatAndZone);
};

/** A filter of liquidjs itself. Throws at the start of the program when a new version of it has none of this name. */
export function builtInFilter(name: string): FilterHandler {
  const filter = filters[name];
  if (typeof filter !== 'function') throw new Error(`liquidjs has no filter "${name}" any more.`);
  return filter;
}
