import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TrackerWish } from '../../../shared/context/tracked-issue.ts';
import type { IssueTracker, Report, Trackers } from '../../../worker/loop/ports/context/trackers.ts';
import { Invalid, Permanent, RetryLater } from '../../../worker/loop/ports/errors.ts';
import type { TrackerServer } from '../../sandbox/trackers/tracker-server.ts';

export interface SimulatedTracker {
  server: TrackerServer;
  count(): number;
  comments(ref: string): string[];
  set(ref: string, to: 'open' | 'done' | 'declined' | 'gone'): void;
  text(ref: string): string;
}

const TENANT = 'zendesk:1';

export const aReport = (more: Partial<Report> = {}): Report => ({
  key: 'r0123abcd',
  title: 'The app closes when clocking out',
  parts: [{ heading: 'What customers see', items: ['It *closes* & <b>nothing</b> is saved', '@ada see #12'] }],
  links: [{ title: 'Ticket 4', url: 'https://acme.zendesk.com/agent/tickets/4' }],
  ...more,
});

/** What every tracker guarantees, against its simulated vendor. */
export function trackerContract(
  name: string,
  make: () => SimulatedTracker,
  connecting: (url: string) => { trackers: Trackers; wish: TrackerWish },
): void {
  describe(name, () => {
    let vendor: SimulatedTracker;
    let trackers: Trackers;
    let wish: TrackerWish;
    let tracker: IssueTracker;
    beforeEach(async () => {
      vendor = make();
      ({ trackers, wish } = connecting(await vendor.server.listen()));
      await trackers.connect(TENANT, wish);
      const connected = await trackers.of(TENANT);
      if (!connected) throw new Error('it is not connected');
      tracker = connected;
    });
    afterEach(() => vendor.server.close());

    it('files a report once under its key, also where the answer was lost', async () => {
      vendor.server.lose = 1;
      await expect(tracker.file(aReport())).rejects.toThrow(RetryLater);
      const filed = await tracker.file(aReport());
      expect(await tracker.file(aReport())).toEqual(filed);
      expect(vendor.count()).toBe(1);
      const other = await tracker.file(aReport({ key: 'r9999', title: 'Another' }));
      expect([vendor.count(), other.ref === filed.ref]).toEqual([2, false]);
      expect(filed.url).toMatch(/^http/);
      expect(vendor.text(filed.ref)).toContain('acme.zendesk.com/agent/tickets/4');
    });

    it('takes what customers said as text: no markup, mention or reference of theirs has a meaning', async () => {
      const { ref } = await tracker.file(aReport());
      const text = vendor.text(ref);
      expect(text).toContain('closes');
      if (tracker.kind === 'jira') expect(text).toContain('"text":"It *closes* & <b>nothing</b> is saved"');
      else expect(text).not.toMatch(/(?<!\\)\*closes|(?<!\\)<b>|@ada|#12/);
    });

    it('finds issues by words', async () => {
      const { ref } = await tracker.file(aReport());
      expect(await tracker.find('clocking', 5)).toEqual([expect.objectContaining({ ref, state: 'open' })]);
      expect(await tracker.find('unrelated', 5)).toEqual([]);
    });

    it('tells how many there are in one comment that is edited', async () => {
      const { ref } = await tracker.file(aReport());
      for (const count of ['5 conversations', '9 conversations'])
        await tracker.tell(ref, aReport({ parts: [{ heading: 'Reported so far', items: [count] }] }));
      expect(vendor.comments(ref)).toHaveLength(1);
      expect(vendor.comments(ref)[0]).toContain('9 conversations');
    });

    it.each(['open', 'done', 'declined', 'gone'] as const)('says that an issue is %s', async (state) => {
      const { ref } = await tracker.file(aReport());
      vendor.set(ref, state);
      expect(await tracker.state(ref)).toBe(state);
    });

    it.each([
      [{ status: 503 }, RetryLater],
      [{ status: 429, headers: { 'retry-after': '3' } }, RetryLater],
      [{ status: 401, body: { message: 'Bad credentials' } }, Permanent],
      [{ status: 422, body: { message: 'Validation Failed' } }, Permanent],
    ])('holds up this row alone where it is busy, and says what it refuses', async (answer, kind) => {
      vendor.server.fail = [answer];
      const error = await tracker.file(aReport()).catch((one: unknown) => one);
      expect(error).toBeInstanceOf(kind);
      if (error instanceof RetryLater) expect(error.waits).toBe('row');
      expect(vendor.count()).toBe(0);
    });

    it('is not connected by a token that it refuses, and not asked once it is disconnected', async () => {
      await expect(trackers.connect(TENANT, { ...wish, token: 'bad' })).rejects.toThrow(Permanent);
      await trackers.disconnect(TENANT);
      expect([await trackers.of(TENANT), await trackers.connection(TENANT), await trackers.of('zendesk:2')]).toEqual([
        null,
        null,
        null,
      ]);
    });

    it('is not connected to a place that is not there', async () => {
      const place = wish.kind === 'github' ? 'acme/other' : 'NONE';
      await expect(trackers.connect(TENANT, { ...wish, place })).rejects.toThrow(Invalid);
    });
  });
}
