import type { RewordRefusal } from '../../../shared/advice.ts';
import type { GapState, StoredFix } from '../../../shared/gap.ts';
import { asWritten, say } from '../../../shared/said/said.ts';
import { checksOfWording, failedChecks } from '../../core/gates/failed-checks.ts';
import { gateNamed } from '../../core/gates/gate-name.ts';
import { personsWording } from '../../core/gates/wording.ts';
import { standingBefore } from '../../core/publishing/deciding/standing-before.ts';
import { patchHashOf } from '../../core/publishing/writing/patch-hash.ts';
import { idOf } from '../../core/text/hash.ts';
import { Invalid, NotFound, Told } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';
import { readCompanions, withCompanions, withoutCompanions } from '../propose/companions.ts';

type DecideByPersonPorts = Pick<Ports, 'eventClock' | 'fixes' | 'gaps' | 'wallClock'>;

/** What a reviewer saw: a decision on anything else is refused. */
export interface Seen {
  patchHash: string;
  baseHash: string | null;
  /** False where it was decided without its change being opened; absent: it was shown. */
  wasOpened?: boolean;
}

/** The fix has moved on since it was shown: a newer draft, another reviewer, or a write under way. */
export class Moved extends Told {
  override name = 'Moved';
}

/** A wording that the content rules refuse: nothing was changed. */
export class Refused extends Invalid {
  override name = 'Refused';
  readonly refused: RewordRefusal[];
  constructor(refused: RewordRefusal[]) {
    super(`the content rules refuse this wording: ${refused.join(', ')}`);
    this.refused = refused;
  }
}

/** A proposal that failed a content check: nobody can approve it as it stands. */
export class FailsChecks extends Invalid {
  override name = 'FailsChecks';
  constructor(rules: readonly string[]) {
    super(say('refused.checks', { gates: { all: rules.map(gateNamed) } }));
  }
}

const WAITING = ['in_review', 'escalated'] as const;

/**
 * Approves a fix as it was shown; it is published next, but not within `holdMs`: so long it can be taken back. Throws
 * Moved where it is no longer what was shown, FailsChecks where a content rule speaks against it and no person worded it.
 */
export async function approve(
  ports: DecideByPersonPorts,
  tenant: string,
  fixId: string,
  seen: Seen,
  actor: string,
  holdMs = 0,
): Promise<StoredFix> {
  const fix = await shown(ports, tenant, fixId, seen);
  const failed = failedChecks(fix);
  if (failed.length > 0) throw new FailsChecks([...new Set(failed.map(({ rule }) => rule))]);
  const at = ports.eventClock.now();
  const activity = { at, actor, what: 'approved', subject: fix.id, reason: say('step.approved') };
  const was = standingBefore(fix, await gapStateOf(ports, tenant, fix));
  const unread = seen.wasOpened === undefined ? {} : { isUnread: !seen.wasOpened };
  const moved = await ports.fixes.move(tenant, fix.id, [...WAITING], {
    change: { state: 'approved', decision: 'publish', actor, reason: activity.reason, was, ...unread },
    activity,
    gap: { id: fix.gapId, state: 'approved' },
    still: fix,
    next: [{ type: 'publish', at, fixId: fix.id }],
    holdUntil: ports.wallClock.now() + holdMs,
  });
  if (!moved) throw await whyMoved(ports, tenant, fix.id);
  return { ...fix, state: 'approved' };
}

/**
 * Rejects a fix with a reason. The finding stays dismissed by meaning: it does not come back in other words. What is
 * learned from it is learned after `holdMs`.
 */
export async function reject(
  ports: DecideByPersonPorts,
  tenant: string,
  fixId: string,
  seen: Seen,
  actor: string,
  reason: string,
  holdMs = 0,
): Promise<StoredFix> {
  if (reason.trim() === '') throw new Invalid('a rejection needs a reason');
  const why = asWritten(reason);
  const fix = await shown(ports, tenant, fixId, seen);
  const at = ports.eventClock.now();
  const was = standingBefore(fix, await gapStateOf(ports, tenant, fix));
  const moved = await ports.fixes.move(tenant, fix.id, [...WAITING], {
    change: { state: 'rejected', actor, reason: why, was },
    activity: { at, actor, what: 'rejected', subject: fix.id, reason: why },
    gap: { id: fix.gapId, state: 'rejected' },
    still: fix,
    next: [{ type: 'settle', at, gapId: fix.gapId }],
    holdUntil: ports.wallClock.now() + holdMs,
  });
  if (!moved) throw await whyMoved(ports, tenant, fix.id);
  return { ...fix, state: 'rejected', reason: why };
}

