import type { Article } from '../../../shared/article.ts';
import type { ChangeNote, StaleLine } from '../../../shared/context/change-note.ts';
import type { NoteEvidence, StoredFix } from '../../../shared/gap.ts';
import { NEWLY_DRAFTED } from '../fix/newly-drafted.ts';
import { tagsIn } from '../gates/kept.ts';
import { plainText } from '../html/plain.ts';
import { sanitizeArticle } from '../html/sanitize.ts';
import { patchHashOf } from '../publishing/writing/patch-hash.ts';
import { escapeText } from '../text/escape.ts';
import { hashText } from '../text/hash.ts';
import { applyChange } from './change-note.ts';
import type { Foreseen } from './foresight.ts';
import type { NoteItem } from './note-items.ts';

type Drafted = Omit<StoredFix, 'id' | 'createdAt' | 'gapId'>;

/** Elements that show what stood on a screen. */
const PICTURES = ['img', 'video', 'iframe', 'figure'];

/** Screenshots and videos of an article: a change may have made them show what was. */
export function picturesIn(html: string): number {
  const tags = tagsIn(html);
  return Math.max(...PICTURES.map((tag) => tags.get(tag) ?? 0));
}

/** The article with the lines of a note, and what went for what; null where the live text holds none of them any more. */
export function patchFix(
  note: ChangeNote,
  article: Article,
  stale: readonly Foreseen[],
): (Drafted & { lines: StaleLine[] }) | null {
  let html = article.bodyHtml;
  const lines: StaleLine[] = [];
  for (const { before, after, said } of stale) {
    const next = applyChange(html, { before, after });
    if (next === html) continue;
    html = next;
    lines.push({ before: plainText(before).trim(), after: plainText(after).trim(), said });
  }
  if (lines.length === 0) return null;
  const fix = {
    kind: 'article_patch' as const,
    articleId: article.id,
    title: article.title,
    bodyHtml: html,
    terms: [],
    cause: 'changed' as const,
    language: article.locale.toLowerCase().split('-')[0] ?? article.locale,
    locale: article.locale,
    category: article.section,
    sectionId: article.sectionId,
    likeArticleId: article.id,
    baseHtml: article.bodyHtml,
    baseHash: hashText(`${article.title}\u0000${article.bodyHtml}`),
    note: evidenceOf(note, lines),
  };
  return { ...OF_A_NOTE, ...fix, patchHash: patchHashOf(fix), lines };
}

/** The outline of an article that is missing: what the note tells, in its order, and nothing else. */
export function launchFix(
  note: ChangeNote,
  items: readonly NoteItem[],
  language: string,
  place: Pick<StoredFix, 'locale' | 'category' | 'sectionId' | 'likeArticleId'>,
): Drafted {
  const told = items.filter(({ text }) => text !== note.title);
  const body = (told.length > 0 ? told : items).map(({ text, isStep }) => ({ text: escapeText(text), isStep }));
  const fix = {
    kind: 'new_article' as const,
    articleId: null,
    title: note.title,
    bodyHtml: sanitizeArticle(blocks(body)),
    terms: [],
    cause: 'launched' as const,
    language,
    ...place,
    baseHtml: null,
    baseHash: null,
    note: evidenceOf(
      note,
      items.map(({ text }) => ({ before: '', after: text, said: text })),
    ),
  };
  return { ...OF_A_NOTE, ...fix, patchHash: patchHashOf(fix) };
}

/** A note stands for the patch; no turn of a conversation does. */
const OF_A_NOTE = { ...NEWLY_DRAFTED, evidence: [], openQuestions: [] } satisfies Partial<StoredFix>;

function evidenceOf({ id, title, url, source, at }: ChangeNote, lines: StaleLine[]): NoteEvidence {
  return { id, title, url, source, at, lines };
}

/** Steps that the note numbers as a numbered list, everything else as paragraphs. */
function blocks(items: readonly NoteItem[]): string {
  const out: string[] = [];
  let steps: string[] = [];
  const close = () => {
    if (steps.length > 0) out.push(`<ol>${steps.join('')}</ol>`);
    steps = [];
  };
  for (const { text, isStep } of items) {
    if (isStep) steps.push(`<li>${text}</li>`);
    else {
      close();
      out.push(`<p>${text}</p>`);
    }
  }
  close();
  return out.join('');
}
