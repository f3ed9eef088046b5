import { and, eq, sql } from 'drizzle-orm';
import type { AnswerStore, StoredAnswer } from '../loop/ports/writer.ts';
import type { Database } from './database.ts';
import { modelAnswers, modelFailures } from './schema/model-schema.ts';

/** What models answered. The first answer to a request stands, whoever stores another at the same time. */
export function createAnswerStore(db: Database): AnswerStore {
  const find: AnswerStore['find'] = async (tenant, request) => {
    const [row] = await db
      .select()
      .from(modelAnswers)
      .where(and(eq(modelAnswers.tenant, tenant), eq(modelAnswers.request, request)));
    return row ? toAnswer(row) : null;
  };
  return {
    find,
    async keep(tenant, request, answer, now) {
      const { outcome, json, answeredBy, usage } = answer;
      await db
        .insert(modelAnswers)
        .values({ tenant, request, outcome, json, answeredBy, ...usage, at: now })
        .onConflictDoNothing();
      return (await find(tenant, request)) ?? answer;
    },
    async fail(tenant, request, kind, now) {
      const [row] = await db
        .insert(modelFailures)
        .values({ tenant, request, kind, count: 1, since: now })
        .onConflictDoUpdate({
          target: [modelFailures.tenant, modelFailures.request, modelFailures.kind],
          set: { count: sql`${modelFailures.count} + 1` },
        })
        .returning({ count: modelFailures.count, since: modelFailures.since });
      return row ?? { count: 1, since: now };
    },
  };
}

function toAnswer({ outcome, json, answeredBy, inputTokens, outputTokens }: typeof modelAnswers.$inferSelect) {
  return { outcome: outcome as StoredAnswer['outcome'], json, answeredBy, usage: { inputTokens, outputTokens } };
}
