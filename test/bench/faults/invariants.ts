import { normalizeHtml } from '../../../worker/core/html/normalize.ts';
import { readsSame } from '../../../worker/core/html/shown.ts';
import { BASE, REPLY_BASE, REPLY_TARGET, type Scene, TARGET } from './scene.ts';

export interface Broken {
  invariant: string;
  detail: string;
}

const OLD = normalizeHtml(BASE.bodyHtml);

type Row = Record<string, string | number | null>;

/** Holds what D1 and the helpdesk have after recovery against I1 to I9; answers what does not hold. */
export async function brokenInvariants(scene: Scene, accepted: Set<string>, strangers: string): Promise<Broken[]> {
  const { tenant, env, zendesk } = scene;
  const broken: Broken[] = [];
  const all = async (sql: string, ...values: string[]) =>
    (
      await env.DB.prepare(sql)
        .bind(...values)
        .all<Row>()
    ).results;
  const check = (holds: boolean, invariant: string, detail: string) => {
    if (!holds) broken.push({ invariant, detail });
  };
  const inbox = await all('SELECT key, state, reason FROM inbox WHERE tenant = ?', tenant);
  const keys = new Set(inbox.map((row) => String(row.key)));
  for (const id of accepted) check(keys.has(`event:${id}`), 'I1', `event ${id} was accepted and has no row`);
  for (const row of inbox) check(row.state !== 'new', 'I1', `${row.key} is still waiting: ${row.reason}`);

  const solved = await all(
    "SELECT ref, count(*) AS n FROM learning_log WHERE tenant = ? AND kind = 'solved' GROUP BY ref",
    tenant,
  );
  for (const row of solved) check(row.n === 1, 'I2', `${row.ref} taught ${row.n} times`);
  const observed = await all("SELECT count(*) AS n FROM observations WHERE tenant = ? AND state = 'observed'", tenant);
  check(
    observed[0]?.n === zendesk.world.tickets.size,
    'I2',
    `${observed[0]?.n} of ${zendesk.world.tickets.size} conversations are observed`,
  );

  const publications = (await all('SELECT state, body FROM publications WHERE tenant = ?', tenant)).map((row) => ({
    ...JSON.parse(String(row.body)),
    state: row.state,
  }));
  const live = zendesk.world.articles.get(Number(scene.articleId))?.translations.get('en-us');
  const isLike = (text: { bodyHtml: string }) => readsSame(live?.body ?? '', text.bodyHtml);
  const isHuman = (live?.body ?? '').includes('by a person');
  check(isLike(BASE) || isLike(TARGET) || isHuman, 'I3', 'the live body is neither base nor target nor a person’s');
  const puts = zendesk.requests.filter((r) => r.method === 'PUT' && r.path.includes('/translations/'));
  check(
    puts.length === 0 || (publications.length === 1 && normalizeHtml(publications[0].before?.bodyHtml ?? '') === OLD),
    'I4',
    `${puts.length} writes, and no stored snapshot of what stood there before`,
  );
  check(
    isLike(TARGET) === publications.some((p) => p.state === 'done') || isHuman,
    'I3',
    `the live body is ${isLike(TARGET) ? 'target' : 'base'}, the publication ${publications[0]?.state}`,
  );
  const reply = zendesk.world.macros.get(Number(scene.macroId))?.actions[0]?.value;
  const isDone = publications.some((p) => p.state === 'done');
  check(
    reply === (isDone ? REPLY_TARGET : REPLY_BASE),
    'I3',
    `the macro reads ${JSON.stringify(reply)}, the publication is ${publications[0]?.state}`,
  );
  for (const p of publications)
    check(p.state !== 'intent' && p.state !== 'sent', 'I5', `a publication is left ${p.state}`);

  const others = await all('SELECT count(*) AS n FROM activity WHERE tenant <> ? AND subject = ?', tenant, scene.fixId);
  check(others[0]?.n === 0, 'I6', 'another tenant’s log names this fix');
  check((await fingerprint(scene)) === strangers, 'I6', 'rows of the stranger changed');
  const cited = await all(
    "SELECT e.value ->> 'conversationId' AS id FROM fixes, json_each(fixes.body, '$.evidence') AS e WHERE fixes.tenant = ? AND fixes.state = 'published'",
    tenant,
  );
  const stored = new Set((await all('SELECT id FROM conversations WHERE tenant = ?', tenant)).map((row) => row.id));
  for (const row of cited) check(stored.has(row.id ?? null), 'I7', `evidence ${row.id} is gone`);

  const told = await all(
    'SELECT what, count(*) AS n FROM activity WHERE tenant = ? AND subject = ? GROUP BY what',
    tenant,
    scene.fixId,
  );
  const times = (what: string) => Number(told.find((row) => row.what === what)?.n ?? 0);
  const done = publications.filter((p) => p.state === 'done').length;
  check(
    times('published') === done && times('verified') === done,
    'I8',
    `${done} publications, ${times('published')} times said, ${times('verified')} times verified`,
  );
  check(times('approved') <= 1, 'I8', `approved ${times('approved')} times`);
  const dead = await all('SELECT count(*) AS n FROM dead_letters WHERE tenant = ?', tenant);
  check(dead[0]?.n === inbox.filter((row) => row.state === 'dead').length, 'I9', 'dead rows and dead letters differ');
  return broken;
}

/** What is marked as done and not stored, looked at as the kill left it: nothing is acknowledged before its effect stands. */
export async function ackedTooEarly({ tenant, env }: Scene): Promise<Broken[]> {
  const { results } = await env.DB.prepare(
    `SELECT i.key FROM inbox AS i WHERE i.tenant = ? AND i.state = 'done' AND (
       (i.type = 'observe' AND NOT EXISTS (SELECT 1 FROM observations AS o WHERE o.tenant = i.tenant AND o.conversation_id = i.message ->> 'conversationId'))
       OR (i.type = 'publish' AND NOT EXISTS (SELECT 1 FROM publications AS p WHERE p.tenant = i.tenant AND p.body ->> 'fixId' = i.message ->> 'fixId')))`,
  )
    .bind(tenant)
    .all<Row>();
  return results.map(({ key }) => ({
    invariant: 'I1',
    detail: `${key} is marked as done, and nothing of it is stored`,
  }));
}

/** What a tenant that has nothing to do with it holds. */
export async function fingerprint(scene: Scene): Promise<string> {
  const { results } = await scene.env.DB.prepare(
    "SELECT count(*) AS n, group_concat(key || state) AS keys FROM inbox WHERE tenant = 'stranger'",
  ).all<Row>();
  return JSON.stringify(results);
}
