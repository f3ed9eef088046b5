import type { Finding } from '../learned/finding.ts';
import type { Learned } from '../learned/state.ts';

/** Why a finding stands. `line` is the article's sentence it is about, `act` what agents say, as the words compared. */
export interface Why extends Finding {
  line?: { text: string; trials: number; said: number };
  act?: { words: string; said: number };
}

/** Why a finding stands: its numbers, its two sides, the claim of the article and what agents say; empty where there is none. */
export function explain(learned: Learned, key: string): Why | Record<string, never> {
  const finding = learned.findings.get(key);
  if (!finding) return {};
  const { lineKey, actId } = finding.statistics;
  const lines = finding.articleId === null ? [] : (learned.articles.get(finding.articleId)?.lines ?? []);
  const line = lines.find((one) => one.key === lineKey);
  const act = actId === undefined ? undefined : learned.acts.get(actId);
  return {
    ...finding,
    ...(line && {
      line: { text: line.text ?? line.surfaces.join(' '), trials: line.trials, said: line.said },
    }),
    ...(act && { act: { words: act.frame.join(' '), said: act.said } }),
  };
}
