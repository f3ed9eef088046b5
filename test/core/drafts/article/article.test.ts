import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../../../shared/said/english.ts';
import { writeArticle } from '../../../../worker/core/drafts/article/article.ts';
import { checkContent } from '../../../../worker/core/gates/check-content.ts';
import { HELP, PAIRING, REFUNDS, talks } from './lamp.ts';

const write = (conversations = PAIRING) =>
  writeArticle({ conversations, elsewhere: REFUNDS, articles: HELP, language: 'en' });

const article = write()!;
const linesOf = (html: string): string[] =>
  html.split(/<[^>]+>/).flatMap((text) => (text.trim() === '' ? [] : [text.trim()]));
const text = linesOf(article.bodyHtml).join(' ');

describe('an article made of agents’ sentences', () => {
  it('has the task that customers name as its title', () => {
    expect(article.title).toBe('Pair a new lamp');
  });

  it('numbers the steps in the order of doing, one press a step, names of the screen in bold as the help center has them', () => {
    expect(article.bodyHtml).toMatch(/<ol><li>Open the Lumen app\.<\/li><li>Go to <strong>Devices<\/strong>\.<\/li>/);
    expect(text).toMatch(/Pair new lamp\b.*Hold the button on the lamp/);
  });

  it('keeps a whole procedure that agents agree on, numbered, whatever its verbs and with no screen in it', () => {
    const steps = [
      'Unwrap the shade before you mount it.',
      'Nominate one wall for the bracket.',
      'Drill both holes with the small bit.',
      'Everybody nearby stays two steps away.',
      'Rinse the shade with cold water.',
    ];
    const told = [steps.slice(0, 2).join(' '), steps.slice(2).join(' ')];
    const rows = Array.from({ length: 6 }, (_, n) => [`mount the shade ${n}`, ...told] as const);
    const written = write(talks('mount', rows))!;
    for (const step of steps) expect(linesOf(written.bodyHtml)).toContain(step);
    expect(written.bodyHtml).toMatch(/<ol><li>Unwrap the shade before you mount it\.<\/li><li>Nominate/);
  });

  it('says one thing once, however often it was said', () => {
    expect(text.match(/12 lamps/g)).toHaveLength(1);
    expect(text.match(/2\.4 GHz/g)).toHaveLength(1);
  });

  it('keeps no of a refusal', () => {
    expect(text).not.toMatch(/(?<!no )adapter needed/i);
  });

  it('leaves out what an agent took back', () => {
    expect(text).not.toContain('40');
  });

  it('has one of two answers, and asks a person which is right where agents disagree', () => {
    const says = (n: number) => `One hub can drive ${n} lamps.`;
    const sides = write(
      talks(
        'hub',
        [12, 12, 40, 12, 12, 40, 12, 12, 40].map((n) => ['lamps on a hub', says(n)] as const),
      ),
    )!;
    expect(linesOf(sides.bodyHtml)).toContain(says(12));
    expect(linesOf(sides.bodyHtml)).not.toContain(says(40));
    expect(sides.disputes).toHaveLength(1);
  });

  it('leaves out what varies with the customer and what agents say everywhere', () => {
    expect(text).not.toMatch(/Otter|Heron|Robin|writing to us|Kim\b/);
  });

  it('names what it left out by its place in the turn, each with a reason', () => {
    const left = write()!.unsaid.map(({ conversationId, turnId, start, end, why }) => {
      const turn = PAIRING.find(({ id }) => id === conversationId)!.turns.find(({ id }) => id === turnId)!;
      return { text: turn.text.slice(start, end), why: inEnglish(why) };
    });
    expect(left).toContainEqual({ text: 'Your lamp is called Otter 4411.', why: 'it varies with the customer' });
    for (const { text, why } of left) expect([text, why]).not.toContain('');
  });

  it('cites sentences as they stand in their turns', () => {
    for (const { conversationId, turnId, quote } of article.evidence) {
      const turn = PAIRING.find(({ id }) => id === conversationId)!.turns.find(({ id }) => id === turnId)!;
      expect(turn.author).toBe('agent');
      expect(turn.text).toContain(quote);
    }
  });

  it('passes the rules of content', () => {
    const { problems } = checkContent({
      baseHtml: null,
      nextHtml: article.bodyHtml,
      quotes: article.evidence,
      knownNames: { names: [], emails: [], phones: [] },
    });
    expect(problems).toEqual([]);
  });

  it('is the same from the same conversations', () => {
    expect(write()).toEqual(article);
  });

  it('is none in a language without a folder, and none of questions alone', () => {
    const input = { conversations: PAIRING, elsewhere: REFUNDS, articles: HELP };
    expect(writeArticle({ ...input, language: 'xx' })).toBeNull();
    expect(write(talks('asked', Array(5).fill(['pair a lamp', 'Which lamp is it?'])))).toBeNull();
  });
});
