import type { QuestionStore } from '../../../worker/loop/ports/stores/questions.ts';
import { at, byText, copy, type Shelf } from './shelf.ts';

export function memoryQuestions(shelf: Shelf): QuestionStore {
  const of = (tenant: string) =>
    [...shelf.questions.values()]
      .filter((row) => row.tenant === tenant)
      .map((row) => copy(row.question))
      .sort((a, b) => a.at - b.at || byText(a.id, b.id));
  return {
    async add(tenant, question) {
      const key = at(tenant, question.id);
      if (!shelf.questions.has(key)) shelf.questions.set(key, { tenant, question: copy(question) });
    },
    get: async (tenant, id) => copy(shelf.questions.get(at(tenant, id))?.question ?? null),
    ofFix: async (tenant, fixId) => of(tenant).filter((question) => question.fixId === fixId),
    openFor: async (tenant, agentId) =>
      of(tenant).filter((question) => question.state === 'open' && question.agentId === agentId),
    async move(tenant, id, question) {
      const row = shelf.questions.get(at(tenant, id));
      if (row?.question.state !== 'open') return false;
      row.question = copy(question);
      return true;
    },
  };
}
