import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { meaningOf, readStaticModel } from '../../../worker/core/meaning/static-model.ts';

const { buffer } = Uint8Array.from(
  readFileSync(join(import.meta.dirname, '../../../worker/models/static/assets/models/minilm-192.bin')),
);
const model = readStaticModel(buffer);
const near = (a: string, b: string) => {
  const [x, y] = [meaningOf(model, a)!, meaningOf(model, b)!];
  return x.reduce((sum, value, i) => sum + value * y[i]!, 0);
};

/** Questions, and what asks the same in other words. */
const PAIRS: [string, string][] = [
  ['How do I cancel my subscription?', 'I want to stop paying every month'],
  ['My parcel has not arrived', 'The package still is not delivered'],
  ['I forgot my password', 'I cannot log in to the account'],
  ['Give the customer their money back', 'Issue a refund'],
  ['Add a colleague to the team', 'Invite a coworker'],
  ['The car will not start', 'Engine trouble with the vehicle'],
];

describe('the static model', () => {
  it('finds what asks the same in other words among what asks something else', () => {
    const right = PAIRS.filter(([asked, same]) => PAIRS.every(([, other]) => near(asked, same) >= near(asked, other)));
    expect(right.length).toBeGreaterThanOrEqual(5);
  });

  it('gives vectors of length 1, the same for the same text, and none where it knows nothing', () => {
    const vector = meaningOf(model, 'Where is my invoice?')!;
    expect([vector.length, Math.hypot(...vector).toFixed(5)]).toEqual([192, '1.00000']);
    expect(meaningOf(model, 'Where is my invoice?')).toEqual(vector);
    expect([meaningOf(model, ''), meaningOf(model, '👍🏽')]).toEqual([null, null]);
  });

  it('is at most 8 MB, is read in time, and takes less than a millisecond a sentence', () => {
    expect(buffer.byteLength).toBeLessThan(8_000_000);
    const before = process.cpuUsage();
    readStaticModel(buffer);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(100);
    const started = process.cpuUsage();
    for (let i = 0; i < 1_000; i++) meaningOf(model, `Where do I find invoice number ${i} of the last month, please?`);
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(1_000);
  });

  it('says what is wrong with a file that is none', () => {
    expect(() => readStaticModel(new ArrayBuffer(40))).toThrow('not MENDVEC1');
    expect(() => readStaticModel(buffer.slice(0, -1))).toThrow('bytes');
  });
});
