import { Agent, request } from 'undici';
import { asArray, asFiniteNumber, asFilledText, asObject, asText } from '../messaging/untrusted.js';
import type { LanguageModelConfig } from '../platform/config/app-config.js';

const CONNECT_TIMEOUT_MS = 5_000;
/** No answer of the length that is asked for comes near it. */
const MAX_ANSWER_BYTES = 64 * 1_024;
/** So much of what the model said is kept. */
const KEPT_OUTPUT_LENGTH = 8_000;

export type ModelQuestion = {
  /** The messages, JSON, as they are stored. */
  readonly prompt: string;
  readonly maxTokens: number;
};

/** What became of a question. */
export type ModelAnswer =
  | {
      readonly kind: 'answered';
      readonly content: string;
      readonly model: string;
      readonly promptTokens: number | undefined;
      readonly answerTokens: number | undefined;
    }
  | { readonly kind: 'failed'; readonly why: string }
  /** This process ends; nobody waited for the answer. */
  | { readonly kind: 'stopped' };

/**
 * Asks an OpenAI-compatible API for a chat completion. One deadline for everything; redirects are not followed, because they would carry the
 * key and the customer's words to another host. Source: https://platform.openai.com/docs/api-reference/chat/create
 */
export class ModelClient {
  private readonly agent = new Agent({ pipelining: 0, connect: { timeout: CONNECT_TIMEOUT_MS } });

  constructor(private readonly config: LanguageModelConfig) {}

  async ask(question: ModelQuestion, stop: AbortSignal): Promise<ModelAnswer> {
    const deadline = AbortSignal.timeout(this.config.timeoutMs);
    const signal = AbortSignal.any([deadline, stop]);
    try {
      const first = await this.post(this.body(question, true), signal);
      // Some servers know no response_format, and newer models want another name for the limit; both say 400.
      const { status, text } =
        first.status === 400 ? await this.post(this.body(question, false), signal) : first;
      if (status < 200 || status > 299)
        return { kind: 'failed', why: `The language model answered ${status}.` };
      return this.read(text);
    } catch (error) {
      if (stop.aborted) return { kind: 'stopped' };
      const why = deadline.aborted
        ? `The language model did not answer within ${this.config.timeoutMs / 1_000} s.`
        : `The language model could not be reached (${codeOf(error)}).`;
      return { kind: 'failed', why };
    }
  }

  async close(): Promise<void> {
    await this.agent.close();
  }

  private body({ prompt, maxTokens }: ModelQuestion, isUsual: boolean): string {
    const limits = isUsual
      ? { max_tokens: maxTokens, response_format: { type: 'json_object' } }
      : { max_completion_tokens: maxTokens };
    return JSON.stringify({ model: this.config.name, messages: JSON.parse(prompt), ...limits });
  }

  private async post(
    body: string,
    signal: AbortSignal,
  ): Promise<{ readonly status: number; readonly text: string | undefined }> {
    const { baseUrl, apiKey } = this.config;
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
    };
    const response = await request(`${baseUrl}/chat/completions`, {
      method: 'POST',
      headers,
      body,
      dispatcher: this.agent,
      signal,
    });
    return { status: response.statusCode, text: await readWhole(response.body) };
  }

  private read(text: string | undefined): ModelAnswer {
    if (text === undefined) return { kind: 'failed', why: 'The language model’s answer has no end.' };
    const answer = asObject(parsed(text));
    const choice = asObject(asArray(answer?.['choices'])?.[0]);
    const content = asText(asObject(choice?.['message'])?.['content']);
    if (content === undefined) return { kind: 'failed', why: 'The language model’s answer cannot be read.' };
    const usage = asObject(answer?.['usage']);
    return {
      kind: 'answered',
      content,
      model: (asFilledText(answer?.['model']) ?? this.config.name).slice(0, 200),
      promptTokens: tokenCount(usage?.['prompt_tokens']),
      answerTokens: tokenCount(usage?.['completion_tokens']),
    };
  }
}

/** The beginning of what was said, as it is kept on record. */
export function keptOutput(content: string): string {
  return content.slice(0, KEPT_OUTPUT_LENGTH).toWellFormed();
}

/** `undefined` when it is longer than any that was asked for. Leaving the loop destroys the stream: the rest is not read. */
async function readWhole(body: AsyncIterable<Buffer>): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A count that fits into the record; a server that tells nonsense has told nothing. */
function tokenCount(value: unknown): number | undefined {
  const count = asFiniteNumber(value);
  return count !== undefined && Number.isInteger(count) && count >= 0 && count <= 10_000_000
    ? count
    : undefined;
}

/** The error's code; its message may quote the address. */
function codeOf(error: unknown): string {
  const fields = asObject(error);
  return asFilledText(fields?.['code']) ?? asFilledText(fields?.['name']) ?? 'unknown error';
}
