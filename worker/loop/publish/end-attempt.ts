import type { PublicationState, StoredFix } from '../../../shared/gap.ts';
import { isSameSaid, type Said, say } from '../../../shared/said/said.ts';
import { escalatedNotice } from '../../core/notice/notice.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import type { FixMove } from '../ports/stores/fixes.ts';
import { type Attempt, activity, type Outcome } from './attempt.ts';
import { handOver } from './hand-over.ts';
import { putBack, withLeft } from './target-text.ts';

/** The ends of an attempt after which nothing stands at the helpdesk, and the fix is not done. */
type Unsent = Extract<Outcome, { is: 'put off' | 'handed back' | 'stale' | 'rebased' }>;

/** What an unsent attempt changes of the publication and of the fix, and the messages that follow. */
interface Ending {
  publication?: { state: Extract<PublicationState, 'failed' | 'superseded'>; detail: Said };
  fix?: FixMove;
  next: LoopMessage[];
}

/**
 * Carries out how an attempt ended: for what was sent it stores where it stands; for what was not, the place under the caps
 * is given back, what was written so far is put back, then publication, fix, gap and activity are stored. Answers what
 * follows. Done again it changes nothing, since every change asks for the state that it leaves.
 */
export async function endAttempt(
  ports: Pick<Ports, 'fixes' | 'gaps' | 'helpdesk' | 'memory' | 'publications' | 'reservations'>,
  tenant: string,
  { fix, id, at }: Pick<Attempt, 'fix' | 'id' | 'at'>,
  outcome: Outcome,
): Promise<LoopMessage[]> {
  if (outcome.is === 'over') return [];
  if (outcome.is === 'handed over') {
    await handOver(ports, tenant, fix, at);
    return fix.kind === 'bug_report' ? [{ type: 'track', at, fixId: fix.id }] : [];
  }
  if (outcome.is === 'sent' || outcome.is === 'already sent') {
    if (outcome.is === 'sent')
      await ports.publications.move(
        tenant,
        id,
        ['intent'],
        { state: 'sent', ...outcome.placed },
        activity(at, 'sent', fix.id, outcome.reason),
      );
    return [{ type: 'verify', at, publicationId: id }];
  }
  if (fix.actor === 'mend') await ports.reservations.release(tenant, fix.id);
  const begun = 'begun' in outcome ? outcome.begun : null;
  const left = begun && (await putBack(await ports.helpdesk(tenant, 'publishing'), begun));
  const ending = endingOf(fix, at, outcome, left);
  if (ending.publication) {
    const told = activity(at, ending.publication.state, fix.id, ending.publication.detail);
    await ports.publications.move(tenant, id, ['intent'], ending.publication, told);
  }
  if (ending.fix) await ports.fixes.move(tenant, fix.id, ['approved'], ending.fix);
  return ending.next;
}

function endingOf(fix: StoredFix, at: number, outcome: Unsent, left: Said | null): Ending {
  const move = (what: string, change: FixMove['change'] & { reason: Said }, next: LoopMessage[] = []): FixMove => {
    return { change, activity: activity(at, what, fix.id, change.reason), ...(next.length > 0 ? { next } : {}) };
  };
  switch (outcome.is) {
    case 'put off': {
      const reason = say('step.putOff', { why: outcome.why, date: { at: outcome.until } });
      const isNews = !isSameSaid(fix.reason, reason);
      return {
        ...(isNews ? { fix: move('put off', { state: 'approved', reason }) } : {}),
        next: [{ type: 'publish', at: outcome.until, fixId: fix.id }],
      };
    }
    case 'handed back': {
      const { to: state, isFailed } = outcome;
      const reason = withLeft(outcome.reason, left);
      const moved = move(state === 'in_review' ? 'held' : 'escalated', { state, reason });
      const notice = state === 'escalated' ? { notice: escalatedNotice(fix, at) } : {};
      return {
        ...(isFailed ? { publication: { state: 'failed', detail: reason } } : {}),
        fix: { ...moved, activity: { ...moved.activity, ...notice }, gap: { id: fix.gapId, state } },
        next: [],
      };
    }
    case 'stale': {
      const reason = withLeft(outcome.reason, left);
      const next: LoopMessage[] = [
        { type: 'refresh', at },
        { type: 'draft', at, gapId: fix.gapId },
      ];
      return {
        publication: { state: 'superseded', detail: reason },
        fix: { ...move('stale base', { state: 'stale_base', reason }, next), gap: { id: fix.gapId, state: 'open' } },
        next,
      };
    }
    case 'rebased': {
      const isOwn = fix.actor === 'mend';
      const { change, reason } = outcome;
      const next: LoopMessage[] = isOwn ? [{ type: 'rehearse', at, fixId: fix.id }] : [];
      const state = isOwn ? { state: 'drafted' as const, actor: null } : { state: 'in_review' as const };
      return {
        fix: {
          ...move('rebased', { ...change, ...state, reason }, next),
          gap: { id: fix.gapId, state: isOwn ? 'open' : 'in_review' },
          still: { patchHash: fix.patchHash, baseHash: fix.baseHash },
        },
        next,
      };
    }
  }
}
