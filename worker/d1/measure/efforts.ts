import { sql } from 'drizzle-orm';
import type { EffortStore } from '../../loop/ports/stores/efforts.ts';
import { batch, type Database } from '../database.ts';
import { markDue } from './ending-rows.ts';

/** Answers to the survey of one question. The primary key is what makes a link good for one answer. */
export function createEffortStore(db: Database): EffortStore {
  return {
    async answer(tenant, conversationId, score, at) {
      const ending = sql`SELECT opened_at FROM endings WHERE tenant = ${tenant} AND conversation_id = ${conversationId}`;
      const [stored] = await batch(db, [
        sql`
        INSERT INTO effort_answers (tenant, conversation_id, score, at)
        SELECT ${tenant}, ${conversationId}, ${score}, ${at} WHERE EXISTS (${ending})
        ON CONFLICT (tenant, conversation_id) DO NOTHING`,
        markDue(tenant, ending),
      ]);
      return (stored?.meta.changes ?? 0) > 0;
    },
    async isAnswered(tenant, conversationId) {
      const rows = await db.all(sql`
        SELECT 1 FROM effort_answers WHERE tenant = ${tenant} AND conversation_id = ${conversationId}`);
      return rows.length > 0;
    },
    async forget(tenant, before) {
      await db.run(sql`DELETE FROM effort_answers WHERE tenant = ${tenant} AND at < ${before}`);
    },
  };
}
