/** What people change in the vendor's settings is read again after this. */
const MAX_AGE_MS = 5 * 60_000;
const MAX_HELD = 5_000;

/** Remembers each answer of `read` for five minutes, null included; a failure is remembered by nobody. */
export function heldFor<Row>(read: (id: string) => Promise<Row>, now: () => number): (id: string) => Promise<Row> {
  const rows = new Map<string, { row: Row; until: number }>();
  return async (id) => {
    const held = rows.get(id);
    if (held && now() < held.until) return held.row;
    const row = await read(id);
    rows.delete(id);
    rows.set(id, { row, until: now() + MAX_AGE_MS });
    const oldest = rows.keys().next().value;
    if (rows.size > MAX_HELD && oldest !== undefined) rows.delete(oldest);
    return row;
  };
}
