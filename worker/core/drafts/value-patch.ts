import type { Conversation } from '../../../shared/conversation.ts';
import type { Fix, Quote } from '../../../shared/fix.ts';
import { statementOf } from '../acts/statements.ts';
import { swappedWords } from '../acts/swapped-words.ts';
import { commonest, otherValues, signature, withValues } from '../findings/values.ts';
import { isFit, isTainted } from '../gates/fit.ts';
import { blocksOf, replaceText } from '../html/blocks.ts';
import type { Finding } from '../learned/finding.ts';
import type { Learned, Line } from '../learned/state.ts';
import type { ArticleText } from '../learning/learned.ts';
import { masked, sentences } from '../text/sentences.ts';
import { withReplaced } from './patch.ts';

/** Witnesses a value cites. */
const WITNESSES = 3;

type Differing = NonNullable<ReturnType<typeof otherValues>>;

/** The patch of one outdated value: the text of the value alone changes where it can be told apart, else its sentence. */
export function valuePatch(
  l: Learned,
  f: Finding,
  conversations: readonly Conversation[],
  base: ArticleText,
): Fix | null {
  const line = l.articles.get(base.id)?.lines.find((one) => one.key === f.statistics.lineKey);
  if (line && f.statistics.wordDrift) return wordPatch(line, conversations, base);
  if (!line?.text) return null;
  const found = witnesses(l, line, conversations);
  const wanted = commonest(found.map((one) => signature(one.differing)));
  const own = found.filter((one) => signature(one.differing) === wanted);
  const first = own[0];
  if (!first) return null;
  const bodyHtml =
    swapped(base.bodyHtml, line.text, first.differing) ??
    withReplaced(base.bodyHtml, line.key, withValues(line.text, first.differing));
  if (bodyHtml === null || bodyHtml === base.bodyHtml) return null;
  return {
    kind: 'article_patch',
    articleId: base.id,
    title: base.title,
    bodyHtml,
    terms: [],
    evidence: own.slice(0, WITNESSES).map((one) => one.quote),
    openQuestions: [],
  };
}

/** The patch of a line in which agents all say another word: their commonest sentence in its place. */
function wordPatch(line: Line, conversations: readonly Conversation[], base: ArticleText): Fix | null {
  const said = conversations.flatMap((c) =>
    c.turns
      .filter((turn) => turn.author === 'agent' && !isTainted(turn.text))
      .flatMap((turn) =>
        sentences(turn.text)
          .filter(({ text }) => isFit(text) && swappedWords(line, text) !== null)
          .map(({ text }) => ({
            quote: { conversationId: c.id, turnId: turn.id, quote: text },
            masked: masked(text),
            to: swappedWords(line, text)?.to.join(' ') ?? '',
          })),
      )
      .slice(0, 1),
  );
  const wanted = commonest(said.map((one) => one.to));
  const statement = statementOf(
    [],
    said.filter((one) => one.to === wanted),
    WITNESSES,
  );
  const bodyHtml = statement && withReplaced(base.bodyHtml, line.key, statement.text);
  if (!statement || bodyHtml === null || bodyHtml === base.bodyHtml) return null;
  return {
    kind: 'article_patch',
    articleId: base.id,
    title: base.title,
    bodyHtml,
    terms: [],
    evidence: statement.evidence,
    openQuestions: [],
  };
}

function witnesses(
  l: Learned,
  line: Line,
  conversations: readonly Conversation[],
): { quote: Quote; differing: Differing }[] {
  return conversations.flatMap((c) =>
    c.turns
      .filter((turn) => turn.author === 'agent' && !isTainted(turn.text))
      .flatMap((turn) =>
        sentences(turn.text).flatMap((sentence) => {
          const differing = otherValues(l, line, sentence.text);
          return differing
            ? [{ quote: { conversationId: c.id, turnId: turn.id, quote: sentence.text }, differing }]
            : [];
        }),
      )
      .slice(0, 1),
  );
}

/** Each value replaced where it stands once in the block that holds the sentence; null where that can't be told. */
function swapped(bodyHtml: string, sentence: string, differing: Differing): string | null {
  let html: string | null = bodyHtml;
  for (const { from, to } of differing) {
    const current: string = html;
    const block = blocksOf(current).find(
      (one) => one.text.includes(from.text) && holds(one.text, sentence, from.start),
    );
    html = block ? replaceText(current, block, from.text, to.text) : null;
    if (html === null) return null;
  }
  return html;
}

function holds(block: string, sentence: string, upTo: number): boolean {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  return plain(block).includes(plain(sentence.slice(0, upTo)));
}
