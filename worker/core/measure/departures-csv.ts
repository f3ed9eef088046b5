import papaparse from 'papaparse';
import { domainKeyOf } from '../conversation/organization.ts';

/** A customer who left, as a line of a list names them: by the helpdesk's id of a person or organization, or by a domain. */
export interface ToldDeparture {
  by: 'person' | 'organization' | 'domain';
  id: string;
  leftAt: number;
}

/** What a list says, and the lines (from 1, the header's) that say nothing that can be read. */
export interface ReadDepartures {
  departures: ToldDeparture[];
  oddLines: number[];
}

const COLUMNS = ['person', 'organization', 'domain'] as const;
const MAX_ID_CHARS = 200;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads a list of customers who left (RFC 4180, or with semicolons or tabs). Its first line names the columns: `left_on`
 * (`2026-11-22`), and one or more of `person`, `organization`, `domain`; a row takes the first of them that it fills. Null where
 * the columns are not there; a row that can't be read is named, and stops no other.
 */
export function readDepartures(csv: string): ReadDepartures | null {
  const { data } = papaparse.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const header = (data[0] ?? []).map((name) => name.trim().toLowerCase());
  const when = header.indexOf('left_on');
  const named = COLUMNS.map((by) => ({ by, at: header.indexOf(by) })).filter(({ at }) => at >= 0);
  if (when < 0 || named.length === 0) return null;
  const departures: ToldDeparture[] = [];
  const oddLines: number[] = [];
  for (const [i, row] of data.slice(1).entries()) {
    const day = row[when]?.trim() ?? '';
    const leftAt = DATE.test(day) ? Date.parse(day) : Number.NaN;
    const found = named.map(({ by, at }) => ({ by, id: row[at]?.trim() ?? '' })).find(({ id }) => id !== '');
    const id = found?.by === 'domain' ? domainKeyOf(found.id) : (found?.id ?? null);
    if (!found || id === null || id.length > MAX_ID_CHARS || !Number.isFinite(leftAt)) oddLines.push(i + 2);
    else departures.push({ by: found.by, id, leftAt });
  }
  return { departures, oddLines };
}
