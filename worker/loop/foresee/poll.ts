import { z } from 'zod';
import type { ChangeNote, ToldChange } from '../../../shared/context/change-note.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { hashText, idOf } from '../../core/text/hash.ts';
import { AuthLost, Invalid, NotFound, Permanent, RetryLater } from '../ports/errors.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';

/** The first look takes in what is this recent: what is older, agents' answers have told since. Own choice. */
export const FIRST_LOOK_MS = 14 * DAY_MS;

/** Notes taken in of one source a look; the rest is told with the next. Own choice. */
const NOTES_A_LOOK = 20;

/** How far a source was read: what the vendor calls the version, when it was looked at, and why it could not be read. */
const placeSchema = z.object({
  validator: z.string().nullable(),
  readAt: z.number().nullable(),
  failure: z.string().nullable(),
});
export type SourcePlace = z.infer<typeof placeSchema>;

export type PollPorts = Pick<Ports, 'changeFeeds' | 'changeNotes' | 'cursors'>;

/** Under this name it stands how far a source was read. */
export function placeName(sourceId: string): string {
  return `changes:${sourceId}`;
}

export async function placeOf(ports: Pick<Ports, 'cursors'>, tenant: string, sourceId: string): Promise<SourcePlace> {
  const stored = await ports.cursors.get(tenant, placeName(sourceId));
  return stored ? placeSchema.parse(JSON.parse(stored)) : { validator: null, readAt: null, failure: null };
}

/**
 * Looks at every source of change notes and stores what it tells that is new or says something else now, each with the
 * message that reads it. A source that fails says why and holds up no other; the next look tries it again.
 */
export async function poll(
  ports: PollPorts,
  tenant: string,
  message: Extract<LoopMessage, { type: 'poll' }>,
): Promise<LoopMessage[]> {
  for (const { id } of await ports.changeFeeds.sources(tenant)) {
    const place = await placeOf(ports, tenant, id);
    try {
      const read = await ports.changeFeeds.read(tenant, id, place.validator);
      const dated = (read?.changes ?? []).map((change) => ({ change, at: change.at ?? message.at }));
      const fresh = dated.filter(({ at }) => place.readAt !== null || at >= message.at - FIRST_LOOK_MS);
      for (const { change } of fresh.sort((a, b) => a.at - b.at).slice(-NOTES_A_LOOK))
        await take(ports, tenant, id, change, message.at);
      const validator = read ? read.validator : place.validator;
      await keep(ports, tenant, id, { validator, readAt: message.at, failure: null });
    } catch (error) {
      if (!isForeign(error)) throw error;
      await keep(ports, tenant, id, { ...place, failure: error.message.slice(0, 300) });
    }
  }
  return [];
}

/** What another side's refusal looks like; anything else is a fault of ours. */
function isForeign(error: unknown): error is Error {
  return [RetryLater, Permanent, NotFound, Invalid, AuthLost].some((kind) => error instanceof kind);
}

function keep(ports: PollPorts, tenant: string, sourceId: string, place: SourcePlace): Promise<void> {
  return ports.cursors.set(tenant, placeName(sourceId), JSON.stringify(place));
}

/** Stores what a source told, with the message that reads it; false where it stood so already. */
export async function take(
  ports: Pick<Ports, 'changeNotes'>,
  tenant: string,
  source: string,
  change: ToldChange,
  at: number,
): Promise<boolean> {
  const note = noteOf(tenant, source, change, at);
  return ports.changeNotes.put(tenant, note, [{ type: 'foresee', at, noteId: note.id }]);
}

function noteOf(tenant: string, source: string, change: ToldChange, at: number): ChangeNote {
  const { id: externalId, ...said } = change;
  return {
    ...said,
    at: said.at ?? at,
    id: idOf(tenant, 'change', source, externalId),
    externalId,
    source,
    hash: hashText(JSON.stringify(said)),
    toldAt: at,
    reading: null,
    documentedAt: null,
  };
}
