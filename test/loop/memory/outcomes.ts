import { messageKey } from '../../../worker/loop/ports/messages.ts';
import type { Outcome, OutcomeStore } from '../../../worker/loop/ports/stores/outcomes.ts';
import { addMessages } from './inbox.ts';
import { at, byText, copy, note, type Shelf } from './shelf.ts';

export function memoryOutcomes(shelf: Shelf): OutcomeStore {
  const of = (tenant: string, isWanted: (outcome: Outcome) => boolean) =>
    [...shelf.outcomes.values()]
      .filter((row) => row.tenant === tenant && isWanted(row.outcome))
      .map((row) => copy(row.outcome))
      .sort((a, b) => a.at - b.at || byText(a.id, b.id));
  return {
    get: async (tenant, id) => copy(shelf.outcomes.get(at(tenant, id))?.outcome ?? null),
    async add(tenant, outcome, activity, next) {
      const key = at(tenant, outcome.id);
      if (shelf.outcomes.has(key)) return false;
      shelf.outcomes.set(key, { tenant, outcome: copy(outcome) });
      if (activity) note(shelf, tenant, activity);
      const rows = next.map((message) => ({ key: messageKey(message), message }));
      addMessages(shelf, tenant, rows, outcome.at);
      return true;
    },
    ofConversation: async (tenant, id) => of(tenant, (outcome) => outcome.conversationId === id),
    about: async (tenant, ids, since) =>
      of(tenant, (outcome) => outcome.about !== null && ids.includes(outcome.about) && outcome.at >= since),
    ofPerson: async (tenant, personId, since, limit) =>
      of(tenant, (outcome) => outcome.personId === personId && outcome.at >= since)
        .reverse()
        .slice(0, limit),
    async forget(tenant, before) {
      for (const outcome of of(tenant, (one) => one.at < before)) shelf.outcomes.delete(at(tenant, outcome.id));
    },
  };
}
