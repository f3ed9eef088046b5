import type { Article } from '../../shared/article.ts';
import type { Publication } from '../../shared/gap.ts';
import { escalatedNotice, outdatedNotice, publishedNotice } from '../core/notice.ts';
import { NotFound } from './errors.ts';
import type { LoopMessage } from './messages.ts';
import { putBack, readOrNull, textsOf } from './places.ts';
import type { LogEntryDraft, Ports } from './ports.ts';
import { isSame, isStripped } from './written.ts';

/**
 * Reads back what was written. The target (after normalising what a helpdesk may rewrite) is done: the article's new
 * version is stored and learned. Where visible words were lost, the snapshot is put back. Anything else is a person's. Of
 * several texts all must stand: where one doesn't, the others are put back too.
 */
export async function verify(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'verify' }>,
): Promise<LoopMessage[]> {
  const publication = await ports.publications.get(tenant, message.publicationId);
  if (!publication) throw new NotFound(`publication ${message.publicationId}`);
  if (publication.state !== 'sent' || !publication.articleId) return [];
  const helpdesk = await ports.helpdesk(tenant, 'publishing');
  const texts = textsOf(publication);
  const lives: (Article | null)[] = [];
  for (const { articleId, locale } of texts) lives.push(await readOrNull(helpdesk, articleId, locale));
  const wrong = texts.findIndex(({ after }, i) => !lives[i] || !isSame(lives[i], after));
  const [text, live] = [texts[wrong], lives[wrong] ?? null];
  if (!text)
    return complete(
      ports,
      tenant,
      publication,
      lives.filter((one) => one !== null),
      message.at,
    );
  if (texts.length > 1 || (live && isStripped(live, text.after))) await putBack(helpdesk, publication);
  if (!live) return takenBack(ports, tenant, publication, message.at, 'the article is no longer there');
  if (text.before && isSame(live, text.before))
    return takenBack(ports, tenant, publication, message.at, 'the article stands as it was before the write');
  if (isStripped(live, text.after))
    return takenBack(
      ports,
      tenant,
      publication,
      message.at,
      'the helpdesk dropped words of what was written; it was put back',
    );
  const reason = 'the article was edited by a person after it was written; their words stand';
  await ports.fixes.move(tenant, publication.fixId, ['approved'], {
    change: { state: 'superseded' },
    activity: activity(message.at, 'superseded', publication.fixId, reason),
    gap: { id: publication.gapId, state: 'open' },
  });
  await ports.publications.move(
    tenant,
    publication.id,
    ['sent'],
    { state: 'superseded', detail: reason },
    activity(message.at, 'superseded', publication.fixId, reason),
  );
  return [{ type: 'refresh', at: message.at }];
}

async function complete(
  ports: Ports,
  tenant: string,
  publication: Publication,
  lives: Article[],
  at: number,
): Promise<LoopMessage[]> {
  const gap = await ports.gaps.get(tenant, publication.gapId);
  const language = gap?.language ?? 'en';
  const fix = await ports.fixes.get(tenant, publication.fixId);
  const learnt: LogEntryDraft[] = [];
  if (gap && fix?.state === 'approved')
    learnt.push({ kind: 'settled', language, findingKey: gap.findingKey, outcome: 'published' });
  for (const live of lives) {
    const stored = await ports.articles.get(tenant, live.id, live.locale);
    const isKnown = stored !== null && JSON.stringify(stored) === JSON.stringify(live);
    if (!isKnown) learnt.push({ kind: 'article', language, article: live });
  }
  await ports.memory.append(tenant, learnt);
  await ports.articles.put(tenant, lives, 'published');
  const reason = `read back and equal to what was approved by ${publication.by}`;
  const outdated = fix?.state === 'approved' ? (fix.outdated ?? []) : [];
  if (outdated.length > 0)
    await ports.outbox.add(
      tenant,
      outdatedNotice(
        publication,
        outdated.map(({ locale }) => locale),
        at,
      ),
    );
  await ports.fixes.move(tenant, publication.fixId, ['approved'], {
    change: { state: 'published' },
    activity: activity(at, 'published', publication.fixId, reason),
    gap: { id: publication.gapId, state: 'published' },
  });
  await ports.publications.move(
    tenant,
    publication.id,
    ['sent'],
    { state: 'done' },
    {
      ...activity(at, 'verified', publication.fixId, reason),
      notice: publishedNotice(publication, publication.by === 'mend', at),
    },
  );
  return [];
}

/** What was written does not stand, and nothing of it is left: a person decides what comes next. */
async function takenBack(
  ports: Ports,
  tenant: string,
  publication: Publication,
  at: number,
  reason: string,
): Promise<LoopMessage[]> {
  await ports.fixes.move(tenant, publication.fixId, ['approved'], {
    change: { state: 'escalated', reason },
    activity: {
      ...activity(at, 'escalated', publication.fixId, reason),
      notice: escalatedNotice({ ...publication.after, id: publication.fixId, gapId: publication.gapId }, at),
    },
    gap: { id: publication.gapId, state: 'escalated' },
  });
  await ports.publications.move(
    tenant,
    publication.id,
    ['sent'],
    { state: 'rolled_back', detail: reason },
    activity(at, 'rolled back', publication.fixId, reason),
  );
  return [];
}

function activity(at: number, what: string, subject: string, reason: string) {
  return { at, actor: 'mend', what, subject, reason };
}
