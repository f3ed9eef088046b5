import type { Gap } from '../../../shared/gap.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { FREQUENCY_WINDOW_DAYS } from '../../core/fix/priority.ts';
import { issueOf } from '../../core/learning/learned.ts';
import type { Observation } from '../ports/observations.ts';
import type { Ports } from '../ports/ports.ts';

/** Observations are read in pages, and so many pages at most: 20,000 conversations of four weeks. */
const PAGE = 500;
const MAX_PAGES = 40;

/** What was asked since `since` about the issue of each gap, by the gap's id, oldest first; merges are followed. */
async function askedSince(
  ports: Pick<Ports, 'memory' | 'observations'>,
  tenant: string,
  gaps: readonly Gap[],
  since: number,
): Promise<Map<string, Observation[]>> {
  const current = new Map<string, (issueId: string) => string>();
  for (const language of new Set(gaps.map((gap) => gap.language))) {
    const { learned } = await ports.memory.load(tenant, language);
    current.set(language, (issueId) => issueOf(learned, issueId));
  }
  const key = (language: string, issueId: string) => `${language}/${current.get(language)?.(issueId) ?? issueId}`;
  const asked = new Map<string, Observation[]>(gaps.map((gap) => [key(gap.language, gap.issueId), []]));
  if (asked.size > 0)
    await eachSince(ports, tenant, since, (o) => {
      if (o.state === 'observed' && o.issueId !== null) asked.get(key(o.language, o.issueId))?.push(o);
    });
  return new Map(gaps.map((gap) => [gap.id, asked.get(key(gap.language, gap.issueId)) ?? []]));
}

/** The same for the weeks over which a frequency is counted. */
export function askedLately(
  ports: Pick<Ports, 'eventClock' | 'memory' | 'observations'>,
  tenant: string,
  gaps: readonly Gap[],
): Promise<Map<string, Observation[]>> {
  return askedSince(ports, tenant, gaps, ports.eventClock.now() - FREQUENCY_WINDOW_DAYS * DAY_MS);
}

/** Distinct parties (an organization, or a person who belongs to none) a week among conversations of the window. */
export function perWeekOf(asked: readonly Observation[]): number {
  const parties = new Set(asked.map((o) => o.organizationId ?? o.requesterId));
  return parties.size / (FREQUENCY_WINDOW_DAYS / 7);
}

/** Hands over every observation since a time, oldest first, page by page: no more than a page is held. */
export async function eachSince(
  ports: Pick<Ports, 'observations'>,
  tenant: string,
  since: number,
  see: (o: Observation) => void,
): Promise<void> {
  let after: { at: number; id: string } | null = { at: since, id: '' };
  for (let page = 0; after && page < MAX_PAGES; page++) {
    const read: Observation[] = await ports.observations.list(tenant, after, PAGE);
    for (const observation of read) see(observation);
    const last = read.at(-1);
    after = read.length === PAGE && last ? { at: last.at, id: last.id } : null;
  }
}
