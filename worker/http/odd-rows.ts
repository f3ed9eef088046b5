import type { z } from 'zod';
import type { OddRow } from '../loop/ports/helpdesk.ts';

/** More are counted by nobody: a whole export of odd rows is told by its first ones. */
const MAX_HELD = 200;

/** Rows of a vendor's answers that could not be read, set aside by id until they are told. */
export class OddRows {
  private rows: OddRow[] = [];

  note(row: OddRow): void {
    if (this.rows.length < MAX_HELD) this.rows.push(row);
  }

  /** What was set aside since the last call. */
  take(): OddRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }
}

/**
 * Reads the rows of a list one by one: one that does not fit is set aside by its id, with the field and what is wrong with
 * it (never its value), and the others are answered.
 */
export function readRows<S extends z.ZodType>(
  schema: S,
  rows: readonly unknown[],
  what: string,
  odd: OddRows,
): z.output<S>[] {
  return rows.flatMap((row, i) => {
    const parsed = schema.safeParse(row);
    if (parsed.success) return [parsed.data];
    const issue = parsed.error.issues[0];
    odd.note({
      what,
      id: idOf(row) ?? `row ${i + 1}`,
      why: `"${issue?.path.join('.') ?? ''}": ${issue?.message ?? ''}`,
    });
    return [];
  });
}

function idOf(row: unknown): string | null {
  const id = typeof row === 'object' && row !== null && 'id' in row ? row.id : null;
  return typeof id === 'string' || typeof id === 'number' ? String(id).slice(0, 64) : null;
}
