import { describe, expect, it } from 'vitest';
import { productFactsSchema } from '../../../shared/context/product-facts.ts';
import { contextOf } from '../../../worker/core/context/customer-context.ts';

const AS_OF = '2026-11-04T09:00:00Z';
const facts = (more: object) => productFactsSchema.parse({ as_of: AS_OF, ...more });

describe('what the product says of a customer', () => {
  it('bears on the question where every word of a name stands in it', () => {
    const known = facts({
      features: [
        { key: 'calendarFeed', value: false },
        { key: 'export', value: false },
        { key: 'import', value: true },
      ],
      denied: ['report:write', 'import:run'],
      errors: [
        { code: 'EXP-17', title: 'Export failed', last_seen: '2026-11-04T08:00:00Z', count: 4 },
        { title: 'Sync failed', last_seen: '2026-11-04T08:30:00Z' },
      ],
    });
    const context = contextOf(known, 'Where is the calendar feed? I got EXP-17 and may not run an import.', 3);
    expect(context.off).toEqual([
      { key: 'calendarFeed', isAsked: true },
      { key: 'export', isAsked: false },
    ]);
    expect(context.causes).toEqual([
      { cause: 'product_differs', feature: 'calendarFeed' },
      { cause: 'not_permitted', permission: 'import:run' },
    ]);
    expect(context.errors.map(({ title, isAsked }) => [title, isAsked])).toEqual([
      ['Export failed', true],
      ['Sync failed', false],
    ]);
    expect(context).toMatchObject({ state: 'known', contacts: 3, asOf: Date.parse(AS_OF) });
  });

  it('says nothing of what is absent', () => {
    expect(contextOf(facts({}), 'Is export switched off?', 1)).toMatchObject({
      off: [],
      errors: [],
      causes: [],
      plan: null,
    });
  });

  it('drops what is not of the form, row by row, and keeps the rest', () => {
    const known = facts({
      features: [{ key: 'a', value: false }, { key: '', value: true }, { key: 'b', value: { deep: 1 } }, 'x'],
      errors: [
        { title: 'T', last_seen: 'yesterday' },
        { title: 'U', last_seen: AS_OF, known_issue: 'javascript:alert(1)', more: 1 },
      ],
      more: 1,
    });
    expect(known.features).toEqual([{ key: 'a', value: false }]);
    expect(known.errors?.map(({ title }) => title)).toEqual(['U']);
    expect(known).not.toHaveProperty('more');
    expect(productFactsSchema.safeParse({ features: [] }).success).toBe(false);
  });
});
