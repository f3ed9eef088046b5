import { and, eq, lt, ne, type SQL, sql } from 'drizzle-orm';
import type { RetentionStore } from '../../loop/ports/stores/retention.ts';
import { batch, type Database } from '../database.ts';
import { modelAnswers, modelFailures } from '../schema/model-schema.ts';
import { conversations, inbox, observations } from '../schema/schema.ts';
import { endedSessions } from '../sessions.ts';
import { eraseConversation } from './erase-conversation.ts';
import { eraseTeammate, teammateNames } from './erase-teammate.ts';
import { purgeTenant } from './purge.ts';

/** What leaves when its time is over. An empty tenant touches nothing. */
export function createRetentionStore(db: Database, now: () => number): RetentionStore {
  return {
    async forgetText(tenant, before, except) {
      const kept = sql`(SELECT value FROM json_each(${JSON.stringify(except)}))`;
      await batch(db, [
        db
          .delete(conversations)
          .where(
            and(
              eq(conversations.tenant, tenant),
              lt(conversations.updatedAt, before),
              sql`${conversations.id} NOT IN ${kept}`,
            ),
          ),
        sql`
          UPDATE learning_log SET entry = json_set(entry, '$.solved.question', '', '$.solved.customerTurns', json('[]'),
            '$.solved.agentTurns', json('[]'))
          WHERE tenant = ${tenant} AND kind = 'solved' AND json_extract(entry, '$.solved.at') < ${before}
            AND json_array_length(entry, '$.solved.agentTurns') > 0
            AND seq <= (SELECT seq FROM learning_snapshots AS s WHERE s.tenant = ${tenant} AND s.language = learning_log.language)`,
        sql`
          UPDATE observations SET question = ''
          WHERE tenant = ${tenant} AND at < ${before} AND question <> '' AND conversation_id NOT IN ${kept}`,
      ]);
    },
    async forgetQuotes(tenant, before) {
      await batch(db, [unquoted(tenant, sql`created_at < ${before}`)]);
    },
    async forgetFeatures(tenant, before, except) {
      const kept = sql`(SELECT value FROM json_each(${JSON.stringify(except)}))`;
      await batch(db, [
        sql`
          DELETE FROM learning_log
          WHERE tenant = ${tenant} AND kind = 'solved' AND json_extract(entry, '$.solved.at') < ${before}
            AND ref NOT IN ${kept} AND seq < (SELECT max(seq) FROM learning_log WHERE tenant = ${tenant})
            AND seq <= (SELECT seq FROM learning_snapshots AS s WHERE s.tenant = ${tenant} AND s.language = learning_log.language)`,
        db
          .delete(observations)
          .where(
            and(
              eq(observations.tenant, tenant),
              lt(observations.at, before),
              sql`${observations.conversationId} NOT IN ${kept}`,
            ),
          ),
      ]);
    },
    eraseConversation: (tenant, conversationId) => eraseConversation(db, tenant, conversationId),
    teammateNames: (tenant, who) => teammateNames(db, tenant, who),
    eraseTeammate: (tenant, who, standIn) => eraseTeammate(db, tenant, who, standIn),
    purge: (tenant, closedBefore, rows) => purgeTenant(db, tenant, closedBefore, rows, now()),
    async forgetDoneWork(tenant, before) {
      await batch(db, [
        db.delete(inbox).where(and(eq(inbox.tenant, tenant), ne(inbox.state, 'new'), lt(inbox.receivedAt, before))),
        db.delete(modelAnswers).where(and(eq(modelAnswers.tenant, tenant), lt(modelAnswers.at, before))),
        db.delete(modelFailures).where(and(eq(modelFailures.tenant, tenant), lt(modelFailures.since, before))),
        ...endedSessions(db, tenant, before),
      ]);
    },
  };
}

/** Fixes that came to nothing, without the words of the quotes for which `isMeant` holds. */
function unquoted(tenant: string, isMeant: SQL): SQL {
  return sql`
    UPDATE fixes SET body = json_set(body, '$.evidence', (
      SELECT json_group_array(json(CASE WHEN ${isMeant} THEN json_set(value, '$.quote', '') ELSE value END))
      FROM json_each(fixes.body, '$.evidence')))
    WHERE tenant = ${tenant} AND state IN ('rejected', 'superseded', 'rolled_back')
      AND EXISTS (SELECT 1 FROM json_each(fixes.body, '$.evidence') WHERE ${isMeant} AND value ->> 'quote' <> '')`;
}
