import type { ChangeSource, ToldChange } from '../../../../shared/context/change-note.ts';
import type { ChangeFeeds } from '../../../../worker/loop/ports/context/change-feeds.ts';
import { NotFound } from '../../../../worker/loop/ports/errors.ts';

/** Sources in the test's hands: what each tells, under which validator; `before` may throw as a source fails. */
export interface MemoryFeeds extends ChangeFeeds {
  told: Map<string, { changes: ToldChange[]; validator: string | null }>;
  before: (sourceId: string) => void;
}

export function createMemoryFeeds(): MemoryFeeds {
  const sources = new Map<string, ChangeSource[]>();
  const inbound = new Set<string>();
  const of = (tenant: string) => sources.get(tenant) ?? [];
  const feeds: MemoryFeeds = {
    told: new Map(),
    before: () => undefined,
    sources: async (tenant) => of(tenant),
    async connect(tenant, { kind, address }) {
      feeds.before(address);
      const source = { id: address, kind, address, createdAt: 0 };
      sources.set(tenant, [...of(tenant), source]);
      return { source, changes: feeds.told.get(address)?.changes ?? [] };
    },
    async disconnect(tenant, sourceId) {
      sources.set(
        tenant,
        of(tenant).filter(({ id }) => id !== sourceId),
      );
    },
    async read(tenant, sourceId, validator) {
      if (!of(tenant).some(({ id }) => id === sourceId)) throw new NotFound('this source is not connected');
      feeds.before(sourceId);
      const told = feeds.told.get(sourceId) ?? { changes: [], validator: null };
      return validator !== null && validator === told.validator ? null : told;
    },
    inboundSince: async (tenant) => (inbound.has(tenant) ? 0 : null),
    async openInbound(tenant) {
      inbound.add(tenant);
      return { secret: 'whsec_AAAA' };
    },
    async closeInbound(tenant) {
      inbound.delete(tenant);
    },
  };
  return feeds;
}
