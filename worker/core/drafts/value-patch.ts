import type { Conversation } from '../../../shared/conversation.ts';
import type { Fix, Quote } from '../../../shared/fix.ts';
import { statementOf } from '../acts/statements.ts';
import { swappedWords } from '../acts/swapped-words.ts';
import { valuesIn } from '../claim/values.ts';
import { corrected } from '../findings/claims/contests.ts';
import { named } from '../findings/claims/votes.ts';
import { isFit, isTainted } from '../gates/fit.ts';
import { blocksOf, replaceText } from '../html/blocks.ts';
import type { Correction, Finding } from '../learned/finding.ts';
import type { Learned, Line } from '../learned/state.ts';
import type { ArticleText } from '../learning/learned.ts';
import { commonest } from '../statistics/commonest.ts';
import { masked, sentences } from '../text/sentences.ts';
import { withReplaced } from './patch.ts';

/** Witnesses a value cites. */
const WITNESSES = 3;

/**
 * The patch of one outdated claim: on each of its lines the text of the value alone changes where it can be told apart, else
 * its sentence. Null where no agent's sentence proves the value, or no line can be changed.
 */
export function valuePatch(
  learned: Learned,
  f: Finding,
  conversations: readonly Conversation[],
  base: ArticleText,
): Fix | null {
  const lines = new Map(learned.articles.get(base.id)?.lines.map((line) => [line.key, line]));
  const line = lines.get(f.statistics.lineKey ?? -1);
  if (line && f.statistics.wordDrift) return wordPatch(line, conversations, base);
  const { value = '', corrections = [] } = learned.findings.get(f.key) ?? f;
  const evidence = witnesses(value, conversations);
  if (evidence.length === 0) return null;
  const bodyHtml = corrections.reduce((html, correction) => {
    const at = lines.get(correction.line);
    return at ? (withCorrected(html, at, correction) ?? html) : html;
  }, base.bodyHtml);
  if (bodyHtml === base.bodyHtml) return null;
  return {
    kind: 'article_patch',
    articleId: base.id,
    title: base.title,
    bodyHtml,
    terms: [],
    evidence,
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

/** Agents' sentences that state the value, one a conversation. */
function witnesses(value: string, conversations: readonly Conversation[]): Quote[] {
  return conversations
    .flatMap((c) =>
      c.turns
        .filter((turn) => turn.author === 'agent' && !isTainted(turn.text))
        .flatMap((turn) =>
          sentences(turn.text)
            .filter(({ text }) => isFit(text) && valuesIn(text).some((one) => named(one) === value))
            .map(({ text }) => ({ conversationId: c.id, turnId: turn.id, quote: text })),
        )
        .slice(-1),
    )
    .slice(0, WITNESSES);
}

/** The value replaced where it stands once in the block that holds the line, else in the line alone; null where neither can be. */
function withCorrected(bodyHtml: string, line: Line, correction: Correction): string | null {
  const sentence = line.plain ?? line.text;
  if (sentence === null) return null;
  const { wrong, right } = correction;
  const block = blocksOf(bodyHtml).find(
    (one) => one.text.includes(wrong) && holds(one.text, sentence, sentence.indexOf(wrong)),
  );
  const inBlock = block ? replaceText(bodyHtml, block, wrong, right) : null;
  return inBlock ?? withReplaced(bodyHtml, line.key, corrected(sentence, [correction], line));
}

function holds(block: string, sentence: string, upTo: number): boolean {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  return plain(block).includes(plain(sentence.slice(0, upTo)));
}
