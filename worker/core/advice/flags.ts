import type { OutcomeInput } from '../../../shared/advice.ts';
import type { Turn } from '../../../shared/conversation.ts';
import { lineKey } from '../learning/article-lines.ts';
import type { Flag } from '../signals/signals.ts';
import { sentences } from '../text/sentences.ts';

/**
 * What people did with advice in one conversation, as signals are read from it: which failed, and when (event time). What
 * was posted from beside the conversation stands there as a program's words, and was said all the same.
 */
export function flagsOf(
  done: readonly { at: number; input: OutcomeInput }[],
  turns: readonly Turn[],
  suggestedArticleIds: readonly string[],
): Flag[] {
  const said = new Set(turns.filter((turn) => turn.author !== 'customer').flatMap((turn) => keysOf(turn.text)));
  return done.flatMap(({ at, input }) => {
    const kind = signalIn(input, said, suggestedArticleIds);
    return kind === null ? [] : [{ kind, at }];
  });
}

function signalIn(
  input: OutcomeInput,
  said: ReadonlySet<number>,
  suggestedArticleIds: readonly string[],
): Flag['kind'] | null {
  switch (input.kind) {
    case 'flagged':
    case 'fix_article':
      return 'agent_flag';
    case 'linked':
      return suggestedArticleIds.includes(input.articleId) ? null : 'suggestion_rejected';
    case 'answered':
      return input.question === 'article_helped' && input.answer === 'no' ? 'suggestion_rejected' : null;
    case 'inserted': {
      const inserted = keysOf(input.text);
      const left = inserted.filter((key) => said.has(key)).length;
      if (left === inserted.length) return null;
      return left > 0 ? 'suggestion_edited' : 'suggestion_rejected';
    }
    case 'shown':
    case 'searched':
    case 'fix_reply':
      return null;
  }
}

/** Sentences of inserted replies, and how many of them were sent as they stood; null where no reply was inserted. */
export function sentOf(
  done: readonly { input: OutcomeInput }[],
  turns: readonly Turn[],
): { inserted: number; sent: number } | null {
  const replies = done.flatMap(({ input }) => (input.kind === 'inserted' ? [input.text] : []));
  if (replies.length === 0) return null;
  const said = new Set(turns.filter((turn) => turn.author !== 'customer').flatMap((turn) => keysOf(turn.text)));
  const inserted = [...new Set(replies.flatMap(keysOf))];
  return { inserted: inserted.length, sent: inserted.filter((key) => said.has(key)).length };
}

/** Whether every sentence of a text stands in these replies: it is one of them, or a part. */
export function isOfReplies(text: string, done: readonly { input: OutcomeInput }[]): boolean {
  const keys = keysOf(text);
  const replies = new Set(done.flatMap(({ input }) => (input.kind === 'inserted' ? keysOf(input.text) : [])));
  return keys.length > 0 && keys.every((key) => replies.has(key));
}

const keysOf = (text: string): number[] =>
  text.split('\n').flatMap((line) => sentences(line).map((s) => lineKey(s.text)));
