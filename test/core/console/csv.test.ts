import { expect, it } from 'vitest';
import { csvOf } from '../../../worker/core/console/csv.ts';

it('writes a table that any program reads', () => {
  const rows = [
    ['plain', 1.5, true, null],
    ['with, comma', -3, false, 'two\nlines'],
    ['"quoted"', 0, null, ' space'],
  ];
  expect(csvOf(['a', 'b', 'c', 'd'], rows)).toBe(
    'a,b,c,d\r\nplain,1.5,true,\r\n"with, comma",-3,false,"two\nlines"\r\n"""quoted""",0,," space"\r\n',
  );
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =cmd|calc', '＝1+1', '\u200b=1', ' \ufeff＋1'])(
  'disarms %j for a spreadsheet',
  (text) => {
    const field = csvOf(['a'], [[text]])
      .split('\r\n')
      .slice(1)
      .join('\r\n')
      .trimEnd();
    expect(field.startsWith(`"'`)).toBe(true);
  },
);
