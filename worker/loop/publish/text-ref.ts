import type { Article } from '../../../shared/article.ts';
import type { Publication, Text, WrittenMacro } from '../../../shared/gap.ts';
import type { Macro } from '../../../shared/macro.ts';
import { NotFound, Permanent } from '../ports/errors.ts';
import type { Helpdesk, Macros } from '../ports/helpdesk.ts';
import { isAsSent, isSame, isSamePlain, isStripped } from './same-html.ts';

/** Where a text stands at the helpdesk: in an article's locale, or in a macro. */
export type TextRef = { in: 'article'; id: string; locale: string } | { in: 'macro'; id: string; isHtml: boolean };

/** A text as it stands there now. */
export type Live = Text & ({ in: 'article'; article: Article } | { in: 'macro'; macro: Macro });

/** One text that a publication wrote, or was about to. */
export interface Written {
  ref: TextRef;
  before: Text | null;
  after: Text;
}

/** Every text of a publication that has its place: the article's own first, then other articles, then macros. */
export function writtenBy(publication: Publication): Written[] {
  const { articleId, locale, before, after, also = [], macros = [] } = publication;
  const articles = [...(articleId === null ? [] : [{ articleId, locale, before, after }]), ...also];
  return [
    ...articles.map((text): Written => {
      return {
        ref: { in: 'article', id: text.articleId, locale: text.locale },
        before: text.before,
        after: text.after,
      };
    }),
    ...macros.flatMap(writtenMacro),
  ];
}

function writtenMacro({ macroId, isHtml, before, after }: WrittenMacro): Written[] {
  return macroId === null ? [] : [{ ref: { in: 'macro', id: macroId, isHtml }, before, after }];
}

/** The macros of a publication by their names: they stand in no list of articles. */
export function macroNames({ macros = [] }: Publication): string[] {
  return macros.map(({ after }) => after.title);
}

/** The live text, null where it is gone. */
export async function readText(helpdesk: Helpdesk, ref: TextRef): Promise<Live | null> {
  try {
    if (ref.in === 'macro') {
      const macro = await macrosOf(helpdesk).read(ref.id);
      return { in: 'macro', macro, title: macro.title, bodyHtml: macro.text };
    }
    const article = await helpdesk.readArticle(ref.id, ref.locale);
    return { in: 'article', article, title: article.title, bodyHtml: article.bodyHtml };
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

export async function writeText(helpdesk: Helpdesk, ref: TextRef, { title, bodyHtml }: Text): Promise<void> {
  if (ref.in === 'macro') await macrosOf(helpdesk).write(ref.id, { title, text: bodyHtml });
  else await helpdesk.writeArticle(ref.id, ref.locale, { title, bodyHtml });
}

/** Takes away what was made there: an article is archived, a macro deleted. */
export async function removeText(helpdesk: Helpdesk, ref: TextRef): Promise<void> {
  if (ref.in === 'macro') await macrosOf(helpdesk).remove(ref.id);
  else await helpdesk.archiveArticle(ref.id);
}

/** Whether what stands there is the text that was read there before: nobody has edited it since. */
export function isSameAt(ref: TextRef, live: Text, known: Text): boolean {
  return isPlain(ref) ? isSamePlain(live, known) : isSame(live, known);
}

/** Whether what stands there is what was sent, as a reader sees it, whatever the helpdesk does to markup on saving. */
export function isAsSentAt(ref: TextRef, live: Text, sent: Text): boolean {
  return isPlain(ref) ? isSamePlain(live, sent) : isAsSent(live, sent);
}

/** Ours with words missing; of plain text nothing is ever dropped on saving. */
export function isStrippedAt(ref: TextRef, live: Text, sent: Text): boolean {
  return !isPlain(ref) && isStripped(live, sent);
}

function isPlain(ref: TextRef): boolean {
  return ref.in === 'macro' && !ref.isHtml;
}

/**
 * A publication whose texts are as the helpdesk stores them: what was read back is what later edits are told by. `lives` are
 * those that stand; a text of which none does stays as it was sent.
 */
export function asStored(publication: Publication, lives: readonly Live[]): Partial<Publication> {
  const { articleId, locale, after, also, macros } = publication;
  const articleAt = (id: string | null, where: string, sent: Text): Text => {
    const live = lives.find((one) => one.in === 'article' && one.article.id === id && one.article.locale === where);
    return live ? { title: live.title, bodyHtml: live.bodyHtml } : sent;
  };
  const macroAt = (id: string | null, sent: Text): Text => {
    const live = lives.find((one) => one.in === 'macro' && one.macro.id === id);
    return live ? { title: live.title, bodyHtml: live.bodyHtml } : sent;
  };
  return {
    after: articleAt(articleId, locale, after),
    ...(also
      ? { also: also.map((text) => ({ ...text, after: articleAt(text.articleId, text.locale, text.after) })) }
      : {}),
    ...(macros ? { macros: macros.map((text) => ({ ...text, after: macroAt(text.macroId, text.after) })) } : {}),
  };
}

/** The macros of a helpdesk, Permanent where its API can't write them. */
export function macrosOf(helpdesk: Helpdesk): Macros {
  if (!helpdesk.macros) throw new Permanent('the macros of this helpdesk can only be changed by a person');
  return helpdesk.macros;
}
