import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../shared/conversation.ts';
import { identifiersIn, provenIn } from '../../../worker/core/gates/identifiers.ts';

const conversation = (n: number, organizationId: string, agent: string): Conversation => ({
  id: `c${n}`,
  subject: '',
  channel: 'email',
  state: 'solved',
  requesterId: `p${n}`,
  organizationId,
  language: 'en',
  brand: null,
  createdAt: n,
  updatedAt: n,
  segment: {},
  turns: [{ id: `t${n}`, author: 'agent', personId: 'a', text: agent, at: n }],
});
const NOTHING_HELD = () => false;
const ROOM = 'Plain words that say nothing of it.';

describe('identifiers', () => {
  it.each([
    ['Your case is KX-40281.', ['kx-40281']],
    ['Say FENECORO at the desk.', ['fenecoro']],
    ['The number is 7700000001.', ['7700000001']],
    ['Wait 5 minutes, then 30min more, since 2024, on the 3rd.', []],
    ['It costs 1,299.00 EUR and takes 10-day cycles.', []],
    ['PLEASE open the settings.', []],
  ])('of %s', (text, found) => {
    expect(identifiersIn(text)).toEqual(found);
  });

  it('are proven by an article that holds them', () => {
    expect(provenIn([], (one) => one === 'kx-40281')('Your case is KX-40281.')).toBe(true);
    expect(provenIn([], NOTHING_HELD)('Your case is KX-40281.')).toBe(false);
  });

  it('are proven by agents who told them to three organizations in two wordings, not by one pasted text', () => {
    const others = Array.from({ length: 6 }, (_, n) => conversation(10 + n, `o${10 + n}`, ROOM));
    const pasted = [1, 2, 3].map((n) => conversation(n, `o${n}`, 'Quote KX-40281 at the desk.'));
    const worded = [...pasted, conversation(4, 'o4', 'Tell them KX-40281 when you come.')];
    const oneHouse = worded.map((one) => ({ ...one, organizationId: 'o1' }));
    expect(provenIn([...others, ...pasted], NOTHING_HELD)('Quote KX-40281 at the desk.')).toBe(false);
    expect(provenIn([...others, ...worded], NOTHING_HELD)('Quote KX-40281 at the desk.')).toBe(true);
    expect(provenIn([...others, ...oneHouse], NOTHING_HELD)('Quote KX-40281 at the desk.')).toBe(false);
  });

  it('are proven by one wording where half of all who ask are told it', () => {
    const said = [1, 2, 3, 4].map((n) => conversation(n, `o${n}`, 'Open channel KX-8443 in the tool.'));
    const others = [5, 6, 7].map((n) => conversation(n, `o${n}`, ROOM));
    expect(provenIn([...said, ...others], NOTHING_HELD)('Open channel KX-8443 in the tool.')).toBe(true);
  });
});
