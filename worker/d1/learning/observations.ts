import { and, asc, desc, eq, gte, lt, ne, type SQL, sql } from 'drizzle-orm';
import { type Conversation, conversationSchema } from '../../../shared/conversation.ts';
import type { Diagnosis } from '../../../shared/diagnosis.ts';
import type { Gap } from '../../../shared/gap.ts';
import { byTimeAndText, lotOf } from '../../core/text/order.ts';
import type { Asked, Observation, ObservationStore } from '../../loop/ports/stores/observations.ts';
import { batch, type Database } from '../database.ts';
import { upsertGap } from '../fixes/gaps.ts';
import { endingLeaves, endingStands, endingsMove } from '../measure/ending-rows.ts';
import { conversations, observations } from '../schema/schema.ts';
import { insertEntry } from './learning-log.ts';

/** What conversations taught, with their redacted text. Every write of one conversation is one batch. */
export function createObservationStore(db: Database): ObservationStore {
  const storeConversation = (tenant: string, c: Conversation) => {
    const values = { tenant, id: c.id, body: JSON.stringify(c), updatedAt: c.updatedAt };
    return db
      .insert(conversations)
      .values(values)
      .onConflictDoUpdate({ target: [conversations.tenant, conversations.id], set: values });
  };
  const rows = (where: ReturnType<typeof and>, limit: number, newestFirst = false) =>
    db
      .select()
      .from(observations)
      .where(where)
      .orderBy(newestFirst ? desc(observations.at) : asc(observations.at), asc(observations.id))
      .limit(limit);
  return {
    async find(tenant, conversationId) {
      const [row] = await rows(
        and(eq(observations.tenant, tenant), eq(observations.conversationId, conversationId)),
        1,
      );
      return row ? toObservation(row) : null;
    },
    async conversation(tenant, id) {
      const [row] = await db
        .select()
        .from(conversations)
        .where(and(eq(conversations.tenant, tenant), eq(conversations.id, id)));
      return row ? conversationSchema.parse(JSON.parse(row.body)) : null;
    },
    async conversations(tenant, ids) {
      const found = await db
        .select()
        .from(conversations)
        .where(
          and(
            eq(conversations.tenant, tenant),
            sql`${conversations.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
          ),
        );
      return found.map((row) => conversationSchema.parse(JSON.parse(row.body))).sort(byTimeAndText);
    },
    async knownUpTo(tenant, ids) {
      const found = await db
        .select({ id: conversations.id, updatedAt: conversations.updatedAt })
        .from(conversations)
        .where(
          and(
            eq(conversations.tenant, tenant),
            sql`${conversations.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
          ),
        );
      return new Map(found.map((row) => [row.id, row.updatedAt]));
    },
    async suggest(tenant, observation, conversation) {
      await batch(db, [
        db.insert(observations).values(toRow(tenant, observation)).onConflictDoNothing(),
        storeConversation(tenant, conversation),
      ]);
    },
    async record(tenant, { observation, conversation, entries, gaps, ending, moved = [] }) {
      const row = toRow(tenant, observation);
      await batch(db, [
        db
          .insert(observations)
          .values(row)
          .onConflictDoUpdate({ target: [observations.tenant, observations.id], set: row }),
        ...(conversation ? [storeConversation(tenant, conversation)] : []),
        ...entries.map((entry) => insertEntry(db, tenant, entry)),
        ...gaps.map((gap: Gap) => upsertGap(db, tenant, gap)),
        ...(observation.state === 'withdrawn' ? endingLeaves(tenant, observation.conversationId) : []),
        ...(ending ? endingStands(tenant, ending) : []),
        ...(moved.length > 0 ? [moveIssues(tenant, moved), ...endingsMove(tenant, moved)] : []),
      ]);
    },
    async withWordsOf(tenant, personId, limit) {
      const wrote = sql`${observations.conversationId} IN (
        SELECT id FROM conversations AS c WHERE c.tenant = ${tenant} AND instr(c.body, ${`"personId":"${personId}"`}) > 0)`;
      const where = and(eq(observations.tenant, tenant), sql`(${eq(observations.requesterId, personId)} OR ${wrote})`);
      return (await rows(where, limit)).map(toObservation);
    },
    async keptForOthers(tenant, audiences, limit) {
      const audience = sql`substr(${observations.language}, instr(${observations.language}, '@') + 1)`;
      const where = and(
        eq(observations.tenant, tenant),
        sql`instr(${observations.language}, '@') > 0`,
        sql`${audience} NOT IN (SELECT value FROM json_each(${JSON.stringify(audiences)}))`,
      );
      return (await rows(where, limit)).map(toObservation);
    },
    async recentOf(tenant, requesterId, since, before) {
      const where = and(
        eq(observations.tenant, tenant),
        eq(observations.requesterId, requesterId),
        gte(observations.at, since),
        lt(observations.at, before),
      );
      return (await rows(where, 50, true)).map(toObservation);
    },
    async list(tenant, after, limit) {
      const where = and(
        eq(observations.tenant, tenant),
        after ? sql`(${observations.at}, ${observations.id}) > (${after.at}, ${after.id})` : undefined,
      );
      return (await rows(where, limit)).map(toObservation);
    },
    async ofIssues(tenant, issueIds, since, limit) {
      const found = await db.all<Omit<Asked, 'signals'> & { id: string; signals: string }>(sql`
        SELECT id, language, issue_id AS issueId, at, requester_id AS requesterId, organization_id AS organizationId, signals
        FROM observations INDEXED BY observations_issue
        WHERE tenant = ${tenant} AND issue_id IN (SELECT value FROM json_each(${JSON.stringify(issueIds)}))
          AND at >= ${since} AND state = 'observed'`);
      // Sorted here: every row is read either way, and D1 bills a sorted one twice.
      const oldestFirst = found.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
      return oldestFirst.slice(-limit).map(({ id: _, ...row }) => ({ ...row, signals: JSON.parse(row.signals) }));
    },
    async countSince(tenant, since) {
      const [row] = await db
        .select({ n: sql<number>`count(*)` })
        .from(observations)
        .where(and(eq(observations.tenant, tenant), gte(observations.at, since), eq(observations.state, 'observed')));
      return row?.n ?? 0;
    },
    async sample(tenant, language, except, limit, before = Number.MAX_SAFE_INTEGER) {
      const found = await db
        .select()
        .from(observations)
        .where(
          and(
            eq(observations.tenant, tenant),
            eq(observations.language, language),
            eq(observations.state, 'observed'),
            ne(observations.question, ''),
            // The plus sign keeps SQLite from the index of times, whose every row it would read: by lots it reads as many as it gives.
            sql`+${observations.at} < ${before}`,
            sql`${observations.conversationId} NOT IN (SELECT value FROM json_each(${JSON.stringify(except)}))`,
          ),
        )
        .orderBy(asc(observations.lot), asc(observations.at), asc(observations.id))
        .limit(limit);
      return found.map(toObservation);
    },
  };
}

/** Conversations that now belong to another issue than the one they were assigned to. */
function moveIssues(tenant: string, moved: { conversationId: string; issueId: string }[]): SQL {
  const json = JSON.stringify(moved);
  return sql`
    UPDATE observations SET issue_id = (SELECT m.value ->> 'issueId' FROM json_each(${json}) AS m
      WHERE m.value ->> 'conversationId' = observations.conversation_id)
    WHERE tenant = ${tenant} AND conversation_id IN (SELECT value ->> 'conversationId' FROM json_each(${json}))`;
}

function toRow(tenant: string, o: Observation): typeof observations.$inferInsert {
  const { suggestedArticleIds, signals, questions, ...rest } = o;
  return {
    tenant,
    ...rest,
    lot: lotOf(o.question),
    suggested: JSON.stringify(suggestedArticleIds),
    signals: JSON.stringify(signals),
    questions: questions ? JSON.stringify(questions) : null,
  };
}

function toObservation(row: typeof observations.$inferSelect): Observation {
  const { tenant: _, lot: __, suggested, signals, questions, state, diagnosis, ...rest } = row;
  return {
    ...rest,
    state: state as Observation['state'],
    diagnosis: diagnosis as Diagnosis | null,
    suggestedArticleIds: JSON.parse(suggested),
    signals: JSON.parse(signals),
    ...(questions !== null && { questions: JSON.parse(questions) }),
  };
}
