import type { AnswerStore, Spend, SpendStore, StoredAnswer } from '../../../worker/loop/ports/writer.ts';

/** Spending of one process: for the sandbox and tests. Another isolate knows nothing of it. */
export function createSpendInMemory(): SpendStore & { spent(tenant: string | null, day: string): Spend } {
  const days = new Map<string, Spend>();
  const at = (tenant: string | null, day: string): Spend => {
    const key = JSON.stringify([tenant, day]);
    const known = days.get(key) ?? { calls: 0, tokens: 0 };
    days.set(key, known);
    return known;
  };
  const fits = (sum: Spend, more: Spend, cap: Spend) =>
    sum.calls + more.calls <= cap.calls && sum.tokens + more.tokens <= cap.tokens;
  const add = (sum: Spend, more: Spend, sign: 1 | -1) => {
    sum.calls = Math.max(0, sum.calls + sign * more.calls);
    sum.tokens = Math.max(0, sum.tokens + sign * more.tokens);
  };
  return {
    async reserve(tenant, day, spend, caps) {
      if (!fits(at(tenant, day), spend, caps.tenant) || !fits(at(null, day), spend, caps.global)) return false;
      for (const sum of [at(tenant, day), at(null, day)]) add(sum, spend, 1);
      return true;
    },
    async settle(tenant, day, reserved, used) {
      for (const sum of [at(tenant, day), at(null, day)]) {
        add(sum, used, 1);
        add(sum, reserved, -1);
      }
    },
    spent: (tenant, day) => ({ ...at(tenant, day) }),
  };
}

/** What a process knows of answers, by tenant and request, and of failures, by their kind too. */
export interface KnownAnswers {
  answers: Map<string, { tenant: string; answer: StoredAnswer; at: number }>;
  failures: Map<string, { tenant: string; count: number; since: number }>;
}

/** Answers of one process: for the sandbox and tests. */
export function createAnswersInMemory(
  { answers, failures }: KnownAnswers = { answers: new Map(), failures: new Map() },
): AnswerStore {
  return {
    async find(tenant, request) {
      return answers.get(JSON.stringify([tenant, request]))?.answer ?? null;
    },
    async keep(tenant, request, answer, now) {
      const key = JSON.stringify([tenant, request]);
      const stands = answers.get(key) ?? { tenant, answer, at: now };
      answers.set(key, stands);
      return stands.answer;
    },
    async fail(tenant, request, kind, now) {
      const key = JSON.stringify([tenant, request, kind]);
      const known = failures.get(key) ?? { tenant, count: 0, since: now };
      failures.set(key, { ...known, count: known.count + 1 });
      return { count: known.count + 1, since: known.since };
    },
  };
}
