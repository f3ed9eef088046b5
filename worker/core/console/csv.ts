/** A value of a table; null is an empty cell. */
export type Cell = string | number | boolean | null;

/** What a spreadsheet takes for a formula at the start of a cell. Source: OWASP, CSV injection. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A table as CSV (RFC 4180): quoted where it has to be, a line each row with CR LF. A text that a spreadsheet would take
 * for a formula, also in full width or behind signs that show nothing, gets an apostrophe before it; numbers stay numbers.
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `${[columns, ...rows].map((row) => row.map(fieldOf).join(',')).join('\r\n')}\r\n`;
}

function fieldOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const shown = cell.normalize('NFKC').replace(/^[\s\p{Cf}]+/u, '');
  const text = FORMULA.test(shown) || FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^'|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
