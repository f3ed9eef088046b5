import { and, asc, eq, type SQL } from 'drizzle-orm';
import type { DisputeQuestion, DisputeState } from '../../../shared/escalation.ts';
import { saidIn } from '../../../shared/said/stored.ts';
import type { QuestionStore } from '../../loop/ports/stores/questions.ts';
import type { Database } from '../database.ts';
import { questions } from '../schema/publishing-schema.ts';

/** Prepared questions; an open one is answered once. */
export function createQuestionStore(db: Database): QuestionStore {
  const read = async (tenant: string, where: SQL | undefined): Promise<DisputeQuestion[]> => {
    const rows = await db
      .select()
      .from(questions)
      .where(and(eq(questions.tenant, tenant), where))
      .orderBy(asc(questions.at), asc(questions.id));
    return rows.map((row) => {
      const question = JSON.parse(row.body) as DisputeQuestion;
      return { ...question, text: saidIn(question.text), state: row.state as DisputeState };
    });
  };
  return {
    async add(tenant, question) {
      const { id, fixId, agentId, state, at } = question;
      await db
        .insert(questions)
        .values({ tenant, id, fixId, agentId, state, at, body: JSON.stringify(question) })
        .onConflictDoNothing();
    },
    get: async (tenant, id) => (await read(tenant, eq(questions.id, id)))[0] ?? null,
    ofFix: (tenant, fixId) => read(tenant, eq(questions.fixId, fixId)),
    openFor: (tenant, agentId) => read(tenant, and(eq(questions.state, 'open'), eq(questions.agentId, agentId))),
    async move(tenant, id, question) {
      const { meta } = await db
        .update(questions)
        .set({ state: question.state, body: JSON.stringify(question) })
        .where(and(eq(questions.tenant, tenant), eq(questions.id, id), eq(questions.state, 'open')));
      return meta.changes > 0;
    },
  };
}
