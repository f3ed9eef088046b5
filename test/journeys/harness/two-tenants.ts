import type { ReplayArticle, ReplayTicket } from '../../bench/replay/dataset.ts';
import type { Stage } from '../../bench/replay/stage.ts';
import { createIntercomStage } from '../../bench/replay/stage-intercom.ts';
import { createZendeskStage } from '../../bench/replay/stage-zendesk.ts';
import { type Mend, startMend } from '../../sandbox/mend/mend.ts';
import { type ModelServer, startModelServer } from '../../sandbox/models/server.ts';
import { articles, conversations, product } from '../../sandbox/seed/index.ts';

const STORIES = ['calendar_feed', 'stale_import'];
const ORDINARY = 16;
/** Acts played at both helpdesks before the worker is let come to rest. */
const LOT = 16;

/** A tenant whose every sentence holds a word that is said nowhere else. */
export interface Tenant {
  id: string;
  canary: string;
  stage: Stage;
}

export interface TwoTenants {
  mend: Mend;
  model: ModelServer;
  zendesk: Tenant;
  intercom: Tenant;
  /** What the worker wrote to its console. */
  log: string[];
  close(): Promise<void>;
}

/** The same company's words with a mark in each sentence: two tenants have everything in common but their marks. */
function marked(canary: string) {
  const mark = (text: string) => text.replace(/([a-z0-9])\.(?=\s|$|<)/g, `$1 at ${canary}.`);
  const rows: ReplayArticle[] = articles.map((a) => {
    const section = product.sections.find((s) => s.key === a.section)?.name ?? 'Guides';
    return { id: a.key, title: `${a.title} (${canary})`, section: `${section} ${canary}`, body_html: mark(a.bodyHtml) };
  });
  const told = conversations.filter((c) => STORIES.includes(c.story));
  const others = conversations.filter((c) => c.story === 'covered').slice(0, ORDINARY);
  const tickets: ReplayTicket[] = [...told, ...others]
    .sort((a, b) => a.at.localeCompare(b.at))
    .map((c, i) => ({
      id: `t${i}`,
      channel: c.channel,
      subject: `${c.subject} ${canary}`,
      messages: c.turns.filter((t) => t.public).map(({ author, text, at }) => ({ author, text: mark(text), at })),
    }));
  return { articles: rows, tickets };
}

/** One worker with a language model, a Zendesk account and an Intercom workspace, and the same fortnight played at both. */
export async function playTwoTenants(): Promise<TwoTenants> {
  let now = Date.parse(conversations[0]?.at ?? '') - 1;
  const log: string[] = [];
  const [one, other] = [marked('kestrelloom'), marked('ospreyloom')];
  const common = { now: () => now, openapi: process.env.OPENAPI_DIR, times: 1 };
  const stages = {
    zendesk: createZendeskStage({ ...one, ...common }),
    intercom: createIntercomStage({ ...other, ...common }),
  };
  const model = await startModelServer('good');
  const modelVars = { MODEL_BASE_URL: model.url, MODEL_ID: 'double-good', MODEL_KEY: 'sandbox' };
  const vars = { ...stages.zendesk.vars, ...stages.intercom.vars, ...modelVars };
  const mend = await startMend({ vars, onLog: (line) => void log.push(line) });
  await mend.setClock(now);
  const zendesk = { id: await stages.zendesk.connect(mend), canary: 'kestrelloom', stage: stages.zendesk };
  const intercom = { id: await stages.intercom.connect(mend), canary: 'ospreyloom', stage: stages.intercom };
  const both = [zendesk, intercom];
  for (const { id } of both) await mend.untilIdle(id);
  const { acts } = stages.zendesk;
  for (let i = 0; i < acts.length; i += LOT) {
    const lot = acts.slice(i, i + LOT);
    for (const act of lot) for (const { stage } of both) stage.play(act);
    await Promise.all(both.map(({ stage }) => stage.flush()));
    now = lot.at(-1)?.at ?? now;
    await mend.setClock(now);
    for (const { id } of both) await mend.untilIdle(id);
  }
  return {
    mend,
    model,
    zendesk,
    intercom,
    log,
    async close() {
      await mend.dispose();
      await model.close();
      for (const { stage } of both) await stage.close();
    },
  };
}