/**
 * Stores a reviewer's wording as a fix of its own, waiting in review, in the batch that supersedes ours: nothing of
 * theirs is lost, and `takeBack` of theirs brings ours back. Other texts of the same fact follow their wording. Throws
 * Refused where the content rules do not let it stand, Invalid where it is the wording that stands.
 */
export async function edit(
  ports: Pick<Ports, 'articleIndex' | 'articles' | 'eventClock' | 'fixes' | 'gaps' | 'macros'>,
  tenant: string,
  fixId: string,
  seen: Seen,
  actor: string,
  wording: { title: string; bodyHtml: string },
): Promise<StoredFix> {
  const fix = await shown(ports, tenant, fixId, seen);
  if (patchHashOf({ ...fix, ...wording }) === fix.patchHash) throw new Invalid(say('moved.nothing'));
  const next = personsWording(fix, wording);
  if ('refused' in next) throw new Refused(next.refused);
  const own = withoutCompanions({ ...fix, ...next });
  const at = ports.eventClock.now();
  const companions = withCompanions(await readCompanions(ports, tenant, own));
  const patchHash = patchHashOf({ ...own, ...companions });
  const edited: StoredFix = {
    ...own,
    ...companions,
    id: idOf(tenant, 'fix', fix.gapId, patchHash, fix.baseHash ?? ''),
    patchHash,
    isEdited: true,
    editOf: fix.id,
    gates: checksOfWording(fix.gates),
    was: null,
    decision: 'review',
    state: 'in_review',
    createdAt: at,
    actor,
    reason: say('step.edited', { actor }),
  };
  const activity = { at, actor, what: 'edited', subject: fix.id, reason: say('step.replaced', { id: edited.id }) };
  const was = standingBefore(fix, await gapStateOf(ports, tenant, fix));
  const moved = await ports.fixes.move(tenant, fix.id, [...WAITING], {
    change: { state: 'superseded', was },
    activity,
    adds: edited,
    gap: { id: fix.gapId, state: 'in_review' },
    still: fix,
  });
  if (!moved) throw await whyMoved(ports, tenant, fix.id);
  return edited;
}

/** The gap's state as a decision finds it; that of the fix where the gap is no more. */
async function gapStateOf(ports: Pick<Ports, 'gaps'>, tenant: string, fix: StoredFix): Promise<GapState> {
  const gap = await ports.gaps.get(tenant, fix.gapId);
  return gap?.state ?? (fix.state === 'escalated' ? 'escalated' : 'in_review');
}

const CHANGED = say('moved.changed');

/** Why a decision came too late: another's, or a change of ours to the same article, by name. */
export async function whyMoved(ports: Pick<Ports, 'fixes'>, tenant: string, fixId: string): Promise<Moved> {
  const fix = await ports.fixes.get(tenant, fixId);
  if (WAITING.some((state) => state === fix?.state)) return new Moved(CHANGED);
  const isReplaced = fix?.state === 'superseded' || fix?.state === 'stale_base';
  const why = isReplaced && fix.reason ? say('moved.replaced', { why: fix.reason }) : say('moved.decided');
  return new Moved(why);
}

/** The fix as it was shown; throws Moved where it has changed since. */
export async function shown(
  ports: Pick<Ports, 'fixes'>,
  tenant: string,
  fixId: string,
  seen: Seen,
): Promise<StoredFix> {
  const fix = await ports.fixes.get(tenant, fixId);
  if (!fix) throw new NotFound(`fix ${fixId}`);
  if (fix.patchHash !== seen.patchHash || fix.baseHash !== seen.baseHash) throw new Moved(CHANGED);
  return fix;
}
