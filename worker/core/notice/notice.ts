import type { ActKind } from '../../../shared/automatic.ts';
import type { Publication, StoredFix } from '../../../shared/gap.ts';
import type { Drift } from '../../../shared/measure/figure.ts';
import type { Notice } from '../../../shared/notice.ts';
import { type Said, say } from '../../../shared/said/said.ts';

const MAX_TITLE_CHARS = 160;

/** The title of a fix or article, as long as a sentence can hold it. */
function short(title: string): string {
  return title.length > MAX_TITLE_CHARS ? `${title.slice(0, MAX_TITLE_CHARS)}…` : title;
}

/** Made from a reply template, and of no article. */
function isMacroAlone({ articleId, macros = [] }: Publication): boolean {
  return articleId === null && macros.length > 0;
}

/** That a fix was written and read back; where nobody approved it, with what takes it back. */
export function publishedNotice(publication: Publication, isAutomatic: boolean, at: number): Notice {
  const title = short(publication.after.title);
  const actor = publication.by;
  return {
    key: `published:${publication.id}`,
    kind: isAutomatic ? 'publication.automatic' : 'publication.done',
    at,
    title: say(isAutomatic ? 'title.automatic' : 'title.done'),
    text: isAutomatic
      ? say('notice.automatic', { title })
      : say(isMacroAlone(publication) ? 'notice.saved' : 'notice.done', { title, actor }),
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
  const title = short(reversal.before?.title ?? reversal.after.title);
  const actor = reversal.by;
  return {
    key: `reverted:${reversal.id}`,
    kind: 'publication.reverted',
    at,
    title: say('title.reverted'),
    text: isMacroAlone(reversal)
      ? say('notice.macroGone', { title, actor })
      : actor === 'mend'
        ? say('notice.revertedHarm', { title })
        : say('notice.reverted', { title, actor }),
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
    title: say('title.escalated'),
    text: say('notice.escalated', { title: short(fix.title) }),
    about: { fixId: fix.id, gapId: fix.gapId },
  };
}

/** That an edit took out what had healed a question. */
export function antibodyNotice(gap: { id: string; title: string }, articleId: string, at: number): Notice {
  return {
    key: `antibody:${gap.id}:${articleId}:${at}`,
    kind: 'antibody.broken',
    at,
    title: say('title.antibody'),
    text: say('notice.antibody', { title: short(gap.title) }),
    about: { gapId: gap.id, articleId },
  };
}

/** That a change leaves translations behind that say what was. */
export function outdatedNotice(publication: Publication, locales: readonly string[], at: number): Notice {
  return {
    key: `outdated:${publication.id}`,
    kind: 'translation.outdated',
    at,
    title: say('title.outdated'),
    text: say('notice.outdated', { title: short(publication.after.title), locales: { all: [...new Set(locales)] } }),
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
    title: say('title.auth'),
    text: say('notice.auth'),
    about: {},
  };
}

/** That a category was stopped because something published in it did harm. */
export function trippedNotice(category: string, at: number): Notice {
  return {
    key: `tripped:${category}:${at}`,
    kind: 'category.tripped',
    at,
    title: say('title.tripped'),
    text: say('notice.tripped', { title: short(category) }),
    about: { category },
  };
}

/** That automatic publishing was switched off, and why. */
export function automaticOffNotice(text: Said, at: number): Notice {
  return {
    key: `automatic-off:${at}`,
    kind: 'automatic.off',
    at,
    title: say('title.automaticOff'),
    text,
    about: {},
  };
}

/** What acts no more, why, and for which conversations. */
interface Revoked {
  kind: ActKind;
  category: string;
  why: 'bad_ends' | 'record';
  conversationIds: readonly string[];
}

/** That a category acts no more without a person, and the conversations it was for. */
export function revokedNotice({ kind, category, why, conversationIds }: Revoked, at: number): Notice {
  const ids = conversationIds.join(', ');
  return {
    key: `revoked:${kind}:${category}:${at}`,
    kind: 'automatic.revoked',
    at,
    title: say(kind === 'answer' ? 'title.answersRevoked' : 'title.routingRevoked'),
    text:
      why === 'bad_ends'
        ? say('notice.revokedBad', { category: short(category), count: conversationIds.length, ids })
        : say('notice.revokedRecord', { category: short(category) }),
    about: { category },
  };
}

/** That nothing is published by itself for any account: too much of all was taken back, or the operator said so. */
export function automaticOffForAllNotice(actor: string, reason: Said, at: number): Notice {
  const why = actor === 'mend' ? reason : say('notice.autoOffBy', { actor });
  return {
    key: `automatic-off:all:${at}`,
    kind: 'automatic.off',
    at,
    title: say('title.automaticOffAll'),
    text: say('notice.autoOffAll', { why }),
    about: {},
  };
}

/** That automatic publishing goes on, by each account's own policy. */
export function automaticGoesOnNotice(at: number): Notice {
  return {
    key: `automatic-on:all:${at}`,
    kind: 'publishing.stopped',
    at,
    title: say('title.automaticOn'),
    text: say('notice.autoOnAll'),
    about: {},
  };
}

/** That publishing was stopped, or goes on: for this account, or for all of them. */
export function stoppedNotice(what: { isStopped: boolean; isForAll: boolean; actor: string }, at: number): Notice {
  const { isForAll, isStopped, actor } = what;
  return {
    key: `stop:${what.isForAll ? 'all' : 'tenant'}:${what.isStopped ? 'on' : 'off'}:${at}`,
    kind: 'publishing.stopped',
    at,
    title: say(isStopped ? 'title.stopped' : 'title.goesOn'),
    text: isStopped
      ? say(isForAll ? 'notice.stopAll' : 'notice.stopHere', { actor })
      : say(isForAll ? 'notice.goAll' : 'notice.goHere', { actor }),
    about: {},
  };
}

/** That a change of the product leads to proposals, which wait for a person. */
export function foreseenNotice(
  note: { id: string; hash: string; title: string },
  gapIds: readonly string[],
  at: number,
): Notice {
  return {
    key: `foreseen:${note.id}:${note.hash}`,
    kind: 'change.foreseen',
    at,
    title: say('title.foreseen'),
    text: say('notice.foreseen', { title: short(note.title), count: gapIds.length }),
    about: gapIds[0] === undefined ? {} : { gapId: gapIds[0] },
  };
}

/** That what customers write has changed, once of a kind and day. */
export function driftNotice(drift: Drift, at: number): Notice {
  const shares = { before: Math.round(drift.before * 100), now: Math.round(drift.now * 100) };
  return {
    key: `drift:${drift.kind}:${drift.language ?? ''}:${at}`,
    kind: 'drift.noticed',
    at,
    title: say('title.drift'),
    text:
      drift.kind === 'language'
        ? say('notice.drift.language', { ...shares, language: drift.language ?? '' })
        : say(`notice.drift.${drift.kind}`, shares),
    about: {},
  };
}

/** That an issue at the tracker stands otherwise now. */
export function trackedNotice(issue: { id: string; fixId: string; gapId: string }, text: Said, at: number): Notice {
  return {
    key: `tracked:${issue.id}:${at}`,
    kind: 'issue.moved',
    at,
    title: say('title.tracked'),
    text,
    about: { fixId: issue.fixId, gapId: issue.gapId },
  };
}
