import { z } from 'zod';

/** What a double reads of a chat request, as a model would: the texts, and which shape is wanted. */
export interface Asked {
  shape: string;
  how: 'content' | 'tool';
  model: string;
  isStream: boolean;
  system: string;
  user: string;
  data: Record<string, unknown>;
}

const requestSchema = z.object({
  model: z.string(),
  stream: z.boolean().optional(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  response_format: z.object({ json_schema: z.object({ name: z.string() }).optional() }).optional(),
  tools: z.array(z.object({ function: z.object({ name: z.string() }) })).optional(),
});

/** The shapes by the keys that their data has, for endpoints that are asked for plain JSON. */
const SHAPE_BY_KEY: Readonly<Record<string, string>> = {
  statements: 'article',
  a: 'sameness',
  claims: 'groundedness',
  quotes: 'naming',
};

/** Reads a request of `/v1/chat/completions`; throws where it is none. */
export function readRequest(body: string): Asked {
  const request = requestSchema.parse(JSON.parse(body));
  const said = (role: string) => request.messages.filter((m) => m.role === role).map((m) => m.content);
  const user = said('user').join('\n');
  const data = dataOf(user);
  const tool = request.tools?.[0]?.function.name;
  const key = Object.keys(SHAPE_BY_KEY).find((name) => name in data);
  return {
    shape: tool ?? request.response_format?.json_schema?.name ?? SHAPE_BY_KEY[key ?? ''] ?? '',
    how: tool ? 'tool' : 'content',
    model: request.model,
    isStream: request.stream === true,
    system: said('system').join('\n'),
    user,
    data,
  };
}

function dataOf(user: string): Record<string, unknown> {
  const found = /^BEGIN DATA (\w+)\n([\s\S]*)\nEND DATA \1$/.exec(user.trim());
  return found ? z.record(z.string(), z.unknown()).parse(JSON.parse(found[2]!)) : {};
}

/** Every text in the data, wherever it stands. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

const draftData = z.object({
  kind: z.string(),
  title: z.string(),
  statements: z.array(
    z.object({ index: z.number(), text: z.string(), list: z.number().nullable(), quotes: z.array(z.number()) }),
  ),
  quotes: z.array(z.object({ index: z.number(), text: z.string() })),
});
export type DraftData = z.infer<typeof draftData>;

export const draftDataOf = (asked: Asked): DraftData => draftData.parse(asked.data);

const groundedData = z.object({
  claims: z.array(z.object({ index: z.number(), text: z.string(), quotes: z.array(z.string()) })),
});

export const claimsOf = (asked: Asked) => groundedData.parse(asked.data).claims;
