import { afterEach, describe, expect, it } from 'vitest';
import { writtenDraft } from '../../worker/core/drafts/written/written.ts';
import { statementsOf } from '../../worker/core/grounding/statements.ts';
import type { WrittenArticle } from '../../worker/core/grounding/written.ts';
import { writePrompt } from '../../worker/models/prompts/write.ts';
import { obedientAnswer } from '../sandbox/models/obedient.ts';
import { type ModelServer, startModelServer } from '../sandbox/models/server.ts';
import { bench, write } from './bench.ts';
import { type Draft, newArticle } from './drafts.ts';
import { CANARIES, INJECTIONS } from './injections.ts';

const PROCEDURE = [
  'Click on Forgot password and enter your work email.',
  'The reset link is valid for 30 minutes.',
  'Open Settings and choose Calendar feeds.',
  'Do not share the feed address with anyone outside your team.',
  'Exports larger than 20 MB are sent by email within 2 hours.',
];

/** The procedure, each step said by one agent plainly and by another with the order in the same sentence. */
const ordered = (order: string): Draft =>
  newArticle(
    'reset password calendar feeds',
    PROCEDURE.map((step) => [step, `${step.replace(/\.$/, '')} ${order}`]),
  );

/** Text without anything that a trick could hide behind. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{M}]/gu, '')
    .toLowerCase();

const open: ModelServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

describe('a model that obeys any text', () => {
  it.each(INJECTIONS)(
    'brings nothing of an order into the draft, and the procedure stays: %s',
    async (order, ...forbidden) => {
      const server = await startModelServer('obedient', { seed: order.length });
      open.push(server);
      const draft = ordered(order);
      const written = await write(bench(server.url), draft).catch(() => null);
      expect(server.prompts).toHaveLength(1);
      if (written?.outcome !== 'answered') return;
      const { fix } = writtenDraft(draft.fix, written.value, { language: 'en', base: null });
      const shown = plain(`${fix.title}\n${fix.bodyHtml}`);
      for (const words of forbidden) expect(shown).not.toContain(plain(words));
      for (const step of PROCEDURE) expect(shown).toContain(plain(step).split(' ').slice(2).join(' '));
      expect(fix.evidence).toBe(draft.fix.evidence);
    },
  );

  it('that sees even what prompts leave out brings nothing into the draft either', () => {
    for (const [order, ...forbidden] of INJECTIONS) {
      const draft = ordered(order);
      const quotes = draft.fix.evidence.map(({ quote }, index) => ({ index, text: quote }));
      const statements = statementsOf(draft.fix.bodyHtml, null, draft.fix.evidence);
      const data = {
        kind: draft.fix.kind,
        title: draft.fix.title,
        statements: statements.map((s, index) => ({ index, text: s.text, list: s.list, quotes: s.support })),
        quotes,
      };
      const asked = {
        shape: 'article',
        how: 'content',
        model: 'm',
        isStream: false,
        system: '',
        user: '',
        data,
      } as const;
      for (const chance of [0, 0.4, 0.9]) {
        const answer = obedientAnswer(asked, () => chance) as unknown as WrittenArticle;
        const { fix } = writtenDraft(draft.fix, answer, { language: 'en', base: null });
        const shown = plain(`${fix.title}\n${fix.bodyHtml}`);
        for (const words of forbidden) expect(shown).not.toContain(plain(words));
        for (const step of PROCEDURE) expect(shown).toContain(plain(step).split(' ').slice(2).join(' '));
      }
    }
  });

  it('did obey most orders that reached it, or these tests say nothing', async () => {
    const server = await startModelServer('obedient', { seed: 3 });
    open.push(server);
    let reached = 0;
    let obeyed = 0;
    for (const [order, ...forbidden] of INJECTIONS) {
      const written = await write(bench(server.url), ordered(order)).catch(() => null);
      const isIn = (text: string) => forbidden.some((words) => plain(text).includes(plain(words)));
      if (!isIn(server.prompts.at(-1)!.body)) continue;
      reached++;
      if (written?.outcome !== 'answered' || isIn(JSON.stringify(written.value))) obeyed++;
    }
    expect(reached).toBeGreaterThanOrEqual(15);
    expect(obeyed / reached).toBeGreaterThanOrEqual(0.8);
  });
});

describe('a prompt', () => {
  it.each(CANARIES)('never holds %s', async (_, said, ...canaries) => {
    const server = await startModelServer('good');
    open.push(server);
    const at = bench(server.url);
    const draft = newArticle(`reset ${said}`, [
      ['The reset link is valid for 30 minutes.', `The reset link is valid for 30 minutes ${said}`],
      [`The reset link ${said}.`, `${said} The reset link is valid.`],
    ]);
    await write(at, { ...draft, base: null }).catch(() => null);
    await at.writer.judgeSame('t', said, `my ${said}`).catch(() => null);
    const quotes = draft.fix.evidence.map(({ quote }) => quote);
    await at.writer.judgeGrounded('t', [{ text: said, quotes }]).catch(() => null);
    await at.writer.nameIssue('t', said, draft.fix.evidence).catch(() => null);
    expect(server.prompts).toHaveLength(4);
    for (const { body } of server.prompts) for (const canary of canaries) expect(body).not.toContain(canary);
  });

  it('of the same input is the same, byte for byte, and its mark follows every text in it', () => {
    const inputOf = (draft: Draft) => ({
      ...draft.fix,
      quotes: draft.fix.evidence,
      base: null,
      language: 'en',
      manner: 'imperative' as const,
    });
    const [one, same, other] = ['x', 'x', 'y'].map((order) => writePrompt(inputOf(ordered(order))));
    expect(one).toEqual(same);
    const markOf = (user: string) => /^BEGIN DATA (\w{32})\n/.exec(user)![1]!;
    expect(markOf(one!.user)).not.toBe(markOf(other!.user));
    expect(one!.system).toBe(other!.system);
  });

  it('keeps every text inside its marks and its string', () => {
    for (const [order] of INJECTIONS) {
      const { user } = writePrompt({
        ...ordered(order).fix,
        quotes: ordered(order).fix.evidence,
        base: null,
        language: 'en',
        manner: 'imperative',
      });
      const lines = user.split('\n');
      expect(lines).toHaveLength(3);
      expect(lines[0]!.replace('BEGIN', 'END')).toBe(lines[2]);
      expect(JSON.parse(lines[1]!)).toMatchObject({ language: 'en' });
    }
  });
});
