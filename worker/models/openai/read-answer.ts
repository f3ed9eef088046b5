import { parseBoundedJson } from '../../http/json.ts';
import type { AnswerShape } from '../prompts/answers.ts';
import type { ChatAnswer } from './chat.ts';

const FENCED = /^\s{0,20}```(?:json)?\s{0,20}\n([\s\S]*?)\n?\s{0,20}```\s{0,20}$/;

export type Reading<T> = { kind: 'read'; value: T } | { kind: 'malformed' | 'refused' | 'other_model'; detail: string };

/**
 * The answer in its strict shape, or what is wrong with it. A refusal, an answer that was cut, text that is not JSON
 * of exactly this shape and an answer of another model than the pinned one count for nothing.
 */
export function readAnswer<T>(answer: ChatAnswer, shape: AnswerShape<T>, pinned: string): Reading<T> {
  if (answer.answeredBy !== null && !isPinned(answer.answeredBy, pinned))
    return { kind: 'other_model', detail: `${answer.answeredBy} answered instead of ${pinned}` };
  if (answer.isRefusal) return { kind: 'refused', detail: 'the model refused' };
  if (answer.isCut) return { kind: 'malformed', detail: 'the answer was cut' };
  let value = answer.value;
  if (typeof value === 'string') {
    try {
      value = parseBoundedJson(FENCED.exec(value)?.[1] ?? value);
    } catch {
      return { kind: 'malformed', detail: 'not JSON' };
    }
  }
  const parsed = shape.schema.safeParse(value);
  if (parsed.success) return { kind: 'read', value: parsed.data };
  const issue = parsed.error.issues[0];
  return { kind: 'malformed', detail: `${issue?.path.join('.') || 'answer'}: ${issue?.code ?? 'invalid'}` };
}

/** The pinned id, or a dated or tagged one of it (`gpt-x` gives `gpt-x-2026-01-01`), with or without its vendor. */
function isPinned(answeredBy: string, pinned: string): boolean {
  const [name, wanted] = [answeredBy, pinned].map((id) => id.toLowerCase().split('/').at(-1)!);
  return name === wanted || (name!.startsWith(wanted!) && /^[-@:]\d/.test(name!.slice(wanted!.length)));
}
