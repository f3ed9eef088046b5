import type { Publication } from '../../../shared/gap.ts';
import type { Ports } from '../../../worker/loop/ports/ports.ts';

/** A mistake put into every isolate of a run, to see that the harness finds it. */
export type Plant = (ports: Ports) => void;

/** The snapshot is stored when the write has gone out, instead of before. */
export const snapshotAfterSend: Plant = (ports) => {
  const { intend, move } = ports.publications;
  let late: { tenant: string; publication: Publication } | null = null;
  ports.publications = {
    ...ports.publications,
    async intend(tenant, publication) {
      late = { tenant, publication };
      return publication;
    },
    async move(...how) {
      if (late) await intend(late.tenant, late.publication);
      late = null;
      return move(...how);
    },
  };
};

/** A row is marked as done when it is taken, instead of when its work is stored. */
export const ackBeforeWrite: Plant = (ports) => {
  const { due } = ports.inbox;
  ports.inbox = {
    ...ports.inbox,
    async due(tenant, ...how) {
      const rows = await due(tenant, ...how);
      if (rows.length > 0)
        await ports.inbox.settle(
          tenant,
          rows.map(({ key }) => key),
          [],
        );
      return rows;
    },
  };
};
