import type { StoredFix } from '../../../shared/gap.ts';
import { say } from '../../../shared/said/said.ts';
import { changedStatements } from '../../core/advice/article-statements.ts';
import { hashText } from '../../core/text/hash.ts';
import { Invalid } from '../ports/errors.ts';
import type { ArticleStaging } from '../ports/helpdesk.ts';
import type { Ports } from '../ports/ports.ts';
import { isAsSent, isSame } from '../publish/same-html.ts';
import { edit, Moved, type Seen, shown } from './decide-by-person.ts';

type StageFixPorts = Pick<Ports, 'activity' | 'eventClock' | 'fixes' | 'helpdesk'>;

type StagePorts = Pick<Ports, 'articleIndex' | 'articles' | 'eventClock' | 'fixes' | 'gaps' | 'helpdesk' | 'macros'>;

/** The helpdesk's stage and what of it a fix is about; Invalid where the vendor has none, or for anything but a patch. */
async function stageOf(
  ports: Pick<Ports, 'helpdesk'>,
  tenant: string,
  fix: StoredFix,
): Promise<{ staging: ArticleStaging; articleId: string; locale: string }> {
  const { articleId, locale, kind } = fix;
  const { staging } = await ports.helpdesk(tenant, 'publishing');
  if (!staging) throw new Invalid('this helpdesk has no drafts of published articles');
  if (kind !== 'article_patch' || articleId === null)
    throw new Invalid('only a change of a published article can be staged');
  return { staging, articleId, locale };
}

/**
 * Puts a change that waits beside its live article, so that it can be looked at and worded in the helpdesk's own editor.
 * Nothing is live by it. Staged again as it stands, it changes nothing. Throws Moved where the article is no longer what
 * the change was drafted from, Permanent where a person has an edit staged.
 */
export async function stageFix(
  ports: StageFixPorts,
  tenant: string,
  fixId: string,
  seen: Seen,
  actor: string,
): Promise<void> {
  const fix = await shown(ports, tenant, fixId, seen);
  if (fix.state !== 'in_review' && fix.state !== 'escalated') throw new Moved(`it is ${fix.state} by now`);
  const { staging, articleId, locale } = await stageOf(ports, tenant, fix);
  const there = await staging.staged(articleId, locale);
  if (there && isAsSent(there, fix)) return;
  const live = await (await ports.helpdesk(tenant, 'publishing')).readArticle(articleId, locale);
  if (fix.baseHtml !== null && !isSame(live, { title: live.title, bodyHtml: fix.baseHtml }))
    throw new Moved('the article was edited since this was drafted');
  await staging.stage(articleId, locale, { title: fix.title, bodyHtml: fix.bodyHtml });
  const reason = say('step.staged');
  await ports.activity.add(tenant, { at: ports.eventClock.now(), actor, what: 'staged', subject: fix.id, reason });
}

/** What is staged beside the article of a fix, or null: with what a person made of it since. */
export async function stagedOf(ports: Pick<Ports, 'helpdesk'>, tenant: string, fix: StoredFix) {
  const { staging, articleId, locale } = await stageOf(ports, tenant, fix);
  return staging.staged(articleId, locale);
}

/**
 * Takes over what a person made of the staged text: their wording becomes a fix of its own that waits in review, and once
 * it is approved the stage is what is published. Throws Invalid where nothing is staged or it was left as it was, Moved where
 * it is not what was shown (`sawStaged`), Refused where the content rules do not let it stand.
 */
export async function adoptStaged(
  ports: StagePorts,
  tenant: string,
  fixId: string,
  seen: Seen,
  actor: string,
  sawStaged?: string,
): Promise<StoredFix> {
  const fix = await shown(ports, tenant, fixId, seen);
  const staged = await stagedOf(ports, tenant, fix);
  if (!staged) throw new Invalid('nothing is staged beside this article');
  if (sawStaged !== undefined && stagedHash(staged) !== sawStaged)
    throw new Moved('the draft was edited since it was shown');
  if (isAsSent(staged, fix)) throw new Invalid('the draft reads as the change does: approve it');
  return edit(ports, tenant, fixId, seen, actor, staged);
}

/**
 * Puts our wording back on the stage in the place of what a person made of it, at a reviewer's word; theirs stays in the
 * helpdesk's own history. Throws Invalid where nothing is staged, Moved where it is not what was shown.
 */
export async function restage(
  ports: StageFixPorts,
  tenant: string,
  fixId: string,
  seen: Seen,
  actor: string,
  sawStaged: string,
): Promise<void> {
  const fix = await shown(ports, tenant, fixId, seen);
  const { staging, articleId, locale } = await stageOf(ports, tenant, fix);
  const staged = await staging.staged(articleId, locale);
  if (!staged) throw new Invalid('nothing is staged beside this article');
  if (isAsSent(staged, fix)) return;
  if (stagedHash(staged) !== sawStaged) throw new Moved('the draft was edited since it was shown');
  await staging.stage(articleId, locale, { title: fix.title, bodyHtml: fix.bodyHtml }, staged);
  const reason = say('step.staged');
  await ports.activity.add(tenant, { at: ports.eventClock.now(), actor, what: 'staged', subject: fix.id, reason });
}

/** What of a fix stands on the stage now, for who may decide it: ours as it is, or what a person made of it. */
export async function stageSeen(
  ports: Pick<Ports, 'fixes' | 'helpdesk'>,
  tenant: string,
  fixId: string,
): Promise<{ isOurs: true } | { isOurs: false; removed: string[]; added: string[]; hash: string } | null> {
  const fix = await ports.fixes.get(tenant, fixId);
  if (fix?.kind !== 'article_patch' || !(await ports.helpdesk(tenant, 'publishing')).staging) return null;
  const staged = await stagedOf(ports, tenant, fix);
  if (!staged) return null;
  if (isAsSent(staged, fix)) return { isOurs: true };
  return { isOurs: false, ...changedStatements(fix.baseHtml ?? '', staged.bodyHtml), hash: stagedHash(staged) };
}

/** Names what stands on a stage. */
const stagedHash = ({ title, bodyHtml }: { title: string; bodyHtml: string }): string =>
  hashText(`${title}\u0000${bodyHtml}`);
