import type { Publication, PublicationState, WrittenMacro } from '../../../shared/gap.ts';
import type { Said } from '../../../shared/said/said.ts';
import { saidIn } from '../../../shared/said/stored.ts';
import { hashText, idOf } from '../../core/text/hash.ts';
import { Invalid, NotFound } from '../ports/errors.ts';
import { type LoopMessage, messageKey } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { writtenBy } from './text-ref.ts';

type AskRollbackPorts = Pick<Ports, 'activity' | 'eventClock' | 'inbox' | 'publications'>;

/** A reversal that is being worked, or that took effect: asking for it again is answered with it. */
const UNDER_WAY_OR_DONE: readonly PublicationState[] = ['intent', 'sent', 'done', 'rolled_back'];

const reversalId = (tenant: string, publicationId: string): string => idOf(tenant, 'rollback', publicationId);

/**
 * Asks for a publication to be taken back: its snapshot becomes the target of a write of its own, which can be taken
 * back in turn. Asked twice it is asked once, and answered with the write that was asked first. Throws NotFound, or Invalid where it never took effect.
 */
export async function askRollback(
  ports: AskRollbackPorts,
  tenant: string,
  id: string,
  actor: string,
  reason: string | Said,
): Promise<Publication> {
  const publication = await ports.publications.get(tenant, id);
  if (!publication) throw new NotFound(`publication ${id}`);
  const asked = await ports.publications.get(tenant, reversalId(tenant, id));
  if (asked && UNDER_WAY_OR_DONE.includes(asked.state)) return asked;
  if (publication.state !== 'done' || writtenBy(publication).length === 0)
    throw new Invalid(`it is ${publication.state}: there is nothing to take back`);
  if (typeof reason === 'string' && reason.trim() === '') throw new Invalid('a rollback needs a reason');
  const at = ports.eventClock.now();
  const taken = await ports.publications.intend(tenant, reversalOf(tenant, publication, actor, at));
  await ports.activity.add(tenant, {
    at,
    actor,
    what: 'rollback asked',
    subject: publication.fixId,
    reason: saidIn(reason),
  });
  const message: LoopMessage = { type: 'restore', at, publicationId: taken.id };
  await ports.inbox.add(tenant, [{ key: messageKey(message), message }]);
  return taken;
}

/** Everything that took effect at or after `since`, newest first; what can't be taken back is left and named. */
export async function askRollbackSince(
  ports: AskRollbackPorts,
  tenant: string,
  since: number,
  actor: string,
  reason: string,
): Promise<{ asked: string[]; left: string[] }> {
  if (!Number.isFinite(since)) throw new Invalid('since is not a time');
  const all = await ports.publications.list(tenant);
  const isTaken = new Set(all.flatMap((p) => (p.reverts ? [p.reverts] : [])));
  const due = all
    .filter((p) => p.at >= since && p.state === 'done' && p.reverts === null && !isTaken.has(p.id))
    .reverse();
  const asked: string[] = [];
  for (const publication of due) asked.push((await askRollback(ports, tenant, publication.id, actor, reason)).id);
  return { asked, left: all.filter((p) => p.at >= since && p.state !== 'done' && p.reverts === null).map((p) => p.id) };
}

function reversalOf(tenant: string, publication: Publication, actor: string, at: number): Publication {
  const target = publication.before ?? { title: publication.after.title, bodyHtml: '' };
  return {
    ...publication,
    id: reversalId(tenant, publication.id),
    reverts: publication.id,
    state: 'intent',
    before: publication.after,
    after: target,
    ...(publication.also
      ? {
          also: publication.also.map(({ before, after, ...text }) => ({
            ...text,
            before: after,
            after: before ?? after,
          })),
        }
      : {}),
    ...(publication.macros ? { macros: publication.macros.map(reverseOf) } : {}),
    baseHash: publication.targetHash,
    targetHash: hashText(`${target.title}\u0000${target.bodyHtml}`),
    by: actor,
    at,
    attempts: 0,
    detail: null,
  };
}

/** A macro that was made is taken away: its target is empty. One that was taken away is made again. */
function reverseOf({ before, after, ...macro }: WrittenMacro): WrittenMacro {
  return { ...macro, before: after, after: before ?? { title: after.title, bodyHtml: '' } };
}
