import { asFilledText, asObject, type JsonObject } from '../messaging/untrusted.js';
import { objectsIn } from './api-client.js';
import { onOneLine, type Paint } from './terminal-text.js';

/** A decision for people, as `explain` and `simulate` answer it: the sentence, the replies, then the whole tree of questions. */
export function decisionLines(decision: JsonObject, paint: Paint): readonly string[] {
  const verdict = asFilledText(decision.verdict) ?? 'undecided';
  const sentence = asFilledText(decision.sentence) ?? 'There is no decision yet.';
  return [
    `${paint('bold', onOneLine(sentence))} ${paint('dim', `(${onOneLine(verdict)})`)}`,
    ...objectsIn(decision.replies).flatMap((reply) => replyLines(reply, paint)),
    ...noteLines(decision.note, paint),
    ...section('Decision', treeLines(decision.stages, paint, 1)),
    ...section('Timeline', timelineLines(decision.timeline, paint)),
  ];
}

function noteLines(note: unknown, paint: Paint): readonly string[] {
  const text = asFilledText(note);
  return text === undefined ? [] : [`  ${paint('dim', onOneLine(text))}`];
}

function replyLines(reply: JsonObject, paint: Paint): readonly string[] {
  const text = onOneLine(asFilledText(reply.text) ?? '');
  const segments = typeof reply.segments === 'number' ? `${reply.segments} segment(s)` : undefined;
  const cost = [asFilledText(reply.channel), asFilledText(reply.encoding), segments].flatMap((part) =>
    part === undefined ? [] : [onOneLine(part)],
  );
  const hint = asFilledText(reply.costHint);
  return [
    `  → ${text} ${paint('dim', `(${cost.join(', ')})`)}`,
    ...(hint === undefined ? [] : [`    ${paint('yellow', onOneLine(hint))}`]),
  ];
}

function treeLines(nodes: unknown, paint: Paint, depth: number): readonly string[] {
  return objectsIn(nodes).flatMap((node) => [
    `${'  '.repeat(depth)}${mark(node.outcome, paint)} ${nodeText(node, paint)}`,
    ...treeLines(node.children, paint, depth + 1),
  ]);
}

function nodeText(node: JsonObject, paint: Paint): string {
  const label = onOneLine(asFilledText(node.label) ?? '?');
  const detail = asFilledText(node.detail) ?? comparison(node);
  const reading = consentReading(node.actual);
  return [
    label,
    ...(detail === undefined ? [] : [paint('dim', `– ${onOneLine(detail)}`)]),
    ...(reading === undefined ? [] : [paint('dim', `(${onOneLine(reading)})`)]),
  ].join(' ');
}

/** How the words of consent were understood: `opt_out, likely, all, phrase.quit-texting`. */
function consentReading(actual: unknown): string | undefined {
  const { class: name, confidence, scope, ruleId } = asObject(actual) ?? {};
  const parts = [name, confidence, scope, ruleId].flatMap((part) => asFilledText(part) ?? []);
  return name === undefined || name === 'none' ? undefined : parts.join(', ');
}

function comparison({ outcome, actual, expected }: JsonObject): string | undefined {
  if (actual === undefined && expected === undefined) return undefined;
  const wanted = `wanted ${JSON.stringify(expected ?? null)}`;
  if (outcome === 'skipped') return `not looked at, ${wanted}`;
  return `found ${actual === undefined ? 'nothing' : JSON.stringify(actual)}, ${wanted}`;
}

function mark(outcome: unknown, paint: Paint): string {
  switch (outcome) {
    case 'passed':
    case 'matched':
      return paint('green', '✓');
    case 'not_matched':
    case 'stopped':
      return paint('red', '✗');
    default:
      return paint('dim', '–');
  }
}

function timelineLines(timeline: unknown, paint: Paint): readonly string[] {
  return objectsIn(timeline).map((step) => {
    const at = onOneLine(asFilledText(step.at) ?? '');
    const detail = asFilledText(step.detail);
    const what = onOneLine(asFilledText(step.what) ?? '?');
    return `  ${paint('dim', at)}  ${what}${detail === undefined ? '' : ` – ${onOneLine(detail)}`}`;
  });
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}
