import type { IssueState, TrackerConnection } from '../../../../shared/context/tracked-issue.ts';
import type { Report, Trackers } from '../../../../worker/loop/ports/context/trackers.ts';

/** A tracker in the test's hands: what was filed by key, and how each stands; `before` may throw, `after` may lose an answer. */
export interface MemoryTracker extends Trackers {
  filed: Map<string, { ref: string; report: Report; state: IssueState; told: Report | null }>;
  before: (call: string) => void;
  after: (call: string) => void;
  settlesAfterMs: number;
}

export function createMemoryTracker(): MemoryTracker {
  const connections = new Map<string, TrackerConnection>();
  const of = (ref: string) => [...memory.filed.values()].find((one) => one.ref === ref);
  const call = <T>(name: string, answer: () => T): T => {
    memory.before(name);
    const value = answer();
    memory.after(name);
    return value;
  };
  const memory: MemoryTracker = {
    filed: new Map(),
    before: () => undefined,
    after: () => undefined,
    settlesAfterMs: 0,
    connection: async (tenant) => connections.get(tenant) ?? null,
    async connect(tenant, { kind, place, isPublicConfirmed }) {
      const connection = { kind, place, isPublic: isPublicConfirmed ?? false, createdAt: 0 };
      connections.set(tenant, connection);
      return { connection, webhookSecret: 's' };
    },
    async disconnect(tenant) {
      connections.delete(tenant);
    },
    async of(tenant) {
      const connection = connections.get(tenant);
      if (!connection) return null;
      return {
        kind: connection.kind,
        settlesAfterMs: memory.settlesAfterMs,
        file: async (report) =>
          call('file', () => {
            const known = memory.filed.get(report.key);
            const ref = known?.ref ?? String(memory.filed.size + 1);
            if (!known) memory.filed.set(report.key, { ref, report, state: 'open', told: null });
            return { ref, url: `https://tracker.example/${ref}` };
          }),
        find: async () => call('find', () => []),
        tell: async (ref, report) =>
          call('tell', () => {
            const issue = of(ref);
            if (issue) issue.told = report;
          }),
        state: async (ref) => call('state', () => of(ref)?.state ?? 'gone'),
      };
    },
  };
  return memory;
}
