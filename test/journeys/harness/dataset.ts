import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { articles, conversations, product, type SeedConversation } from '../../sandbox/seed/index.ts';

/** Conversations of a feature without an article and of an article that went stale, between ordinary ones. */
const STORIES = ['calendar_feed', 'stale_import', 'public_holidays'];
export const TICKETS = 60;

const endOf = (c: SeedConversation | undefined) => Date.parse(c?.turns.findLast((turn) => turn.public)?.at ?? '');

/** A data set in the benchmark's format, in a new folder; every second ticket ends in the same second as the one before it. */
export async function writeDataset(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mend-data-'));
  const telling = conversations.filter((c) => STORIES.includes(c.story));
  const ordinary = conversations.filter((c) => c.story === 'covered').slice(0, TICKETS - telling.length);
  const chosen = [...telling, ...ordinary].sort((a, b) => a.at.localeCompare(b.at));
  const tickets = chosen.map((c, i) => {
    const shift = i % 2 === 1 ? endOf(chosen[i - 1]) - endOf(c) : 0;
    const messages = c.turns
      .filter((turn) => turn.public)
      .map(({ author, text, at }) => ({
        author,
        text,
        at: new Date(Date.parse(at) + shift).toISOString(),
      }));
    // One of the helpdesks alone has a web form, of which more is kept than of a mail.
    const channel = c.channel === 'web' ? 'email' : c.channel;
    return { id: `t${i}`, channel, subject: c.subject, messages };
  });
  const rows = articles.map((a) => {
    const section = product.sections.find((s) => s.key === a.section)?.name ?? 'Guides';
    return { id: a.key, title: a.title, section, body_html: a.bodyHtml };
  });
  const lines = (all: object[]) => all.map((row) => `${JSON.stringify(row)}\n`).join('');
  await mkdir(join(folder, 'scenarios'));
  await writeFile(join(folder, 'scenarios', 'all.json'), '{}');
  await writeFile(join(folder, 'tickets.jsonl'), lines(tickets));
  await writeFile(join(folder, 'articles.jsonl'), lines(rows));
  return folder;
}
