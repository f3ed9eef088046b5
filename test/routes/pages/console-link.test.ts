import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE_MS } from '../../../shared/time.ts';
import { createApp } from '../../../worker/app.ts';
import { createConsoleLinks } from '../../../worker/crypto/console-links.ts';
import type { Services } from '../../../worker/routes/services.ts';
import { createWorld, OTHER, TENANT, type World } from '../../loop/world/world.ts';
import { createOperator, type People, PUBLIC_URL } from '../services.ts';

let world: World;
let services: Services;
beforeEach(async () => {
  world = await createWorld();
  const people: People = { persons: new Map(), open: new Map() };
  for (const tenant of [TENANT, OTHER])
    people.persons.set(`${tenant}/7`, { userId: '7', name: 'Ann', locale: 'en', role: 'lead' });
  services = {
    ...createOperator(world, people).services,
    asset: async () => new Response('<html><head></head></html>'),
  };
});
const get = (url: string, headers: Record<string, string> = {}) => createApp(services).request(url, { headers });
const link = (tenant = TENANT) => services.consoleLink({ tenant, userId: '7' });
const follow = async (url: string) => {
  const response = await get(url);
  const place = new URL(response.headers.get('location') ?? '', PUBLIC_URL);
  return { response, place: place.toString(), cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
};

describe('a link to the console', () => {
  it('opens it as the person, out of every frame, and leaves the address', async () => {
    const { response, place, cookie } = await follow(await link());
    expect([response.status, place.includes('link=')]).toEqual([303, false]);
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-mend-[0-9a-f]{32}=[\w.-]+; Path=\/; Expires=.*; HttpOnly; Secure; SameSite=Lax$/,
    );
    const page = await get(place, { cookie });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(await page.text()).toContain('"role":"lead"');
    expect((await get(place, { cookie })).status).toBe(200);
  });

  it('works once', async () => {
    const url = await link();
    const answers = await Promise.all([get(url), get(url), get(url)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 401, 401]);
    expect(await (await get(url)).text()).toContain('This link was used');
  });

  it('works for two minutes', async () => {
    const url = await link();
    world.clock.wall += 2 * MINUTE_MS + 1_000;
    expect((await get(url)).status).toBe(401);
    expect(world.shelf.sessions.size).toBe(0);
  });

  it('that is forged, of another key or of another kind, opens nothing', async () => {
    const elsewhere = createConsoleLinks(new Uint8Array(32).fill(9), () => world.clock.wall);
    const { sessionId, bearer } = await services.sessions.begin({
      tenant: TENANT,
      userId: '7',
      id: 'p',
      seal: 's',
      isReusable: true,
    });
    const reload = await services.reloads.issue({ tenant: TENANT, sessionId }, world.clock.wall + MINUTE_MS);
    const forged = ['', 'x', bearer, reload, await elsewhere.issue({ tenant: TENANT, userId: '7' })];
    for (const token of forged) expect((await get(`${PUBLIC_URL}/intercom/console?link=${token}`)).status).toBe(401);
  });

  it('is not used up by a browser that reads ahead, nor by a page that asks for it', async () => {
    const url = await link();
    expect((await get(url, { 'sec-purpose': 'prefetch;prerender' })).status).toBe(403);
    for (const dest of ['iframe', 'empty', 'image'])
      expect((await get(url, { 'sec-fetch-dest': dest })).status).toBe(403);
    expect((await get(url, { 'sec-fetch-dest': 'document' })).status).toBe(303);
  });

  it('is given back as one’s own session alone', async () => {
    const [mine, theirs] = [await follow(await link()), await follow(await link(OTHER))];
    expect((await get(mine.place)).status).toBe(401);
    expect((await get(mine.place, { cookie: theirs.cookie })).status).toBe(401);
    const swapped = `${mine.cookie.split('=')[0]}=${theirs.cookie.split('=')[1]}`;
    expect((await get(mine.place, { cookie: swapped })).status).toBe(401);
    expect((await get(`${PUBLIC_URL}/intercom/console?session=../x`, { cookie: mine.cookie })).status).toBe(401);
    const both = await get(theirs.place, { cookie: `${mine.cookie}; ${theirs.cookie}` });
    expect(await both.text()).toContain(`"tenant":"${OTHER}"`);
  });

  it('gives the page’s API nothing but what the bearer gives', async () => {
    const { cookie } = await follow(await link());
    expect((await get(`${PUBLIC_URL}/app/console/gaps`, { cookie })).status).toBe(401);
  });
});
