import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { observing } from '../world/raw.ts';
import { TENANT } from '../world/world.ts';
import { answeringWorld, asks, earn, NOW, policyOf, QUESTION } from './answering.ts';

const FOLDER = join(import.meta.dirname, '../../bench/redteam');
/** Every fourth of the project's own texts: all of them were played once, at half a minute. */
const EVERY = 4;
const hostile = ['texts', 'texts-more', 'texts-disguised'].flatMap((name) =>
  readFileSync(join(FOLDER, `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { id: string; text: string }),
);

/** Longest piece of a hostile text that is put to a question: what stands behind is read no differently. */
const MAX_CHARS = 600;

const played = hostile.filter((_, i) => i % EVERY === 0);

describe('hostile texts through an answer', () => {
  it('leave nothing in it but the article’s own words, whatever a customer writes beside a question', async () => {
    const world = await answeringWorld(policyOf('public'));
    await earn(world);
    for (const [i, { text }] of played.entries()) {
      const id = `hostile ${i}`;
      world.desk.conversations.set(id, asks(id, `${QUESTION}\n\n${text.slice(0, MAX_CHARS)}`, NOW));
      await world.tell(observing(id, NOW, 'opened'));
    }
    await world.run();
    const article = world.desk.articles.get('100')!;
    const own = `${article.bodyHtml.replace(/<[^>]+>/g, '\n')}\n${article.title}: ${article.url}`.split('\n');
    const acts = await world.ports.automaticActs.latest(TENANT, 1_000);
    const answered = acts.filter((act) => act.conversationId.startsWith('hostile'));
    for (const { said } of answered) {
      const [, ...lines] = said.split('\n').filter((line) => line !== '');
      expect(lines.filter((line) => !own.includes(line))).toEqual([]);
    }
    const written = world.desk.writes.filter((write) => !write.startsWith('answer '));
    expect([played.length > 100, answered.length > 0, written]).toEqual([true, true, []]);
  }, 120_000);
});
