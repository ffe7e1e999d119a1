import { CHANNELS } from '../../messaging/channel.js';
import { ATTRIBUTE_NAME, MAX_ATTRIBUTE_LENGTH, MAX_REASON_LENGTH, MAX_TAG_LENGTH } from './parse-actions.js';
import {
  CONNECTION,
  LANGUAGE,
  MAX_FALLBACK_LENGTH,
  MAX_FILES,
  MAX_LANGUAGES,
  MAX_NAME_LENGTH,
  MAX_PARAMETERS,
  MAX_TEMPLATE_LENGTH,
  MAX_VARIANTS,
  MIME_TYPE,
  PARAMETER_NAME,
} from './parse-reply.js';
import {
  DEFAULT_ANSWER_TOKENS,
  MAX_ANSWER_TOKENS,
  MAX_INSTRUCTIONS_LENGTH,
  MAX_TOPIC_LENGTH,
  MAX_TOPICS,
  MIN_ANSWER_TOKENS,
} from './parse-model.js';
import { MODEL_MODES, WEBHOOK_PARTS } from './rule-definition.js';
import type { RuleAction } from './rule-definition.js';
import {
  choiceSchema,
  durationSchema,
  listSchema,
  mapSchema,
  objectSchema,
  patternSchema,
  textSchema,
} from './schema-parts.js';
import type { JsonSchema } from './schema-parts.js';

type Keys<Action> = Action extends RuleAction ? keyof Action : never;

const LIQUID = textSchema(MAX_TEMPLATE_LENGTH, 'Liquid: {{ contact.name | default: "friend" }}.');
const URL_OF_A_FILE = { type: 'string', description: 'Public and https: the provider fetches it.' };

/** One schema for each action there is; the type makes sure that none is forgotten. */
const ACTION_SCHEMAS: Readonly<Record<Keys<RuleAction>, JsonSchema>> = {
  reply: replySchema(),
  send: objectSchema(
    {
      channel: choiceSchema(CHANNELS),
      connection: patternSchema(CONNECTION, 'provider/name; absent: the first that carries the channel.'),
      text: LIQUID,
    },
    ['channel'],
    'Another message than the reply, to the same contact.',
  ),
  tag: textSchema(MAX_TAG_LENGTH, 'Puts a tag on the contact.'),
  untag: textSchema(MAX_TAG_LENGTH, 'Takes a tag off the contact.'),
  attribute: objectSchema(
    {
      name: patternSchema(ATTRIBUTE_NAME),
      value: {
        anyOf: [textSchema(MAX_ATTRIBUTE_LENGTH), { type: ['number', 'boolean', 'null'] }],
        description: 'A text is Liquid; null takes the attribute away.',
      },
    },
    ['name', 'value'],
  ),
  pause: objectSchema({ for: durationSchema('How long nothing automatic is said.') }, ['for']),
  handOver: objectSchema(
    {
      reason: textSchema(MAX_REASON_LENGTH),
      for: durationSchema('Absent: until somebody resumes it.'),
    },
    ['reason'],
    'Gives the conversation to a person.',
  ),
  startFlow: textSchema(MAX_REASON_LENGTH, 'The name of a flow.'),
  webhook: objectSchema(
    {
      url: { type: 'string' },
      include: listSchema(choiceSchema(WEBHOOK_PARTS), { min: 0, max: WEBHOOK_PARTS.length }),
    },
    ['url'],
    'Tells another system.',
  ),
  model: objectSchema(
    {
      instructions: textSchema(MAX_INSTRUCTIONS_LENGTH, 'All that it may answer from. No variables.'),
      topics: listSchema(textSchema(MAX_TOPIC_LENGTH), { min: 1, max: MAX_TOPICS }),
      mode: {
        ...choiceSchema(MODEL_MODES, 'draft: a person sends the answer, or does not.'),
        default: 'draft',
      },
      fallback: textSchema(MAX_FALLBACK_LENGTH, 'Plain text, for when there is no usable answer.'),
      maxTokens: {
        type: 'integer',
        minimum: MIN_ANSWER_TOKENS,
        maximum: MAX_ANSWER_TOKENS,
        default: DEFAULT_ANSWER_TOKENS,
      },
      language: patternSchema(LANGUAGE, 'Of the answer; absent: the customer’s.'),
    },
    ['instructions', 'topics'],
    'Asks the configured language model for an answer.',
  ),
};

/** An action: one of them, alone in its object. */
export function actionSchema(): JsonSchema {
  return {
    anyOf: Object.entries(ACTION_SCHEMAS).map(([name, schema]) => objectSchema({ [name]: schema }, [name])),
  };
}

function replySchema(): JsonSchema {
  const sources = ['text', 'variants', 'use'];
  return {
    ...objectSchema(
      {
        text: LIQUID,
        variants: listSchema(LIQUID, { min: 1, max: MAX_VARIANTS }),
        use: textSchema(MAX_NAME_LENGTH, 'The name of a stored template.'),
        languages: mapSchema(LANGUAGE, LIQUID, { min: 1, max: MAX_LANGUAGES }),
        fallback: textSchema(MAX_FALLBACK_LENGTH, 'Plain text, for when a variable has no value.'),
        media: listSchema(objectSchema({ url: URL_OF_A_FILE, mimeType: patternSchema(MIME_TYPE) }, ['url']), {
          min: 1,
          max: MAX_FILES,
        }),
        template: objectSchema(
          {
            name: textSchema(MAX_NAME_LENGTH),
            language: patternSchema(LANGUAGE),
            parameters: mapSchema(PARAMETER_NAME, LIQUID, { min: 0, max: MAX_PARAMETERS }),
          },
          ['name', 'language'],
          'A WhatsApp template, by which the customer is answered after the service window has closed.',
        ),
      },
      [],
      'Answers the customer: exactly one of text, variants and use.',
    ),
    oneOf: sources.map((source) => ({ required: [source] })),
  };
}
