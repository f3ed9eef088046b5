import type { TrackerConnection, TrackerView, TrackerWish } from '../../../shared/context/tracked-issue.ts';
import { say } from '../../../shared/said/said.ts';
import { NotFound } from '../ports/errors.ts';
import { type LoopMessage, messageKey } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';

type ConnectPorts = Pick<
  Ports,
  'activity' | 'eventClock' | 'fixes' | 'inbox' | 'trackedIssues' | 'trackers' | 'wallClock'
>;

/** The tracker with everything that was filed there. */
export async function readTracker(
  ports: ConnectPorts,
  tenant: string,
): Promise<Pick<TrackerView, 'connection' | 'issues'>> {
  const connection = await ports.trackers.connection(tenant);
  const all = ['filing', 'refused', 'open', 'done', 'declined', 'gone'] as const;
  return { connection, issues: connection ? await ports.trackedIssues.list(tenant, [...all]) : [] };
}

/** Connects a tracker, and files there what was approved before. Throws as `Trackers.connect`. */
export async function connectTracker(
  ports: ConnectPorts,
  tenant: string,
  wish: TrackerWish,
  actor: string,
): Promise<{ connection: TrackerConnection; webhookSecret: string }> {
  const made = await ports.trackers.connect(tenant, wish);
  const at = ports.eventClock.now();
  const reason = say('step.trackerSet', { name: wish.place });
  await ports.activity.add(tenant, { at, actor, what: 'tracker set', subject: tenant, reason });
  const approved = (await ports.fixes.list(tenant, ['published'])).filter(({ kind }) => kind === 'bug_report');
  await send(
    ports,
    tenant,
    approved.map(({ id }) => ({ type: 'track', at, fixId: id })),
  );
  return made;
}

/** Ends the connection: nothing is asked or filed any more, and what is known of its issues is removed. */
export async function disconnectTracker(ports: ConnectPorts, tenant: string, actor: string): Promise<void> {
  const connection = await ports.trackers.connection(tenant);
  if (!connection) throw new NotFound('no tracker is connected');
  await ports.trackers.disconnect(tenant);
  await ports.trackedIssues.removeTracker(tenant, connection.kind);
  const reason = say('step.trackerGone', { name: connection.place });
  const at = ports.eventClock.now();
  await ports.activity.add(tenant, { at, actor, what: 'tracker removed', subject: tenant, reason });
}

/** Asks the tracker for anything it has; throws what it refuses with. NotFound where none is connected. */
export async function testTracker(ports: ConnectPorts, tenant: string): Promise<void> {
  const tracker = await ports.trackers.of(tenant);
  if (!tracker) throw new NotFound('no tracker is connected');
  await tracker.find('mend', 1);
}

/** Issues of the tracker that may be the same as a report, by its own search: a person links or files. */
export async function likeReport(ports: ConnectPorts, tenant: string, fixId: string) {
  const tracker = await ports.trackers.of(tenant);
  const fix = await ports.fixes.get(tenant, fixId);
  if (!fix) throw new NotFound(`fix ${fixId}`);
  return tracker ? tracker.find(fix.title, 5) : [];
}

/** Files a report again that the tracker had refused. */
export async function fileAgain(ports: ConnectPorts, tenant: string, issueId: string): Promise<void> {
  const issue = await ports.trackedIssues.get(tenant, issueId);
  if (!issue) throw new NotFound('there is no such report');
  const next: LoopMessage[] = [{ type: 'track', at: ports.eventClock.now(), fixId: issue.fixId }];
  await ports.trackedIssues.move(
    tenant,
    issueId,
    ['refused'],
    { state: 'filing', detail: null, checkedAt: ports.wallClock.now() },
    { next },
  );
}

async function send(ports: ConnectPorts, tenant: string, messages: LoopMessage[]): Promise<void> {
  await ports.inbox.add(
    tenant,
    messages.map((message) => ({ key: messageKey(message), message })),
  );
}

/** A verified webhook named this issue: it is looked at again, once a moment. Nothing where no report is filed under it. */
export async function lookAgain(
  ports: Pick<Ports, 'eventClock' | 'inbox' | 'trackedIssues'>,
  tenant: string,
  named: { kind: TrackerConnection['kind']; ref: string },
): Promise<boolean> {
  const issue = await ports.trackedIssues.ofRef(tenant, named.kind, named.ref);
  if (!issue) return false;
  const message: LoopMessage = { type: 'follow', at: ports.eventClock.now(), issueId: issue.id };
  await ports.inbox.add(tenant, [{ key: messageKey(message), message }]);
  return true;
}
