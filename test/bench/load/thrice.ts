import { createSender, eventOf, type Target } from './send.ts';

const LANES = 16;

/** A vendor's pause before it sends again what was not answered, shortened. */
const AGAIN_MS = 50;

/** How far an event is moved from its place, at most: what several connections and retries do to an order. */
const SHUFFLE = 64;

/**
 * Sends `count` events, each three times and out of order, and calls `inTheMiddle` once half of them went out; an event that
 * was not answered with 202 is sent again, as the vendor would. Answers how often that was.
 */
export async function sendThrice(
  target: Target,
  { from, count, at }: { from: number; count: number; at: number },
  inTheMiddle: () => Promise<void>,
): Promise<number> {
  const send = createSender(target, LANES);
  const waiting = outOfOrder(count);
  let [again, sent, isPassed] = [0, 0, false];
  const lane = async () => {
    for (let n = waiting.pop(); n !== undefined; n = waiting.pop()) {
      const { status } = await send(eventOf(from + n, target.accountId, at));
      sent += 1;
      if (status !== 202) {
        again += 1;
        waiting.unshift(n);
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
      if (!isPassed && sent >= count * 1.5) {
        isPassed = true;
        await inTheMiddle();
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return again;
}

/** Every number below `count` three times, each some places from where it belongs, by a fixed rule: a run can be repeated. */
function outOfOrder(count: number): number[] {
  const all = Array.from({ length: count * 3 }, (_, i) => ({ n: i % count, place: i + ((i * 7_919) % SHUFFLE) }));
  return all.sort((a, b) => a.place - b.place).map(({ n }) => n);
}
