import { and, eq, sql } from 'drizzle-orm';
import { withoutConversation } from '../../core/fix/without-conversation.ts';
import { batch, type Database } from '../database.ts';
import { toFix } from '../fixes/fixes.ts';
import { endingLeaves } from '../measure/ending-rows.ts';
import { automaticActs } from '../schema/automatic-schema.ts';
import { modelAnswers } from '../schema/model-schema.ts';
import { outcomes } from '../schema/outcome-schema.ts';
import { conversations, fixes, observations } from '../schema/schema.ts';

/** Removes one conversation in one batch; answers the fixes that stay and say that their evidence left. */
export async function eraseConversation(
  db: Database,
  tenant: string,
  conversationId: string,
): Promise<{ standing: number }> {
  const cites = sql`EXISTS (SELECT 1 FROM json_each(${fixes.body}, '$.evidence')
    WHERE value ->> 'conversationId' = ${conversationId} AND value ->> 'quote' <> '')`;
  const citing = (
    await db
      .select()
      .from(fixes)
      .where(and(eq(fixes.tenant, tenant), cites))
  ).map(toFix);
  const changed = citing.map((fix) => ({ fix, left: withoutConversation(fix, conversationId) }));
  const gone = changed.filter(({ left }) => left.state === 'superseded');
  const goneIds = JSON.stringify(gone.map(({ fix }) => fix.id));
  const gapIds = JSON.stringify(gone.map(({ fix }) => fix.gapId));
  await batch(db, [
    ...changed.map(({ fix, left }) =>
      db
        .update(fixes)
        .set({ state: left.state, body: JSON.stringify(left) })
        .where(and(eq(fixes.tenant, tenant), eq(fixes.id, fix.id), eq(fixes.state, fix.state))),
    ),
    sql`DELETE FROM questions WHERE tenant = ${tenant} AND fix_id IN (SELECT value FROM json_each(${goneIds}))`,
    sql`
      UPDATE gaps SET state = 'open' WHERE tenant = ${tenant} AND state IN ('in_review', 'escalated')
        AND id IN (SELECT value FROM json_each(${gapIds}))
        AND NOT EXISTS (SELECT 1 FROM fixes AS f WHERE f.tenant = gaps.tenant AND f.gap_id = gaps.id
          AND f.state IN ('in_review', 'escalated'))`,
    db.delete(conversations).where(and(eq(conversations.tenant, tenant), eq(conversations.id, conversationId))),
    db.delete(outcomes).where(and(eq(outcomes.tenant, tenant), eq(outcomes.conversationId, conversationId))),
    db
      .delete(observations)
      .where(and(eq(observations.tenant, tenant), eq(observations.conversationId, conversationId))),
    sql`
      UPDATE learning_log SET entry = json_set(entry, '$.solved.question', '', '$.solved.customerTurns', json('[]'),
        '$.solved.agentTurns', json('[]'), '$.solved.requesterId', '', '$.solved.organizationId', NULL)
      WHERE tenant = ${tenant} AND kind = 'solved' AND ref = ${conversationId}`,
    db.delete(modelAnswers).where(eq(modelAnswers.tenant, tenant)),
    db
      .delete(automaticActs)
      .where(and(eq(automaticActs.tenant, tenant), eq(automaticActs.conversationId, conversationId))),
    sql`DELETE FROM effort_answers WHERE tenant = ${tenant} AND conversation_id = ${conversationId}`,
    ...endingLeaves(tenant, conversationId),
  ]);
  return { standing: changed.filter(({ left }) => left.state !== 'superseded' && left.state !== 'rejected').length };
}
