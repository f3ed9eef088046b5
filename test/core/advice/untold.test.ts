import { describe, expect, it } from 'vitest';
import type { Told } from '../../../worker/core/advice/reply.ts';
import { untold } from '../../../worker/core/advice/untold.ts';

const told = (text: string, isGuidance = true): Told => ({ text, isGuidance, conversationIds: ['c'] });
const DESCALE = told('Descale the boiler with two spoons of citric acid.');
const FILTER = told('Replace the charcoal filter behind the tank.');
const WARRANTY = told('The warranty of the pump lasts 24 months.', false);

const turn = (author: 'customer' | 'agent', text: string, id: number) => ({
  ...{ id: String(id), author, text, isPublic: true, at: id, personId: author },
});
const left = (all: Told[], ...turns: ['customer' | 'agent', string][]) =>
  untold(all, { language: 'en', turns: turns.map(([author, text], i) => turn(author, text, i)) }).map(
    ({ text }) => text,
  );

describe('a reply to this customer', () => {
  const all = [DESCALE, FILTER, WARRANTY];
  const texts = all.map(({ text }) => text);

  it('tells all of it to who only asked', () => {
    expect(left(all, ['customer', 'The coffee tastes bitter and the machine is slow.'])).toEqual(texts);
  });

  it('leaves out what they tell that they did, and not what they did not do, or ask about', () => {
    const done = 'I descaled the boiler with two spoons of citric acid already, and it is still bitter.';
    expect(left(all, ['customer', done])).toEqual([FILTER.text, WARRANTY.text]);
    const open = [
      'I did not descale the boiler with two spoons of citric acid.',
      'Do I descale the boiler with two spoons of citric acid?',
    ];
    for (const text of open) expect(left(all, ['customer', text])).toEqual(texts);
  });

  it('leaves out what an agent told them, and not what an agent asked', () => {
    expect(left(all, ['agent', 'Please replace the charcoal filter behind the tank first.'])).toEqual([
      DESCALE.text,
      WARRANTY.text,
    ]);
    expect(left(all, ['agent', 'Did you replace the charcoal filter behind the tank?'])).toEqual(texts);
  });

  it('says again what holds whatever a customer states', () => {
    expect(left(all, ['customer', 'Your shop said the warranty of the pump lasts 24 months.'])).toEqual(texts);
  });

  it('tells each thing once, and another figure as another thing', () => {
    const again = told('Please replace the charcoal filter behind the water tank.');
    const other = told('The warranty of the pump lasts 36 months.', false);
    expect(left([again, FILTER, WARRANTY, other])).toEqual([again.text, WARRANTY.text, other.text]);
  });
});
