import type { Channel } from '../../messaging/channel.js';
import type { OutboundFile } from '../../messaging/media.js';
import type { Scalar } from '../conditions/fact.js';
import { durationMs } from '../definition/duration.js';
import type {
  ModelDefinition,
  ReplyDefinition,
  RuleAction,
  WebhookPart,
} from '../definition/rule-definition.js';
import type { ReplyTemplate } from '../library.js';
import { compileTemplate } from '../replies/template.js';
import type { CompiledTemplate } from '../replies/template.js';

/** A reply whose texts were parsed once. */
export type CompiledReply = {
  readonly actionIndex: number;
  /** One, or the variants of which one is chosen. */
  readonly texts: readonly CompiledTemplate[];
  /** By language code in lower case, with hyphens. */
  readonly languages: ReadonlyMap<string, CompiledTemplate>;
  readonly fallback?: string;
  readonly media: readonly OutboundFile[];
  readonly template?: {
    readonly name: string;
    readonly language: string;
    readonly parameters: readonly (readonly [string, CompiledTemplate])[];
  };
};

/** Everything else that a rule does, ready to be planned. */
export type CompiledAct =
  | { readonly kind: 'tag' | 'untag'; readonly tag: string }
  | {
      readonly kind: 'attribute';
      readonly name: string;
      readonly value: Exclude<Scalar, string> | null | CompiledTemplate;
    }
  | { readonly kind: 'pause'; readonly forMs: number }
  | { readonly kind: 'handOver'; readonly reason: string; readonly forMs: number | undefined }
  | {
      readonly kind: 'webhook';
      readonly actionIndex: number;
      readonly url: string;
      readonly include: readonly WebhookPart[];
    }
  | {
      readonly kind: 'send';
      readonly actionIndex: number;
      readonly channel: Channel;
      readonly connection: string | undefined;
      /** Absent: the text of the message that did not arrive. */
      readonly text: CompiledTemplate | undefined;
    }
  | { readonly kind: 'model'; readonly actionIndex: number; readonly model: ModelDefinition };

export type CompiledActions = {
  readonly reply?: CompiledReply;
  /** The name of the flow that it starts, whose first message is its reply. */
  readonly startsFlow?: string;
  readonly acts: readonly CompiledAct[];
};

type Templates = ReadonlyMap<string, ReplyTemplate>;

/** Compiles `then`. A name that the library does not know makes a reply that cannot be rendered, and says so. */
export function compileActions(then: readonly RuleAction[], templates: Templates): CompiledActions {
  const replyIndex = then.findIndex((action) => 'reply' in action);
  const reply = then[replyIndex];
  const start = then.find((action) => 'startFlow' in action);
  return {
    ...(reply !== undefined && 'reply' in reply
      ? { reply: compileReply(reply.reply, replyIndex, templates) }
      : {}),
    ...(start !== undefined && 'startFlow' in start ? { startsFlow: start.startFlow } : {}),
    acts: then.flatMap((action, index) => compileAct(action, index) ?? []),
  };
}

function compileReply(reply: ReplyDefinition, actionIndex: number, templates: Templates): CompiledReply {
  const { text, variants, use, fallback, media = [], template } = reply;
  const stored = use === undefined ? undefined : templates.get(use);
  const sources = variants ?? [text ?? stored?.text];
  return {
    actionIndex,
    texts: sources.map((source) => (source === undefined ? notStored(use) : compileTemplate(source))),
    languages: compileLanguages({ ...stored?.languages, ...reply.languages }),
    ...(fallback === undefined ? {} : { fallback }),
    media,
    ...(template === undefined
      ? {}
      : {
          template: {
            name: template.name,
            language: template.language,
            parameters: Object.entries(template.parameters).map(
              ([name, source]) => [name, compileTemplate(source)] as const,
            ),
          },
        }),
  };
}

function notStored(name: string | undefined): CompiledTemplate {
  const why = `There is no stored template "${name ?? ''}". Store one under this name, or change the rule.`;
  return { render: () => ({ ok: false, why }) };
}

function compileLanguages(texts: Readonly<Record<string, string>>): ReadonlyMap<string, CompiledTemplate> {
  return new Map(
    Object.entries(texts).map(([language, source]) => [languageCode(language), compileTemplate(source)]),
  );
}

/** `pt_BR` and `pt-br` are one language. */
export function languageCode(text: string): string {
  return text.trim().toLowerCase().replaceAll('_', '-');
}

function compileAct(action: RuleAction, actionIndex: number): CompiledAct | undefined {
  if ('reply' in action || 'startFlow' in action) return undefined;
  if ('tag' in action) return { kind: 'tag', tag: action.tag };
  if ('untag' in action) return { kind: 'untag', tag: action.untag };
  if ('attribute' in action) {
    const { name, value } = action.attribute;
    return { kind: 'attribute', name, value: typeof value === 'string' ? compileTemplate(value) : value };
  }
  if ('pause' in action) return { kind: 'pause', forMs: durationMs(action.pause.for) ?? 0 };
  if ('handOver' in action) {
    const { reason, for: length } = action.handOver;
    return { kind: 'handOver', reason, forMs: length === undefined ? undefined : durationMs(length) };
  }
  if ('webhook' in action) return { kind: 'webhook', actionIndex, ...action.webhook };
  if ('model' in action) return { kind: 'model', actionIndex, model: action.model };
  if ('send' in action) {
    const { channel, connection, text } = action.send;
    const template = text === undefined ? undefined : compileTemplate(text);
    return { kind: 'send', actionIndex, channel, connection, text: template };
  }
  const never: never = action;
  return never;
}
