import type { Gap } from '../../../shared/gap.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { FREQUENCY_WINDOW_DAYS } from '../../core/fix/priority.ts';
import { issueOf } from '../../core/learning/learned.ts';
import type { Ports } from '../ports/ports.ts';
import type { Asked } from '../ports/stores/observations.ts';

/** Conversations read for one page: of more the newest, since those of an account of this size fill a statement's answer. */
const MOST = 20_000;

/** What was asked in the weeks of the frequency about the issue of each gap, by its id, oldest first; merges are followed. */
export async function askedLately(
  ports: Pick<Ports, 'eventClock' | 'memory' | 'observations'>,
  tenant: string,
  gaps: readonly Gap[],
): Promise<Map<string, Asked[]>> {
  const since = ports.eventClock.now() - FREQUENCY_WINDOW_DAYS * DAY_MS;
  const current = new Map<string, (issueId: string) => string>();
  const key = (language: string, issueId: string) => `${language}/${current.get(language)?.(issueId) ?? issueId}`;
  const names = new Set(gaps.map((gap) => gap.issueId));
  const asked = new Map<string, Asked[]>();
  for (const [language, own] of Map.groupBy(gaps, (gap) => gap.language)) {
    const { learned } = await ports.memory.load(tenant, language);
    current.set(language, (issueId) => issueOf(learned, issueId));
    for (const { issueId } of own) asked.set(key(language, issueId), []);
    for (const issueId of [...own.map((gap) => issueOf(learned, gap.issueId)), ...learned.merged.keys()])
      if (asked.has(key(language, issueId))) names.add(issueId);
  }
  if (names.size > 0)
    for (const one of await ports.observations.ofIssues(tenant, [...names], since, MOST))
      asked.get(key(one.language, one.issueId))?.push(one);
  return new Map(gaps.map((gap) => [gap.id, asked.get(key(gap.language, gap.issueId)) ?? []]));
}

/** Distinct parties (an organization, or a person who belongs to none) a week among conversations of the window. */
export function perWeekOf(asked: readonly Asked[]): number {
  const parties = new Set(asked.map((o) => o.organizationId ?? o.requesterId));
  return parties.size / (FREQUENCY_WINDOW_DAYS / 7);
}
