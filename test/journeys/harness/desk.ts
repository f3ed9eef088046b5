import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { HostServer } from '../../sandbox/host/server.ts';
import type { SeedConversation } from '../../sandbox/seed/index.ts';
import { createStageHost } from '../../sandbox/stage/host.ts';
import { type Knowledge, knowledgeOf } from '../../sandbox/stage/knowledge.ts';
import { openLandingTicket } from '../../sandbox/stage/landing.ts';
import { createStage, type Stage } from '../../sandbox/stage/stage.ts';
import { playStream } from '../../sandbox/stage/stream.ts';
import { openBrowser } from './browser.ts';
import { SDK } from './production.ts';
import { type Watch, watch } from './watch.ts';

/** Stories whose knowledge fails, and how many of the ordinary conversations come between them. */
const STORIES = ['calendar_feed', 'stale_import'];
const ORDINARY_EVERY = 12;
const STEP_MS = 6 * 3_600_000;
/** How long a page may take before a journey gives up on it: generous, the machine may be busy. */
export const PATIENCE_MS = 20_000;
/** The width of an app in Zendesk's sidebar, where nobody made it wider (platform facts A1). */
export const SIDEBAR_PX = 320;

/** Who asks what the journeys ask. */
const CUSTOMER = 'elsa.lindgren';

/** Who sits at the page, by the seed's keys. */
export const PEOPLE = { agent: 'ines', lead: 'leila', admin: 'priya', light: 'noor' } as const;
export type Who = keyof typeof PEOPLE;

export interface OpenOptions {
  who?: Who;
  ticket?: number;
  locale?: string;
  scheme?: 'light' | 'dark';
  /** Of the browser's window. */
  width?: number;
  height?: number;
  context?: BrowserContextOptions;
  /** Called before the page opens, to route or to listen. */
  before?: (context: BrowserContext, page: Page) => Promise<unknown>;
}

export interface Opened {
  page: Page;
  /** Mend's own page in its frame. */
  app: Frame;
  seen: Watch;
  /** Asserts that nothing complained and nothing was refused but what the test provoked, and closes. */
  leave(provoked?: string[]): Promise<void>;
}

/** One helpdesk that lived until there is something to decide, its page, and the worker behind it. */
export interface Desk {
  stage: Stage;
  knowledge: Knowledge;
  host: HostServer;
  browser: Browser;
  url: string;
  /** New and unanswered, about what many asked before. */
  ticket: number;
  openTicket(options?: OpenOptions): Promise<Opened>;
  openConsole(options?: OpenOptions & { place?: string }): Promise<Opened>;
  /** Mend's frame in a page that is open. */
  frame(page: Page, path: string): Promise<Frame>;
  /** Somebody asks something; the worker has read it when this returns. Answers the ticket. */
  ask(question: { subject: string; comment: string }): Promise<number>;
  /** The worker's own answer to a page's question, as whoever is signed in there. */
  answered(app: Frame, path: string, act: () => Promise<unknown>): Promise<unknown>;
  close(): Promise<void>;
}

export interface DeskOptions {
  takesPlace?: (conversation: SeedConversation) => boolean;
  /** The team's saved replies are there too. */
  hasMacros?: boolean;
  /** Asked after each quarter of a day. */
  isEnough?: (stage: Stage, knowledge: Knowledge) => Promise<boolean>;
}

/** Some of the fortnight, played until a new article and a change of one wait for review, or as told. */
export async function startDesk(options: DeskOptions = {}): Promise<Desk> {
  const browser = await openBrowser();
  let ordinary = 0;
  const some = ({ story }: SeedConversation) =>
    STORIES.includes(story) || (story === 'covered' && ordinary++ % ORDINARY_EVERY === 0);
  const stage = await createStage({ takesPlace: options.takesPlace ?? some, hasMacros: options.hasMacros ?? false });
  const knowledge = knowledgeOf(stage);
  const isEnough = options.isEnough ?? ((_: Stage, known: Knowledge) => hasBoth(known));
  await playStream(stage, { stepMs: STEP_MS, isEnough: () => isEnough(stage, knowledge) });
  const ticket = await openLandingTicket(stage);
  const host = await createStageHost(stage, { firstTicket: () => ticket });
  const url = await host.listen(0);

  async function open(path: string, appPath: string, options: OpenOptions): Promise<Opened> {
    const { who = 'agent', scheme = 'light', width = 1280, height = 860 } = options;
    const user = stage.helpdesk.agents.get(PEOPLE[who]);
    if (user === undefined) throw new Error(`nobody is called ${PEOPLE[who]}`);
    stage.zendesk.setLocale({ user, locale: options.locale ?? 'en-US' });
    const context = await browser.newContext({ viewport: { width, height }, ...options.context });
    const page = await context.newPage();
    const seen = await watch(page, [url, stage.mend.url, new URL(SDK).origin]);
    await context.route(SDK, (route) => route.abort());
    await options.before?.(context, page);
    await page.goto(`${url}/?as=${user}&scheme=${scheme}${path}`);
    return { page, app: await appFrame(page, appPath), seen, leave: (provoked = []) => leave(context, seen, provoked) };
  }

  return {
    stage,
    knowledge,
    host,
    browser,
    url,
    ticket,
    openTicket: (options = {}) => open(`#/tickets/${options.ticket ?? ticket}`, '/zendesk/sidebar', options),
    openConsole: (options = {}) =>
      open(`#/apps/${consoleApp(stage)}${options.place ?? ''}`, '/zendesk/console', options),
    frame: appFrame,
    async ask({ subject, comment }) {
      const requester = stage.helpdesk.customers.get(CUSTOMER);
      if (requester === undefined) throw new Error(`nobody is called ${CUSTOMER}`);
      const { id } = stage.zendesk.openTicket({ requester, subject, comment, channel: 'email' });
      await stage.zendesk.flushWebhooks();
      await stage.mend.untilIdle(stage.tenant);
      return id;
    },
    async answered(app, path, act) {
      const [response] = await Promise.all([
        app.page().waitForResponse((one) => new URL(one.url()).pathname === path),
        act(),
      ]);
      return response.json();
    },
    async close() {
      await browser.close();
      await host.close();
      await stage.close();
    },
  };
}

const consoleApp = ({ zendesk }: Stage): number => zendesk.apps.installations[0]?.appId ?? 0;

async function hasBoth(knowledge: Knowledge): Promise<boolean> {
  const kinds = (await knowledge.waiting()).filter(({ fix }) => fix.state === 'in_review').map(({ fix }) => fix.kind);
  return kinds.includes('new_article') && kinds.includes('article_patch');
}

/** Mend's frame, once its page has something to read. */
export async function appFrame(page: Page, path: string): Promise<Frame> {
  const find = () => page.frames().findLast((frame) => new URL(frame.url()).pathname === path);
  await expect.poll(find, { timeout: PATIENCE_MS }).toBeTruthy();
  const frame = find();
  if (!frame) throw new Error(`${path} was not opened`);
  await frame.waitForFunction(() => Boolean(document.body?.innerText.trim()), null, { timeout: PATIENCE_MS });
  return frame;
}

async function leave(context: BrowserContext, seen: Watch, provoked: string[]): Promise<void> {
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.close();
  const { errors, violations, foreign, dialogs } = seen;
  const refused = seen.refused.filter((one) => !provoked.some((path) => one.includes(path)));
  expect({ errors, refused, violations, foreign, dialogs }).toEqual({
    errors: [],
    refused: [],
    violations: [],
    foreign: [],
    dialogs: [],
  });
}
