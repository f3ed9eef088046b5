import { MINUTE_MS } from '../../shared/time.ts';

/** What people change in the vendor's settings (roles, names, sections) is read again after this. */
const MAX_AGE_MS = 5 * MINUTE_MS;
const MAX_HELD = 5_000;

/** A bounded memory of rows by id, each for five minutes; null is a row known to be absent, undefined one not known. */
export class Held<Row> {
  private readonly rows = new Map<string, { row: Row | null; until: number }>();
  private readonly now: () => number;

  constructor(now: () => number = Date.now) {
    this.now = now;
  }

  get(id: string): Row | null | undefined {
    const held = this.rows.get(id);
    return held && this.now() < held.until ? held.row : undefined;
  }

  set(id: string, row: Row | null): void {
    this.rows.delete(id);
    this.rows.set(id, { row, until: this.now() + MAX_AGE_MS });
    const oldest = this.rows.keys().next().value;
    if (this.rows.size > MAX_HELD && oldest !== undefined) this.rows.delete(oldest);
  }
}

/** Remembers each answer of `read` for five minutes, null included; a failure is remembered by nobody. */
export function heldFor<Row>(read: (id: string) => Promise<Row>, now: () => number): (id: string) => Promise<Row> {
  const held = new Held<{ row: Row }>(now);
  return async (id) => {
    const known = held.get(id);
    if (known) return known.row;
    const row = await read(id);
    held.set(id, { row });
    return row;
  };
}
