import { digestOf } from '../../core/notice/digest.ts';
import { localTime, startOfLocalDay } from '../../core/publishing/deciding/local-time.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { waitingHabits } from '../propose/habits.ts';

/**
 * Tells what the day before was, by the tenant's own calendar and in event time; once a day, and nothing of an empty one.
 * Habits for which there was no room get another look.
 */
export async function digest(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'digest' }>,
): Promise<LoopMessage[]> {
  const { timeZone } = await ports.tenants.policy(tenant);
  const to = startOfLocalDay(message.at, timeZone);
  const from = startOfLocalDay(to - 1, timeZone);
  const gaps = await ports.gaps.list(tenant);
  const isOfDay = (at: number) => at >= from && at < to;
  const notice = digestOf(
    {
      date: localTime(from, timeZone).date,
      told: await ports.outbox.countKinds(tenant, from, to),
      found: gaps.filter((gap) => isOfDay(gap.openedAt)).length,
      healed: gaps.filter((gap) => gap.state === 'healed' && isOfDay(gap.updatedAt)).length,
      inReview: gaps.filter((gap) => gap.state === 'in_review').length,
      escalated: gaps.filter((gap) => gap.state === 'escalated').length,
    },
    message.at,
  );
  if (notice) await ports.outbox.add(tenant, notice);
  return waitingHabits(gaps, message.at);
}
