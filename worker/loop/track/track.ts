import type { TrackedIssue } from '../../../shared/context/tracked-issue.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import { say } from '../../../shared/said/said.ts';
import { isSensitiveCategory } from '../../core/gates/sensitive.ts';
import { reportKey } from '../../core/track/report.ts';
import { NotFound, Permanent, RetryLater } from '../ports/errors.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { type ReportPorts, reportNow } from './report.ts';

export type TrackPorts = ReportPorts & Pick<Ports, 'activity' | 'fixes' | 'trackedIssues' | 'trackers'>;

/**
 * Files a bug report that a person approved in the connected tracker, once: the intent is stored first, and what an earlier
 * run may have filed is looked for under the report's key, once the tracker is sure to show it. What touches security is
 * never filed by itself. A refusal is stored with the tracker's words and told.
 */
export async function track(
  ports: TrackPorts,
  tenant: string,
  message: Extract<LoopMessage, { type: 'track' }>,
): Promise<LoopMessage[]> {
  const [connection, tracker] = [await ports.trackers.connection(tenant), await ports.trackers.of(tenant)];
  const fix = await ports.fixes.get(tenant, message.fixId);
  if (!fix) throw new NotFound(`fix ${message.fixId}`);
  if (!connection || !tracker || fix.kind !== 'bug_report' || fix.state !== 'published') return [];
  const id = reportKey(tenant, fix.gapId);
  if (isSensitiveCategory(`${fix.category} ${fix.title}`) && !(await ports.trackedIssues.get(tenant, id))) {
    const reason = say('track.byHand', { title: fix.title });
    await ports.activity.add(tenant, { at: message.at, actor: 'mend', what: 'not filed', subject: fix.id, reason });
    return [];
  }
  const report = await reportNow(ports, tenant, fix, connection);
  const known = await ports.trackedIssues.get(tenant, id);
  const now = ports.wallClock.now();
  const standing = known ?? (await ports.trackedIssues.begin(tenant, intentOf(id, fix, tracker.kind, now)));
  if (standing.state !== 'filing') return [];
  const settledIn = standing.checkedAt + tracker.settlesAfterMs - now;
  if (known && settledIn > 0) throw new RetryLater('what an earlier run filed may not show yet', settledIn, 'row');
  try {
    const filed = await tracker.file(report);
    await ports.trackedIssues.move(
      tenant,
      id,
      ['filing'],
      { ...filed, state: 'open', counted: report.counted, checkedAt: now },
      {
        activity: {
          at: message.at,
          actor: 'mend',
          what: 'filed',
          subject: fix.id,
          reason: say('track.filed', { title: fix.title, url: filed.url }),
        },
      },
    );
  } catch (error) {
    if (!(error instanceof Permanent || error instanceof NotFound)) throw error;
    const reason = say('track.refused', { title: fix.title, why: error.message });
    await ports.trackedIssues.move(
      tenant,
      id,
      ['filing'],
      { state: 'refused', detail: error.message, checkedAt: now },
      { activity: { at: message.at, actor: 'mend', what: 'refused', subject: fix.id, reason } },
    );
  }
  return [];
}

function intentOf(id: string, fix: StoredFix, tracker: TrackedIssue['tracker'], now: number): TrackedIssue {
  return {
    id,
    fixId: fix.id,
    gapId: fix.gapId,
    title: fix.title,
    tracker,
    state: 'filing',
    ref: null,
    url: null,
    counted: 0,
    filedAt: now,
    checkedAt: now,
    detail: null,
  };
}
