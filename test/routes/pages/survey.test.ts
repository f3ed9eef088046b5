import { beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../worker/app.ts';
import { anEnding } from '../../contracts/examples.ts';
import { createWorld, stored, TENANT, type World } from '../../loop/world/world.ts';
import { createOperator, PUBLIC_URL } from '../services.ts';

let world: World;
let path: string;
beforeEach(async () => {
  world = await createWorld();
  await world.ports.endings.put(TENANT, [anEnding('a')]);
  path = new URL(await world.ports.surveys.link({ tenant: TENANT, conversationId: 'a', language: 'de' })).pathname;
});
const ask = (init: RequestInit = {}, to = path) =>
  createApp(createOperator(world, { persons: new Map(), open: new Map() }).services).request(
    `${PUBLIC_URL}${to}`,
    init,
  );
const send = (score: string) => ask({ method: 'POST', body: new URLSearchParams({ score }) });

describe('the page of the survey', () => {
  it('asks in the conversation’s language, needs no script, and stores nothing however often it is opened', async () => {
    const before = stored(world.shelf, TENANT);
    for (const method of ['GET', 'HEAD', 'GET']) expect((await ask({ method })).status).toBe(200);
    expect(stored(world.shelf, TENANT)).toBe(before);
    const page = await ask();
    const html = await page.text();
    expect(html).toContain('Mein Anliegen zu klären wurde mir leicht gemacht.');
    expect(html).not.toMatch(/<script|https?:/);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('set-cookie')).toBeNull();
  });

  it('takes one answer, and says so to who comes again', async () => {
    expect(await (await send('7')).text()).toContain('Vielen Dank');
    expect(await (await send('1')).text()).toContain('Schon beantwortet');
    expect(await (await ask()).text()).toContain('Schon beantwortet');
    expect((await world.ports.endings.between(TENANT, 0, 99, 9))[0]?.effort).toBe(7);
  });

  it.each(['0', '8', '3.5', '', 'NaN', '__proto__'])('takes no answer of %j', async (score) => {
    expect((await send(score)).status).toBe(400);
    expect((await world.ports.endings.between(TENANT, 0, 99, 9))[0]?.effort).toBeNull();
  });

  it('says that a link has run out where it is none, in the reader’s language, with nothing of what was sent in it', async () => {
    const page = await ask({ headers: { 'accept-language': 'fr-CA' } }, '/survey/%3Cb%3Enothing');
    expect(page.status).toBe(410);
    const html = await page.text();
    expect(html).toContain('Ce lien a expiré');
    expect(html).not.toContain('nothing');
  });

  it('reads a form of a kilobyte at most', async () => {
    const body = new URLSearchParams({ score: '7', more: 'x'.repeat(5_000) });
    expect((await ask({ method: 'POST', body })).status).toBe(413);
  });
});
