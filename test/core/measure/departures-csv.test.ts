import { describe, expect, it } from 'vitest';
import { readDepartures } from '../../../worker/core/measure/departures-csv.ts';

const at = (day: string) => Date.parse(day);

describe('a list of customers who left', () => {
  it('is read as spreadsheets write it: quoted, with semicolons, a mark at the start, columns in any order', () => {
    const csv = '\uFEFFLeft_On;Person;note\r\n2026-11-02;"42";"a;b"\r\n2026-11-03;43;\r\n\r\n';
    expect(readDepartures(csv)).toEqual({
      departures: [
        { by: 'person', id: '42', leftAt: at('2026-11-02') },
        { by: 'person', id: '43', leftAt: at('2026-11-03') },
      ],
      oddLines: [],
    });
  });

  it('names a customer by the first column that a row fills', () => {
    const csv = 'person,organization,domain,left_on\n,7,,2026-11-02\n,,Acme.Example,2026-11-02\n';
    expect(readDepartures(csv)?.departures).toEqual([
      { by: 'organization', id: '7', leftAt: at('2026-11-02') },
      { by: 'domain', id: '@acme.example', leftAt: at('2026-11-02') },
    ]);
  });

  it('names the lines that say nothing, and reads the others', () => {
    const rows = ['1,2026-11-02', '2,02.11.2026', ',2026-11-02', '3,2026-13-40', '4', `${'9'.repeat(300)},2026-11-02`];
    const read = readDepartures(['person,left_on', ...rows].join('\n'));
    expect(read?.departures.map(({ id }) => id)).toEqual(['1']);
    expect(read?.oddLines).toEqual([3, 4, 5, 6, 7]);
  });

  it('takes no free mail for a company', () => {
    expect(readDepartures('domain,left_on\ngmail.com,2026-11-02')).toEqual({ departures: [], oddLines: [2] });
  });

  it.each(['', 'a,b\n1,2', 'left_on\n2026-11-02', 'person\n42', '<html></html>'])(
    'is none without its columns: %j',
    (csv) => {
      expect(readDepartures(csv)).toBeNull();
    },
  );
});
