import secureJson from 'secure-json-parse';

/** How much structure a body may have. A body beyond it is refused before the parser builds anything from it. */
export type JsonLimits = { readonly maxDepth: number; readonly maxKeys: number };

export const WEBHOOK_JSON_LIMITS: JsonLimits = { maxDepth: 64, maxKeys: 10_000 };

export type JsonReading =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string };

const OPEN_BRACE = 0x7b;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACE = 0x7d;
const CLOSE_BRACKET = 0x5d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;

/**
 * Reads JSON from raw bytes: UTF-8 only, limited depth and number of keys and elements, no `__proto__`.
 * `JSON.parse` accepts a million levels, which later breaks `JSON.stringify` and `jsonb`, so depth is counted on the bytes first.
 */
export function readJson(bytes: Uint8Array, limits: JsonLimits = WEBHOOK_JSON_LIMITS): JsonReading {
  const excess = structureBeyond(bytes, limits);
  if (excess !== undefined) return { ok: false, why: excess };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, why: 'The body is not valid UTF-8.' };
  }
  try {
    const value: unknown = secureJson.parse(text, undefined, {
      protoAction: 'error',
      constructorAction: 'error',
    });
    return { ok: true, value };
  } catch (error) {
    const isForbiddenKey = error instanceof SyntaxError && /forbidden prototype/i.test(error.message);
    return {
      ok: false,
      why: isForbiddenKey
        ? 'The body holds a forbidden key (__proto__ or constructor).'
        : 'The body is not JSON.',
    };
  }
}

function structureBeyond(bytes: Uint8Array, limits: JsonLimits): string | undefined {
  let depth = 0;
  let members = 0;
  let inString = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (inString) {
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) inString = false;
      continue;
    }
    if (byte === QUOTE) inString = true;
    else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      depth += 1;
      if (depth > limits.maxDepth) return `The body is nested deeper than ${limits.maxDepth} levels.`;
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) depth -= 1;
    else if (byte === COLON || byte === COMMA) {
      members += 1;
      if (members > limits.maxKeys * 2) return `The body has more than ${limits.maxKeys} keys.`;
    }
  }
  return undefined;
}
