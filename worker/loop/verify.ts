import type { Article } from '../../shared/article.ts';
import type { Publication } from '../../shared/gap.ts';
import { normalizeHtml } from '../core/normalize.ts';
import { plainText } from '../core/plain.ts';
import { NotFound } from './errors.ts';
import type { LoopMessage } from './messages.ts';
import type { Ports } from './ports.ts';

/**
 * Reads back what was written. The target (after normalising what a helpdesk may rewrite) is done: the article's new
 * version is stored and learned. Where visible words were lost, the snapshot is put back. Anything else is a person's.
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
  const live = await helpdesk.readArticle(publication.articleId, publication.locale);
  if (isSame(live, publication.after)) return complete(ports, tenant, publication, live, message.at);
  if (isStripped(live, publication)) return putBack(ports, tenant, publication, message.at);
  const reason = 'the article was edited by a person after it was written; their words stand';
  await ports.publications.move(
    tenant,
    publication.id,
    ['sent'],
    { state: 'superseded', detail: reason },
    activity(message.at, 'superseded', publication.fixId, reason),
  );
  await ports.fixes.move(tenant, publication.fixId, ['approved'], {
    change: { state: 'superseded' },
    activity: activity(message.at, 'superseded', publication.fixId, reason),
    gap: { id: publication.gapId, state: 'open' },
  });
  return [{ type: 'refresh', at: message.at }];
}

async function complete(
  ports: Ports,
  tenant: string,
  publication: Publication,
  live: Article,
  at: number,
): Promise<LoopMessage[]> {
  const gap = await ports.gaps.get(tenant, publication.gapId);
  const language = gap?.language ?? 'en';
  const isKnown = (await ports.articles.get(tenant, live.id, live.locale))?.bodyHtml === live.bodyHtml;
  const settled = gap
    ? [{ kind: 'settled' as const, language, findingKey: gap.findingKey, outcome: 'published' as const }]
    : [];
  if (!isKnown) await ports.memory.append(tenant, [...settled, { kind: 'article', language, article: live }]);
  await ports.articles.put(tenant, [live], 'published');
  const reason = `read back and equal to what was approved by ${publication.by}`;
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
    activity(at, 'verified', publication.fixId, reason),
  );
  return [];
}

async function putBack(ports: Ports, tenant: string, publication: Publication, at: number): Promise<LoopMessage[]> {
  const reason = 'the helpdesk dropped words of what was written; the article was put back';
  const helpdesk = await ports.helpdesk(tenant, 'publishing');
  if (publication.articleId && publication.before)
    await helpdesk.writeArticle(publication.articleId, publication.locale, publication.before);
  else if (publication.articleId) await helpdesk.archiveArticle(publication.articleId);
  await ports.publications.move(
    tenant,
    publication.id,
    ['sent'],
    { state: 'rolled_back', detail: reason },
    activity(at, 'rolled back', publication.fixId, reason),
  );
  await ports.fixes.move(tenant, publication.fixId, ['approved'], {
    change: { state: 'escalated', reason },
    activity: activity(at, 'escalated', publication.fixId, reason),
    gap: { id: publication.gapId, state: 'escalated' },
  });
  return [];
}

function isSame(live: Article, after: Publication['after']): boolean {
  return live.title === after.title && normalizeHtml(live.bodyHtml) === normalizeHtml(after.bodyHtml);
}

/** Ours with something missing: every line that stands is one we sent, but not every line we sent stands. */
function isStripped(live: Article, publication: Publication): boolean {
  const sent = new Set(linesOf(publication.after.bodyHtml));
  const lines = linesOf(live.bodyHtml);
  return live.title === publication.after.title && lines.length > 0 && lines.every((line) => sent.has(line));
}

function linesOf(html: string): string[] {
  return plainText(html)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function activity(at: number, what: string, subject: string, reason: string) {
  return { at, actor: 'mend', what, subject, reason };
}
