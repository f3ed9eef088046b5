import type { Remark, SavedView } from '../../../shared/console/review.ts';
import type { ReviewDeskStore, Snooze } from '../../../worker/loop/ports/stores/review-desk.ts';
import { copy } from './shelf.ts';

/** What the team keeps beside decisions, in memory. */
export function memoryReviewDesk(): ReviewDeskStore {
  const snoozes: { tenant: string; gapId: string; snooze: Snooze }[] = [];
  const remarks: { tenant: string; gapId: string; remark: Remark }[] = [];
  const views: { tenant: string; view: SavedView }[] = [];
  const remove = <T>(rows: T[], isGone: (row: T) => boolean) => {
    const at = rows.findIndex(isGone);
    if (at >= 0) rows.splice(at, 1);
  };
  return {
    async snooze(tenant, gapId, snooze) {
      remove(snoozes, (row) => row.tenant === tenant && row.gapId === gapId);
      if (snooze) snoozes.push({ tenant, gapId, snooze: copy(snooze) });
    },
    snoozed: async (tenant) =>
      new Map(snoozes.filter((row) => row.tenant === tenant).map(({ gapId, snooze }) => [gapId, copy(snooze)])),
    async remark(tenant, gapId, remark) {
      remarks.push({ tenant, gapId, remark: copy(remark) });
    },
    remarks: async (tenant, gapId) =>
      remarks.filter((row) => row.tenant === tenant && row.gapId === gapId).map(({ remark }) => copy(remark)),
    async keepView(tenant, view) {
      remove(views, (row) => row.tenant === tenant && row.view.id === view.id);
      views.push({ tenant, view: copy(view) });
    },
    async dropView(tenant, id) {
      remove(views, (row) => row.tenant === tenant && row.view.id === id);
    },
    views: async (tenant) =>
      views
        .filter((row) => row.tenant === tenant)
        .map(({ view }) => copy(view))
        .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1)),
  };
}
