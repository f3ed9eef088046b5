import type { Publication, StoredFix } from '../../../shared/gap.ts';
import type { Notice } from '../../../shared/notice.ts';

const MAX_TITLE_CHARS = 160;

/** Names a fix or article in a sentence. */
function quoted(title: string): string {
  const short = title.length > MAX_TITLE_CHARS ? `${title.slice(0, MAX_TITLE_CHARS)}…` : title;
  return `“${short}”`;
}

/** A reason as a sentence of its own. */
function sentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}

/** Made from a reply template, and of no article. */
function isMacroAlone({ articleId, macros = [] }: Publication): boolean {
  return articleId === null && macros.length > 0;
}

/** That a fix was written and read back; where nobody approved it, with what takes it back. */
export function publishedNotice(publication: Publication, isAutomatic: boolean, at: number): Notice {
  const title = quoted(publication.after.title);
  return {
    key: `published:${publication.id}`,
    kind: isAutomatic ? 'publication.automatic' : 'publication.done',
    at,
    title: isAutomatic ? 'Published without a person' : 'Published',
    text: isAutomatic
      ? `${title} was changed by itself, read back and found as it was meant. You can take it back.`
      : isMacroAlone(publication)
        ? `${title} was saved as a macro as ${publication.by} approved it, and read back.`
        : `${title} was changed as ${publication.by} approved it, and read back.`,
    about: {
      fixId: publication.fixId,
      gapId: publication.gapId,
      publicationId: publication.id,
      undo: publication.id,
      ...(publication.articleId ? { articleId: publication.articleId } : {}),
    },
  };
}

/** That a publication was taken back, by a person or because it did harm. */
export function revertedNotice(reversal: Publication, at: number): Notice {
  const by = reversal.by === 'mend' ? 'because customers fared worse with it' : `by ${reversal.by}`;
  const title = quoted(reversal.before?.title ?? reversal.after.title);
  return {
    key: `reverted:${reversal.id}`,
    kind: 'publication.reverted',
    at,
    title: 'Taken back',
    text: isMacroAlone(reversal)
      ? `The macro ${title} was deleted again: it was taken back ${by}.`
      : `${title} stands as it was before: its change was taken back ${by}.`,
    about: {
      fixId: reversal.fixId,
      gapId: reversal.gapId,
      publicationId: reversal.id,
      ...(isMacroAlone(reversal) ? {} : { undo: reversal.id }),
      ...(reversal.articleId ? { articleId: reversal.articleId } : {}),
    },
  };
}

/** That a fix needs more than a yes. The reason stands at the fix itself: it may quote agents. */
export function escalatedNotice(fix: Pick<StoredFix, 'id' | 'gapId' | 'title'>, at: number): Notice {
  return {
    key: `escalated:${fix.id}:${at}`,
    kind: 'fix.escalated',
    at,
    title: 'Needs a person who knows',
    text: `The fix ${quoted(fix.title)} cannot be decided by a yes alone. What was tried and why it is unsure stands with it.`,
    about: { fixId: fix.id, gapId: fix.gapId },
  };
}

/** That an edit took out what had healed a question. */
export function antibodyNotice(gap: { id: string; title: string }, articleId: string, at: number): Notice {
  return {
    key: `antibody:${gap.id}:${articleId}:${at}`,
    kind: 'antibody.broken',
    at,
    title: 'An edit reopened a gap',
    text: `${quoted(gap.title)} is unanswered again: an edit took out what had answered it. The edit stands.`,
    about: { gapId: gap.id, articleId },
  };
}

/** That a change leaves translations behind that say what was. */
export function outdatedNotice(publication: Publication, locales: readonly string[], at: number): Notice {
  return {
    key: `outdated:${publication.id}`,
    kind: 'translation.outdated',
    at,
    title: 'Translations are out of date',
    text: `${quoted(publication.after.title)} was changed; it still says what was in: ${[...new Set(locales)].join(', ')}.`,
    about: {
      fixId: publication.fixId,
      publicationId: publication.id,
      ...(publication.articleId ? { articleId: publication.articleId } : {}),
    },
  };
}

/** That the helpdesk refuses the token: all work of the account waits. */
export function authLostNotice(at: number): Notice {
  return {
    key: `auth:${at}`,
    kind: 'auth.lost',
    at,
    title: 'The helpdesk refuses the connection',
    text: 'Nothing is read or written until an admin connects the account again. Nothing is lost meanwhile.',
    about: {},
  };
}

/** That a category was stopped because something published in it did harm. */
export function trippedNotice(category: string, at: number): Notice {
  return {
    key: `tripped:${category}:${at}`,
    kind: 'category.tripped',
    at,
    title: 'A category was stopped',
    text: `Nothing is published in ${quoted(category)} any more: a change in it did harm. A person lets it go on by the policy.`,
    about: { category },
  };
}

/** That automatic publishing was switched off, and why: the first half of a sentence. */
export function automaticOffNotice(why: string, at: number): Notice {
  return {
    key: `automatic-off:${at}`,
    kind: 'automatic.off',
    at,
    title: 'Automatic publishing was switched off',
    text: `${sentence(why)} A person switches it on again by the policy.`,
    about: {},
  };
}

/** That nothing is published by itself for any account: too much of all was taken back, or the operator said so. */
export function automaticOffForAllNotice(actor: string, reason: string, at: number): Notice {
  const why = actor === 'mend' ? sentence(reason) : `${actor} stopped it.`;
  return {
    key: `automatic-off:all:${at}`,
    kind: 'automatic.off',
    at,
    title: 'Automatic publishing was switched off for every account',
    text: `${why} Changes wait for a person until who runs Mend lets it go on; what people approve is published.`,
    about: {},
  };
}

/** That automatic publishing goes on, by each account's own policy. */
export function automaticGoesOnNotice(at: number): Notice {
  return {
    key: `automatic-on:all:${at}`,
    kind: 'publishing.stopped',
    at,
    title: 'Automatic publishing goes on',
    text: 'Who runs Mend lets automatic publishing go on for every account, each by its own policy.',
    about: {},
  };
}

/** That publishing was stopped, or goes on: for this account, or for all of them. */
export function stoppedNotice(what: { isStopped: boolean; isForAll: boolean; actor: string }, at: number): Notice {
  const where = what.isForAll ? 'for every account' : 'for this account';
  return {
    key: `stop:${what.isForAll ? 'all' : 'tenant'}:${what.isStopped ? 'on' : 'off'}:${at}`,
    kind: 'publishing.stopped',
    at,
    title: what.isStopped ? 'Publishing is stopped' : 'Publishing goes on',
    text: what.isStopped
      ? `${what.actor} stopped publishing ${where}. What was published can still be taken back.`
      : `${what.actor} lets publishing go on ${where}.`,
    about: {},
  };
}
