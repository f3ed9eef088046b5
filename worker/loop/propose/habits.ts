import { isHabit } from '../../../shared/diagnosis.ts';
import type { Fix } from '../../../shared/fix.ts';
import type { FixState, Gap } from '../../../shared/gap.ts';
import type { Macro } from '../../../shared/macro.ts';
import { type Said, say } from '../../../shared/said/said.ts';
import { saysAlready } from '../../core/fix/habit.ts';
import { issueOf, type Learned } from '../../core/learning/learned.ts';
import { isUndecided } from '../observe/open-gap.ts';
import { Permanent } from '../ports/errors.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';

/** Proposals of one habit that wait for a person at a time: a queue that is full of them hides what is wrong. Stated. */
export const MAX_WAITING = 3;

/** Pages of saved replies that are looked through: 500 at Zendesk's hundred a page. */
const MAX_MACRO_PAGES = 5;

const WAITING: FixState[] = ['drafted', 'rehearsed', 'scored', 'in_review', 'escalated'];

/**
 * Why a habit's proposal is not made now; null where it is. A failure of knowledge in the same issue comes first, and so
 * does a saved reply that says the same already. `full`: enough of them wait, this one is looked at again when one of them
 * was decided.
 */
export async function whyNotNow(
  ports: Pick<Ports, 'fixes' | 'gaps' | 'helpdesk'>,
  tenant: string,
  gap: Gap,
  fix: Fix,
  learned: Learned,
): Promise<Said | 'full' | null> {
  const failing = (await ports.gaps.list(tenant)).find(
    (other) => !isHabit(other.cause) && isUndecided(other) && isSameIssue(learned, other, gap),
  );
  if (failing && fix.kind === 'reply_template') return say('step.madeWay', { title: failing.title });
  const waiting = (await ports.fixes.list(tenant, WAITING)).filter((f) => f.kind === fix.kind && f.gapId !== gap.id);
  if (waiting.length >= MAX_WAITING) return 'full';
  if (fix.kind !== 'reply_template') return null;
  const macro = (await sharedMacros(ports, tenant)).find(({ text }) => saysAlready(text, fix.bodyHtml));
  return macro ? say('step.sameReply', { title: macro.title }) : null;
}

/** Takes back what was proposed as a reply to a question for which an article or a correction is proposed now. */
export async function makeWay(
  ports: Pick<Ports, 'fixes' | 'gaps'>,
  tenant: string,
  gap: Gap,
  learned: Learned,
  at: number,
): Promise<void> {
  const giving = (await ports.gaps.list(tenant)).filter(
    (other) => other.cause === 'repeated_reply' && isUndecided(other) && isSameIssue(learned, other, gap),
  );
  const reason = say('step.madeWay', { title: gap.title });
  for (const other of giving) {
    for (const fix of await ports.fixes.ofGap(tenant, other.id))
      await ports.fixes.move(tenant, fix.id, WAITING, {
        change: { state: 'superseded' },
        activity: { at, actor: 'mend', what: 'superseded', subject: fix.id, reason },
      });
    await ports.gaps.setState(tenant, other.id, 'withdrawn', at);
  }
}

/** Habits for which no proposal was made yet, most asked first; each is drafted where there is room now. */
export function waitingHabits(gaps: readonly Gap[], at: number): LoopMessage[] {
  const open = gaps.filter((gap) => isHabit(gap.cause) && gap.state === 'open');
  open.sort((a, b) => (b.statistics.people ?? 0) - (a.statistics.people ?? 0) || (a.id < b.id ? -1 : 1));
  return open.slice(0, MAX_WAITING).map((gap) => ({ type: 'draft', at, gapId: gap.id }));
}

function isSameIssue(learned: Learned, one: Gap, other: Gap): boolean {
  return one.language === other.language && issueOf(learned, one.issueId) === issueOf(learned, other.issueId);
}

/** Saved replies that every agent has; none where the helpdesk has none or does not let us read them. */
async function sharedMacros(ports: Pick<Ports, 'helpdesk'>, tenant: string): Promise<Macro[]> {
  const { macros } = await ports.helpdesk(tenant);
  const found: Macro[] = [];
  if (!macros) return found;
  try {
    let page: string | null = null;
    for (let read = 0; read < MAX_MACRO_PAGES; read++) {
      const answer: Awaited<ReturnType<typeof macros.list>> = await macros.list(page);
      found.push(...answer.macros);
      page = answer.page;
      if (page === null) break;
    }
  } catch (error) {
    if (!(error instanceof Permanent)) throw error;
  }
  return found;
}
