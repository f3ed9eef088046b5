import type { ChangeSource, ChangeSourceKind, ChangesView, ToldChange } from '../../../shared/context/change-note.ts';
import { SENT_BY_COMPANY } from '../../../shared/context/change-note.ts';
import { type Said, say } from '../../../shared/said/said.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { NotFound } from '../ports/errors.ts';
import { type LoopMessage, messageKey } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { placeName, placeOf, take } from './poll.ts';

type SourcePorts = Pick<Ports, 'activity' | 'changeFeeds' | 'changeNotes' | 'cursors' | 'eventClock' | 'inbox'>;

/** Notes shown: the latest. */
const NOTES_SHOWN = 50;

/** Signed changes taken in a day (event time): a company that sends more has a loop. Own choice. */
export const SIGNED_A_DAY = 200;

/** Where changes come from, how far each was read, and what came of the latest. */
export async function readChanges(
  ports: SourcePorts,
  tenant: string,
  inboundUrl: string,
): Promise<Omit<ChangesView, 'mayChange'>> {
  const sources = await Promise.all(
    (await ports.changeFeeds.sources(tenant)).map(async (source) => {
      const { readAt, failure } = await placeOf(ports, tenant, source.id);
      return { ...source, readAt, failure };
    }),
  );
  const since = await ports.changeFeeds.inboundSince(tenant);
  return { sources, inbound: { url: inboundUrl, since }, notes: await ports.changeNotes.list(tenant, NOTES_SHOWN) };
}

/** Connects a source, and has it read at once. Throws as `ChangeFeeds.connect`. */
export async function connectSource(
  ports: SourcePorts,
  tenant: string,
  wish: { kind: ChangeSourceKind; address: string; token?: string },
  actor: string,
): Promise<ChangeSource> {
  const { source } = await ports.changeFeeds.connect(tenant, wish);
  await note(ports, tenant, actor, 'change source set', say('step.sourceSet', { name: wish.address }));
  const message: LoopMessage = { type: 'poll', at: ports.eventClock.now() };
  await ports.inbox.add(tenant, [{ key: messageKey(message), message }]);
  return source;
}

/** Looks at a source now; answers how many changes it tells. Throws as `ChangeFeeds.read`. */
export async function testSource(ports: SourcePorts, tenant: string, sourceId: string): Promise<number> {
  return (await ports.changeFeeds.read(tenant, sourceId, null))?.changes.length ?? 0;
}

/** Ends a source: it is not read any more, and what it told is removed. What people were proposed stays with them. */
export async function disconnectSource(
  ports: SourcePorts,
  tenant: string,
  sourceId: string,
  actor: string,
): Promise<void> {
  const source = (await ports.changeFeeds.sources(tenant)).find(({ id }) => id === sourceId);
  if (!source) throw new NotFound('this source is not connected');
  await ports.changeFeeds.disconnect(tenant, sourceId);
  await ports.changeNotes.removeSource(tenant, sourceId);
  await ports.cursors.remove(tenant, placeName(sourceId));
  await note(ports, tenant, actor, 'change source removed', say('step.sourceGone', { name: source.address }));
}

/** Lets the company send changes itself, or changes its secret, which is answered this once. */
export async function openInbound(ports: SourcePorts, tenant: string, actor: string): Promise<{ secret: string }> {
  const opened = await ports.changeFeeds.openInbound(tenant);
  await note(ports, tenant, actor, 'signed changes allowed', say('step.inboundSet'));
  return opened;
}

/** Takes no signed change any more; what was sent is removed. */
export async function closeInbound(ports: SourcePorts, tenant: string, actor: string): Promise<void> {
  await ports.changeFeeds.closeInbound(tenant);
  await ports.changeNotes.removeSource(tenant, SENT_BY_COMPANY);
  await note(ports, tenant, actor, 'signed changes ended', say('step.inboundGone'));
}

/** Takes in a change whose signature was verified: `full` where the day has as many as it may. */
export async function takeSigned(
  ports: Pick<Ports, 'changeNotes' | 'eventClock'>,
  tenant: string,
  change: ToldChange,
): Promise<'stored' | 'known' | 'full'> {
  const now = ports.eventClock.now();
  if ((await ports.changeNotes.countSince(tenant, now - DAY_MS)) >= SIGNED_A_DAY) return 'full';
  return (await take(ports, tenant, SENT_BY_COMPANY, change, now)) ? 'stored' : 'known';
}

function note(ports: SourcePorts, tenant: string, actor: string, what: string, reason: Said): Promise<void> {
  return ports.activity.add(tenant, { at: ports.eventClock.now(), actor, what, subject: tenant, reason });
}
