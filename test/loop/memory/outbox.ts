import type { DeliveryState } from '../../../shared/notice.ts';
import type { OutboxStore } from '../../../worker/loop/ports/stores/outbox.ts';
import { at, copy, type Shelf, tell } from './shelf.ts';

const WAITING: DeliveryState[] = ['due', 'sending', 'repeating'];

export function memoryOutbox(shelf: Shelf): OutboxStore {
  const of = (tenant: string) =>
    [...shelf.outbox.values()].filter((held) => held.tenant === tenant).map((held) => copy(held.row));
  const waiting = (tenant: string) => of(tenant).filter((row) => WAITING.includes(row.delivery.state));
  return {
    add: async (tenant, notice) => tell(shelf, tenant, notice),
    async addForAll(_deployment, notice, whom = 'all') {
      for (const { tenant, policy } of shelf.tenants.values())
        if (['active', 'auth_required'].includes(tenant.state) && (whom === 'all' || policy.autoPublish.isEnabled))
          tell(shelf, tenant.id, notice);
    },
    stoppedWithDue: async (wallNow) =>
      [...shelf.tenants.values()]
        .map((row) => row.tenant)
        .filter(
          ({ id, state }) => state === 'auth_required' && waiting(id).some((row) => row.delivery.nextAt <= wallNow),
        )
        .map(({ id }) => id),
    get: async (tenant, key) => copy(shelf.outbox.get(at(tenant, key))?.row ?? null),
    list: async (tenant, limit, beforeId) =>
      of(tenant)
        .filter((row) => !row.isDismissed && (beforeId === null || row.id < beforeId))
        .reverse()
        .slice(0, limit),
    countUnread: async (tenant) => of(tenant).filter((row) => !row.isRead && !row.isDismissed).length,
    async mark(tenant, keys, as) {
      const meant = keys.flatMap((key) => shelf.outbox.get(at(tenant, key)) ?? []);
      for (const { row } of meant)
        Object.assign(row, as === 'read' ? { isRead: true } : { isRead: true, isDismissed: true });
      return meant.length;
    },
    due: async (tenant, wallNow, limit) =>
      waiting(tenant)
        .filter((row) => row.delivery.nextAt <= wallNow)
        .slice(0, limit),
    nextAttempt: async (tenant) => {
      const times = waiting(tenant).map((row) => row.delivery.nextAt);
      return times.length > 0 ? Math.min(...times) : null;
    },
    parked: async (tenant, limit) =>
      of(tenant)
        .filter((row) => row.delivery.state === 'parked')
        .reverse()
        .slice(0, limit),
    async setDelivery(tenant, key, from, to) {
      const held = shelf.outbox.get(at(tenant, key));
      if (!held || !from.includes(held.row.delivery.state)) return false;
      held.row.delivery = copy(to);
      return true;
    },
    async countKinds(tenant, from, to) {
      const told = of(tenant).filter((row) => row.at >= from && row.at < to);
      const kinds = Map.groupBy(told, (row) => row.kind);
      return Object.fromEntries([...kinds].map(([kind, rows]) => [kind, rows.length]));
    },
    async forget(tenant, before) {
      for (const [key, held] of shelf.outbox)
        if (held.tenant === tenant && held.row.at < before) shelf.outbox.delete(key);
    },
  };
}
