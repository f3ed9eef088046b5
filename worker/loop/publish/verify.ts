import type { Publication } from '../../../shared/gap.ts';
import { type Said, say } from '../../../shared/said/said.ts';
import { escalatedNotice, outdatedNotice, publishedNotice } from '../../core/notice/notice.ts';
import { newsOf } from '../observe/learn-written.ts';
import { NotFound } from '../ports/errors.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import type { LogEntryDraft } from '../ports/stores/learning.ts';
import { activity } from './attempt.ts';
import { rebaseAfter } from './rebase.ts';
import { recheck } from './recheck.ts';
import { putBack, withLeft } from './target-text.ts';
import {
  asStored,
  isAsSentAt,
  isSameAt,
  isStrippedAt,
  type Live,
  macroNames,
  readText,
  type Written,
  writtenBy,
} from './text-ref.ts';

type VerifyPorts = Pick<
  Ports,
  | 'activity'
  | 'articles'
  | 'changeNotes'
  | 'eventClock'
  | 'fixes'
  | 'gaps'
  | 'inbox'
  | 'macros'
  | 'memory'
  | 'outbox'
  | 'publications'
  | 'tenants'
>;

/**
 * Reads back what was written. What a reader sees as it was meant is done: the text as the helpdesk stores it is the new
 * version, which is learned and which later edits are told by. Where a line is missing, the snapshot is put back. Anything
 * else is a person's. Of several texts all must stand: where one doesn't, the others are put back too.
 */
export async function verify(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'verify' }>,
): Promise<LoopMessage[]> {
  const publication = await ports.publications.get(tenant, message.publicationId);
  if (!publication) throw new NotFound(`publication ${message.publicationId}`);
  const texts = writtenBy(publication);
  if (publication.state === 'done') return rebaseAfter(ports, tenant, publication, message.at);
  if (publication.state !== 'sent' || texts.length === 0) return [];
  const helpdesk = await ports.helpdesk(tenant, 'publishing');
  const lives: (Live | null)[] = [];
  for (const { ref } of texts) lives.push(await readText(helpdesk, ref));
  const wrong = texts.findIndex(({ ref, after }, i) => !lives[i] || !isAsSentAt(ref, lives[i], after));
  const [text, live] = [texts[wrong], lives[wrong] ?? null];
  const { at } = message;
  if (!text) {
    const standing = lives.filter((one) => one !== null);
    return complete(ports, tenant, publication, standing, at);
  }
  const { ref } = text;
  const isLess = live !== null && isStrippedAt(ref, live, text.after);
  const left = texts.length > 1 || isLess ? await putBack(helpdesk, publication) : null;
  const notOurs = whyNotOurs(text, live, isLess);
  if (notOurs !== null) return takenBack(ports, tenant, publication, at, withLeft(notOurs, left));
  const reason = withLeft(say('step.editedAfter', { thing: say(`thing.${ref.in}`) }), left);
  await ports.fixes.move(tenant, publication.fixId, ['approved'], {
    change: { state: 'superseded' },
    activity: activity(at, 'superseded', publication.fixId, reason),
    gap: { id: publication.gapId, state: 'open' },
  });
  await ports.publications.move(
    tenant,
    publication.id,
    ['sent'],
    { state: 'superseded', detail: reason },
    activity(at, 'superseded', publication.fixId, reason),
  );
  return [{ type: 'refresh', at }];
}

/** Why nothing of what was written stands there; null where a person's words do. */
function whyNotOurs({ ref, before }: Written, live: Live | null, isLess: boolean): Said | null {
  const thing = say(`thing.${ref.in}`);
  if (!live) return say('done.noLonger', { thing });
  if (before && isSameAt(ref, live, before)) return say('done.asBefore', { thing });
  return isLess ? say('done.dropped') : null;
}

async function complete(
  ports: VerifyPorts,
  tenant: string,
  publication: Publication,
  lives: Live[],
  at: number,
): Promise<LoopMessage[]> {
  const gap = await ports.gaps.get(tenant, publication.gapId);
  const language = gap?.language ?? 'en';
  const fix = await ports.fixes.get(tenant, publication.fixId);
  const learnt: LogEntryDraft[] = [];
  if (gap && fix?.state === 'approved')
    learnt.push({ kind: 'settled', language, findingKey: gap.findingKey, outcome: 'published' });
  const articles = lives.flatMap((live) => (live.in === 'article' ? [live.article] : []));
  learnt.push(...(await newsOf(ports, tenant, language, articles)));
  await ports.memory.append(tenant, learnt);
  await ports.articles.put(tenant, articles, 'published');
  await ports.macros.put(
    tenant,
    lives.flatMap((live) => (live.in === 'macro' ? [live.macro] : [])),
  );
  const names = macroNames(publication);
  const reason =
    names.length === 0
      ? say('step.verified', { actor: publication.by })
      : say('step.verifiedMacros', { actor: publication.by, names: { all: names } });
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
    { state: 'done', ...asStored(publication, lives) },
    {
      ...activity(at, 'verified', publication.fixId, reason),
      notice: publishedNotice(publication, publication.by === 'mend', at),
    },
  );
  if (fix?.note) await ports.changeNotes.document(tenant, fix.note.id, at);
  await recheck(ports, tenant, [{ ...publication, state: 'done' }], at);
  return rebaseAfter(ports, tenant, publication, at);
}

/** What was written does not stand, and nothing of it is left: a person decides what comes next. */
async function takenBack(
  ports: Pick<Ports, 'fixes' | 'publications'>,
  tenant: string,
  publication: Publication,
  at: number,
  reason: Said,
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
