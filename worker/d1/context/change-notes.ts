import { and, count, desc, eq, gte, isNull, lt, sql } from 'drizzle-orm';
import type { ChangeNote, NoteReading } from '../../../shared/context/change-note.ts';
import type { ChangeNoteStore } from '../../loop/ports/context/change-notes.ts';
import { messageKey } from '../../loop/ports/messages.ts';
import { batch, type Database } from '../database.ts';
import { insertTold } from '../fixes/activity.ts';
import { insertMessages } from '../inbox.ts';
import { changeNotes } from '../schema/context-schema.ts';

/** Change notes. What they say is one JSON value; what was read in them and since when an article stands have columns. */
export function createChangeNoteStore(db: Database): ChangeNoteStore {
  const of = (tenant: string, id: string) => and(eq(changeNotes.tenant, tenant), eq(changeNotes.id, id));
  return {
    async put(tenant, note, next) {
      const { id, source, hash, toldAt } = note;
      const said = { source, hash, toldAt, reading: null, body: JSON.stringify(note) };
      const rows = next.map((message) => ({ key: messageKey(message), message }));
      const [stored] = await batch(db, [
        db
          .insert(changeNotes)
          .values({ tenant, id, documentedAt: null, ...said })
          .onConflictDoUpdate({
            target: [changeNotes.tenant, changeNotes.id],
            set: said,
            setWhere: sql`${changeNotes.hash} <> ${hash}`,
          }),
        ...(rows.length > 0 ? [insertMessages(tenant, rows, toldAt, sql`(SELECT changes()) > 0`)] : []),
      ]);
      return (stored?.meta.changes ?? 0) > 0;
    },
    async get(tenant, id) {
      const [row] = await db.select().from(changeNotes).where(of(tenant, id));
      return row ? toNote(row) : null;
    },
    async list(tenant, limit) {
      const rows = await db
        .select()
        .from(changeNotes)
        .where(eq(changeNotes.tenant, tenant))
        .orderBy(desc(changeNotes.toldAt), desc(changeNotes.id))
        .limit(limit);
      return rows.map(toNote);
    },
    async settle(tenant, id, hash, reading, activity) {
      const isUnread = and(of(tenant, id), eq(changeNotes.hash, hash), isNull(changeNotes.reading));
      await batch(db, [
        ...insertTold(tenant, activity, sql`EXISTS (SELECT 1 FROM change_notes WHERE ${isUnread})`),
        db
          .update(changeNotes)
          .set({ reading: JSON.stringify(reading) })
          .where(isUnread),
      ]);
    },
    async document(tenant, id, at) {
      await db
        .update(changeNotes)
        .set({ documentedAt: at })
        .where(and(of(tenant, id), isNull(changeNotes.documentedAt)));
    },
    async countSince(tenant, since) {
      const where = and(eq(changeNotes.tenant, tenant), gte(changeNotes.toldAt, since));
      return (await db.select({ n: count() }).from(changeNotes).where(where))[0]?.n ?? 0;
    },
    async removeSource(tenant, source) {
      await db.delete(changeNotes).where(and(eq(changeNotes.tenant, tenant), eq(changeNotes.source, source)));
    },
    async forget(tenant, before) {
      await db.delete(changeNotes).where(and(eq(changeNotes.tenant, tenant), lt(changeNotes.toldAt, before)));
    },
  };
}

function toNote(row: typeof changeNotes.$inferSelect): ChangeNote {
  const reading = row.reading === null ? null : (JSON.parse(row.reading) as NoteReading);
  return { ...(JSON.parse(row.body) as ChangeNote), reading, documentedAt: row.documentedAt };
}
