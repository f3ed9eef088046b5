import { createSender, eventOf, type Target } from './send.ts';

/** What a receiver took in a stretch of time: events a second, and how long they waited in ms. */
export interface Rate {
  perSecond: number;
  p50: number;
  p99: number;
  refused: number;
}

/** Sends new events by `lanes` senders for `seconds`, each as soon as its last was answered. Events are numbered from `from`. */
export async function rateOf(
  target: Target,
  { lanes, seconds, from, at }: { lanes: number; seconds: number; from: number; at: number },
): Promise<Rate & { sent: number }> {
  const send = createSender(target, lanes);
  const [waits, start]: [number[], number] = [[], performance.now()];
  let [next, refused] = [from, 0];
  const lane = async () => {
    while (performance.now() - start < seconds * 1_000) {
      const n = next++;
      const { status, ms } = await send(eventOf(n, target.accountId, at));
      if (status === 202) waits.push(ms);
      else refused += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { ...summaryOf(waits, (performance.now() - start) / 1_000), refused, sent: next - from };
}

/** Several stretches as one: the median of rates and of waits, so that one stretch on a busy machine decides nothing. */
export function middleOf(rates: readonly Rate[]): Rate {
  const middle = (of: (rate: Rate) => number) =>
    at(
      rates.map(of).sort((a, b) => a - b),
      0.5,
    );
  const refused = rates.reduce((sum, rate) => sum + rate.refused, 0);
  return { perSecond: middle((r) => r.perSecond), p50: middle((r) => r.p50), p99: middle((r) => r.p99), refused };
}

function summaryOf(waits: number[], seconds: number): Omit<Rate, 'refused'> {
  const sorted = waits.sort((a, b) => a - b);
  return { perSecond: sorted.length / seconds, p50: at(sorted, 0.5), p99: at(sorted, 0.99) };
}

function at(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
