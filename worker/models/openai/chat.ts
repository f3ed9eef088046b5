import { z } from 'zod';
import type { AnswerShape } from '../prompts/answers.ts';
import type { Prompt } from '../prompts/quoted.ts';
import { MAX_OUTPUT_TOKENS, type ModelSettings } from './settings.ts';

/** What an endpoint said, before anything of it is believed. `value` is text, or what a function was called with. */
export interface ChatAnswer {
  value: unknown;
  isRefusal: boolean;
  isCut: boolean;
  answeredBy: string | null;
  inputTokens: number | null;
  outputTokens: number | null;
}

/** Variables that would make the library send prompts to a tracing service, print them, or go elsewhere. */
const LEAKS = [
  'LANGSMITH_TRACING_V2',
  'LANGCHAIN_TRACING_V2',
  'LANGSMITH_TRACING',
  'LANGCHAIN_TRACING',
  'LANGCHAIN_VERBOSE',
];

/** Models that think before they answer take no temperature. */
const NO_TEMPERATURE = /^(?:[a-z0-9-]+\/)?(?:o\d|gpt-5)/;

/**
 * One chat call, no retry. The library is loaded at the first call: where no model is configured it costs no start-up
 * time. Throws what the library throws; what really happened is in the exchange of `fetch`.
 */
export async function chat(
  settings: ModelSettings,
  prompt: Prompt,
  shape: AnswerShape<unknown>,
  fetchOnce: typeof fetch,
): Promise<ChatAnswer> {
  const leak = LEAKS.find((name) => /^(?:true|1)$/i.test(globalThis.process?.env?.[name] ?? ''));
  if (leak) throw new Error(`${leak} is set: prompts would leave for a tracing service or a log`);
  const { ChatOpenAICompletions } = await import('@langchain/openai');
  const model = new ChatOpenAICompletions({
    model: settings.model,
    apiKey: settings.key,
    maxRetries: 0,
    maxTokens: MAX_OUTPUT_TOKENS,
    streaming: false,
    verbose: false,
    __includeRawResponse: true,
    ...(NO_TEMPERATURE.test(settings.model) ? {} : { temperature: 0 }),
    configuration: {
      baseURL: settings.baseUrl,
      fetch: fetchOnce,
      maxRetries: 0,
      logLevel: 'off',
      organization: null,
      project: null,
      dangerouslyAllowBrowser: true,
    },
  });
  const { $schema: _, ...parameters } = z.toJSONSchema(shape.schema) as Record<string, unknown>;
  const messages: [string, string][] = [
    ['system', `${prompt.system}\n\nThe shape, as a JSON schema: ${JSON.stringify(parameters)}`],
    ['user', prompt.user],
  ];
  const message = await model
    .invoke(messages, outputOptions(settings, shape.name, parameters))
    .catch((error: unknown) => {
      if (error instanceof Error && /content filter/i.test(error.message)) return null;
      throw error;
    });
  if (!message) return REFUSED;
  const raw = rawSchema.safeParse(message.additional_kwargs.__raw_response).data;
  const usage = usageSchema.safeParse(message.usage_metadata).data;
  const called = message.tool_calls?.[0];
  const reason = String(message.response_metadata.finish_reason ?? '');
  return {
    value: called && called.name === shape.name ? called.args : message.content,
    isRefusal: Boolean(raw?.choices[0]?.message.refusal) || reason === 'content_filter',
    isCut: reason === 'length',
    answeredBy: textOf(message.response_metadata.model_name) ?? textOf(message.response_metadata.model),
    inputTokens: usage?.input_tokens ?? null,
    outputTokens: usage?.output_tokens ?? null,
  };
}

const REFUSED: ChatAnswer = {
  value: '',
  isRefusal: true,
  isCut: false,
  answeredBy: null,
  inputTokens: null,
  outputTokens: null,
};

function outputOptions({ method = 'jsonSchema' }: ModelSettings, name: string, parameters: Record<string, unknown>) {
  switch (method) {
    case 'jsonSchema':
      return {
        response_format: { type: 'json_schema' as const, json_schema: { name, schema: parameters, strict: true } },
      };
    case 'functionCalling':
      return {
        tools: [{ type: 'function' as const, function: { name, parameters, strict: true } }],
        tool_choice: { type: 'function' as const, function: { name } },
      };
    case 'jsonMode':
      return { response_format: { type: 'json_object' as const } };
  }
}

const count = z.number().int().min(0).max(10_000_000);
const usageSchema = z.object({ input_tokens: count, output_tokens: count });

/** The library drops a refusal; it stands in the answer as it came. */
const rawSchema = z.object({ choices: z.array(z.object({ message: z.object({ refusal: z.string().nullish() }) })) });

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value.slice(0, 200) : null;
