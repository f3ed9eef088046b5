import type { IssueState, TrackedIssue } from '../../../shared/context/tracked-issue.ts';
import { say } from '../../../shared/said/said.ts';
import { trackedNotice } from '../../core/notice/notice.ts';
import { NotFound, Permanent, RetryLater } from '../ports/errors.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { reportNow } from './report.ts';
import type { TrackPorts } from './track.ts';

type FollowPorts = TrackPorts & Pick<Ports, 'trackedIssues'>;

/** Issues looked at in one run: each costs two requests. The rest follows the next day, the oldest looks first. */
const A_RUN = 40;

const FOLLOWED: IssueState[] = ['open', 'done', 'declined'];

/**
 * Looks at filed issues again, all of them (the daily sweep) or the one that a webhook names: how each stands, and whether
 * more conversations are to be counted, which our one comment there then says. Done closes the gap and says whom to write
 * to; one that is opened again opens it again.
 */
export async function follow(
  ports: FollowPorts,
  tenant: string,
  message: Extract<LoopMessage, { type: 'follow' }>,
): Promise<LoopMessage[]> {
  const [connection, tracker] = [await ports.trackers.connection(tenant), await ports.trackers.of(tenant)];
  if (!connection || !tracker) return [];
  const all = (await ports.trackedIssues.list(tenant, FOLLOWED)).filter((one) => one.tracker === tracker.kind);
  const meant =
    message.issueId === undefined ? all.reverse().slice(0, A_RUN) : all.filter(({ id }) => id === message.issueId);
  let pause: RetryLater | null = null;
  for (const issue of meant) {
    if (issue.ref === null) continue;
    try {
      const state = await tracker.state(issue.ref);
      const counted = state === 'open' ? await recount(ports, tenant, issue, connection, tracker) : issue.counted;
      await settle(ports, tenant, issue, state, counted, message.at);
    } catch (error) {
      if (error instanceof RetryLater) {
        pause = error;
        break;
      }
      if (!(error instanceof Permanent || error instanceof NotFound)) throw error;
      await ports.trackedIssues.move(tenant, issue.id, FOLLOWED, {
        detail: error.message,
        checkedAt: ports.wallClock.now(),
      });
    }
  }
  if (pause) throw pause;
  return [];
}

/** Tells the tracker how many there are now, where there are more than it was told. */
async function recount(
  ports: FollowPorts,
  tenant: string,
  issue: TrackedIssue,
  connection: Parameters<typeof reportNow>[3],
  tracker: NonNullable<Awaited<ReturnType<FollowPorts['trackers']['of']>>>,
): Promise<number> {
  const fix = await ports.fixes.get(tenant, issue.fixId);
  if (!fix || issue.ref === null) return issue.counted;
  const report = await reportNow(ports, tenant, fix, connection);
  if (report.counted <= issue.counted) return issue.counted;
  await tracker.tell(issue.ref, { ...report, parts: report.parts.slice(-1) });
  return report.counted;
}

async function settle(
  ports: FollowPorts,
  tenant: string,
  issue: TrackedIssue,
  state: IssueState,
  counted: number,
  at: number,
): Promise<void> {
  const change = { state, counted, checkedAt: ports.wallClock.now(), detail: null };
  if (state === issue.state) {
    await ports.trackedIssues.move(tenant, issue.id, [issue.state], change);
    return;
  }
  const reason = say(`track.${state}`, { title: issue.title, count: counted });
  const notice = state === 'gone' ? {} : { notice: trackedNotice(issue, reason, at) };
  const activity = { at, actor: 'mend', what: `issue ${state}`, subject: issue.fixId, reason, ...notice };
  const moved = await ports.trackedIssues.move(tenant, issue.id, [issue.state], change, { activity });
  if (moved && state === 'done') await ports.gaps.setState(tenant, issue.gapId, 'healed', at);
  if (moved && state === 'open') await ports.gaps.setState(tenant, issue.gapId, 'published', at);
}
