import type { AutomaticAct } from '../../../shared/automatic.ts';
import type { AutomaticActStore } from '../../../worker/loop/ports/automatic/acts.ts';
import { at, byText, copy, note, type Shelf } from './shelf.ts';

export function memoryAutomaticActs(shelf: Shelf): AutomaticActStore {
  const rowOf = (tenant: string, { kind, conversationId }: Pick<AutomaticAct, 'kind' | 'conversationId'>) =>
    shelf.automaticActs.get(at(tenant, kind, conversationId));
  const of = (tenant: string) =>
    [...shelf.automaticActs.values()].filter((row) => row.tenant === tenant).map((row) => copy(row.act));
  const oldestFirst = (a: AutomaticAct, b: AutomaticAct) => a.at - b.at || byText(a.conversationId, b.conversationId);
  return {
    get: async (tenant, kind, conversationId) => copy(rowOf(tenant, { kind, conversationId })?.act ?? null),
    async begin(tenant, act) {
      if (rowOf(tenant, act)) return false;
      shelf.automaticActs.set(at(tenant, act.kind, act.conversationId), { tenant, act: copy(act) });
      return true;
    },
    async move(tenant, act, from, to, activity) {
      const row = rowOf(tenant, act);
      if (!row || !from.includes(row.act.state)) return false;
      row.act.state = to;
      if (activity) note(shelf, tenant, activity);
      return true;
    },
    async judge(tenant, act, verdict, why, judgedAt) {
      const row = rowOf(tenant, act);
      if (row?.act.verdict !== 'open') return false;
      Object.assign(row.act, { verdict, why, judgedAt });
      return true;
    },
    open: async (tenant, until, limit) =>
      of(tenant)
        .filter((act) => act.verdict === 'open' && act.at <= until)
        .sort(oldestFirst)
        .slice(0, limit),
    judged: async (tenant, limit) =>
      of(tenant)
        .filter(({ verdict }) => verdict === 'good' || verdict === 'bad')
        .sort((a, b) => (a.judgedAt ?? 0) - (b.judgedAt ?? 0) || byText(a.conversationId, b.conversationId))
        .slice(-limit),
    latest: async (tenant, limit) => of(tenant).sort(oldestFirst).reverse().slice(0, limit),
    publicSince: async (tenant, requesterId, since) =>
      of(tenant).filter(
        (act) =>
          act.kind === 'answer' &&
          act.requesterId === requesterId &&
          act.isPublic &&
          act.state !== 'dark' &&
          act.at >= since,
      ).length,
    async forget(tenant, before) {
      for (const [key, row] of shelf.automaticActs)
        if (row.tenant === tenant && row.act.at < before) shelf.automaticActs.delete(key);
    },
  };
}
