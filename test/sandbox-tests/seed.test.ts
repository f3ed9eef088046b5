import { describe, expect, it } from 'vitest';
import { articles, conversations, product, type SeedConversation, stories } from '../sandbox/seed/index.ts';

const of = (story: string): SeedConversation[] => conversations.filter((conversation) => conversation.story === story);
const orgOf = (conversation: SeedConversation): string | null =>
  product.customers.find(({ key }) => key === conversation.customer)?.org ?? null;
const said = (conversation: SeedConversation, author: 'customer' | 'agent'): string =>
  conversation.turns
    .filter((turn) => turn.author === author && turn.public)
    .map((turn) => turn.text)
    .join('\n');
const organizationsOf = (list: SeedConversation[]): number =>
  new Set(list.map(orgOf).filter((org) => org !== null)).size;
const agentsOf = (list: SeedConversation[]): number =>
  new Set(list.flatMap(({ turns }) => turns.flatMap(({ agentKey }) => (agentKey === undefined ? [] : [agentKey]))))
    .size;
const plainText = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
const article = (key: string | undefined): string =>
  plainText(articles.find((candidate) => candidate.key === key)?.bodyHtml ?? '');
const hasRepeats = (items: readonly string[]): boolean => new Set(items).size !== items.length;

describe('the fourteen days of Shiftloom', () => {
  it('has about 200 conversations, 15 articles and 6 agents, most of it everyday questions', () => {
    expect(conversations.length).toBeGreaterThanOrEqual(195);
    expect(conversations.length).toBeLessThanOrEqual(215);
    expect(articles.length).toBeGreaterThanOrEqual(14);
    expect(articles.length).toBeLessThanOrEqual(18);
    expect(product.agents).toHaveLength(6);
    const covered = of('covered').length / conversations.length;
    expect(covered).toBeGreaterThan(0.6);
    expect(covered).toBeLessThan(0.7);
  });

  it('tells them in order, with starts that strictly increase and turns that follow one another', () => {
    const starts = conversations.map(({ at }) => Date.parse(at));
    expect(starts.every((start, i) => i === 0 || start > (starts[i - 1] ?? 0))).toBe(true);
    expect(starts[0]).toBeGreaterThanOrEqual(Date.parse('2026-11-02T00:00:00Z'));
    for (const conversation of conversations) {
      const times = conversation.turns.map(({ at }) => Date.parse(at));
      expect(times[0]).toBe(Date.parse(conversation.at));
      expect(times.every((time, i) => i === 0 || time > (times[i - 1] ?? 0))).toBe(true);
      const end = Date.parse(conversation.solvedAgainAt ?? conversation.solvedAt);
      expect(end).toBeGreaterThan(times.at(-1) ?? 0);
      expect(end).toBeLessThan(Date.parse('2026-11-17T00:00:00Z'));
      if (conversation.reopenedAt !== undefined) {
        expect(Date.parse(conversation.reopenedAt)).toBeGreaterThan(Date.parse(conversation.solvedAt));
        expect(conversation.turns.some(({ at }) => at === conversation.reopenedAt)).toBe(true);
        expect(conversation.solvedAgainAt).toBeDefined();
      }
    }
    expect(conversations.filter(({ reopenedAt }) => reopenedAt !== undefined).length).toBeGreaterThanOrEqual(3);
    expect(conversations.filter(({ rating }) => rating === 'bad').length).toBeGreaterThanOrEqual(3);
  });

  it('refers only to what exists, by keys that are unique', () => {
    const lists = [
      product.sections,
      product.organizations,
      product.customers,
      product.agents,
      articles,
      conversations,
      stories,
    ];
    for (const list of lists) expect(hasRepeats(list.map(({ key }) => key))).toBe(false);
    const known = (list: readonly { key: string }[]) => new Set<string | undefined>(list.map(({ key }) => key));
    for (const { section } of articles) expect(known(product.sections)).toContain(section);
    for (const { org } of product.customers) if (org !== null) expect(known(product.organizations)).toContain(org);
    for (const { customer, story, articleKey, turns } of conversations) {
      expect(known(product.customers)).toContain(customer);
      expect(known(stories)).toContain(story);
      if (articleKey !== undefined) expect(known(articles)).toContain(articleKey);
      for (const turn of turns) {
        if (turn.author === 'agent') expect(known(product.agents)).toContain(turn.agentKey);
        else expect(turn.public).toBe(true);
      }
    }
    for (const { articleKey } of stories) if (articleKey !== undefined) expect(known(articles)).toContain(articleKey);
  });

  it('repeats no conversation and no first message, and leaves no slot unfilled', () => {
    expect(hasRepeats(conversations.map(({ turns }) => turns.map(({ text }) => text).join('\n')))).toBe(false);
    expect(hasRepeats(conversations.map(({ turns }) => turns[0]?.text ?? ''))).toBe(false);
    for (const { key, subject, turns } of conversations.filter(
      ({ story }) => !['injection', 'nonsense'].includes(story),
    )) {
      for (const text of [subject, ...turns.map((turn) => turn.text)])
        expect(text, key).not.toMatch(/[{}[\]]|undefined/);
    }
  });

  it('has at least 3 organizations and 2 agents in every story that is real', () => {
    for (const { key, expect: expected } of stories.filter((story) => story.expect !== 'nothing')) {
      expect(organizationsOf(of(key)), `${key}: ${expected}`).toBeGreaterThanOrEqual(3);
      expect(agentsOf(of(key)), key).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('the storylines', () => {
  it('lets the import article go stale: it says the old, agents say the new in ten conversations or more', () => {
    const story = stories.find(({ key }) => key === 'stale_import');
    const facts = [{ wrong: story?.wrong ?? '', right: story?.right ?? '' }, ...(story?.alsoStale ?? [])];
    expect(facts).toHaveLength(3);
    for (const { wrong, right } of facts) {
      expect(article(story?.articleKey)).toContain(wrong);
      expect(article(story?.articleKey)).not.toContain(right);
    }
    for (const right of ['2,000 rows', 'People > Staff > Import', 'Click Match columns']) {
      const tellers = of('stale_import').filter((conversation) =>
        said(conversation, 'agent').toLowerCase().includes(right.toLowerCase()),
      );
      expect(tellers.length, right).toBeGreaterThanOrEqual(10);
      expect(agentsOf(tellers), right).toBeGreaterThanOrEqual(3);
      expect(organizationsOf(tellers), right).toBeGreaterThanOrEqual(8);
    }
    for (const old of ['500 rows', 'Settings > Team > Import', 'Validate file']) {
      expect(
        of('stale_import').some((conversation) => said(conversation, 'agent').includes(old)),
        old,
      ).toBe(false);
      expect(
        of('covered').filter((conversation) => said(conversation, 'agent').includes(old)).length,
      ).toBeGreaterThanOrEqual(3);
    }
  });

  it('ships the calendar feed without an article: twelve conversations of eight organizations, steps in order', () => {
    const told = of('calendar_feed');
    expect(told.length).toBeGreaterThanOrEqual(12);
    expect(organizationsOf(told)).toBeGreaterThanOrEqual(8);
    expect(articles.some(({ bodyHtml }) => /calendar feed/i.test(bodyHtml))).toBe(false);
    const marks = [
      'my calendar',
      'on calendar feed',
      'locations you want',
      'copy feed link',
      'paste the link',
      'four hours',
    ];
    for (const mark of marks) {
      expect(told.filter((one) => said(one, 'agent').toLowerCase().includes(mark)).length, mark).toBeGreaterThanOrEqual(
        9,
      );
    }
    for (const { key, turns } of told) {
      const answer =
        turns.find(({ author, text }) => author === 'agent' && text.includes('My calendar'))?.text.toLowerCase() ?? '';
      const places = marks.map((mark) => answer.indexOf(mark)).filter((place) => place >= 0);
      expect(places.length, key).toBeGreaterThanOrEqual(4);
      expect(places, key).toEqual(places.toSorted((a, b) => a - b));
    }
  });

  it('has a second, smaller topic without an article', () => {
    expect(of('public_holidays').length).toBeGreaterThanOrEqual(4);
    expect(of('public_holidays').length).toBeLessThan(of('calendar_feed').length);
    expect(articles.some(({ bodyHtml }) => /holiday calendar|public holiday/i.test(bodyHtml))).toBe(false);
  });

  it('lets customers say geofence, which no article does, and agents answer with the article', () => {
    expect(
      articles.some(({ title, labels, bodyHtml }) => /geo-?fenc|\bgps\b/i.test([title, ...labels, bodyHtml].join(' '))),
    ).toBe(false);
    const askers = of('geofence').filter((conversation) => /geofenc/i.test(said(conversation, 'customer')));
    expect(organizationsOf(askers)).toBeGreaterThanOrEqual(5);
    expect(
      of('geofence').filter((conversation) => /clock-in zone/i.test(said(conversation, 'agent'))).length,
    ).toBeGreaterThanOrEqual(6);
    expect(
      of('geofence').filter((conversation) => said(conversation, 'agent').includes('articles/clock-in-zones')).length,
    ).toBeGreaterThanOrEqual(3);
  });

  it('bursts: one defect within four hours', () => {
    const times = of('clock_out_crash').map(({ at }) => Date.parse(at));
    expect(times.length).toBeGreaterThanOrEqual(8);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(4 * 3_600_000);
    for (const conversation of of('clock_out_crash')) expect(said(conversation, 'agent')).toMatch(/defect/);
  });

  it('has one customer who writes fifteen times and gets the same answer', () => {
    expect(of('moon_phases')).toHaveLength(15);
    expect(new Set(of('moon_phases').map(({ customer }) => customer)).size).toBe(1);
    for (const conversation of of('moon_phases')) expect(said(conversation, 'agent')).toContain('Day notes');
  });

  it('has nonsense of 64 KB, injected instructions and two conversations in German', () => {
    expect(Math.max(...of('nonsense').flatMap(({ turns }) => turns.map(({ text }) => text.length)))).toBeGreaterThan(
      64_000,
    );
    expect(
      of('injection')
        .map((conversation) => said(conversation, 'customer'))
        .join('\n'),
    ).toMatch(/ignore all previous instructions/i);
    expect(of('injection').some((conversation) => said(conversation, 'customer').includes('<script>'))).toBe(true);
    expect(of('german')).toHaveLength(2);
    expect(of('needs_action').length).toBeGreaterThanOrEqual(5);
  });

  it('has personal data in the turns of customers and agents, quoted mail, signatures and private notes', () => {
    const customerText = conversations.map((conversation) => said(conversation, 'customer'));
    const agentText = conversations.map((conversation) => said(conversation, 'agent'));
    const count = (texts: string[], pattern: RegExp): number => texts.filter((text) => pattern.test(text)).length;
    expect(count(customerText, /07700 900|7946 0|496 0\d|212-555-01|7700 900/)).toBeGreaterThan(20);
    expect(count(customerText, /@[a-z-]+\.example/)).toBeGreaterThan(15);
    expect(count(customerText, /4111 1111|4242 4242|5555-5555|3782822/)).toBeGreaterThan(2);
    expect(count(customerText, /GB33 BUKB|DE89 3704|FR14200/)).toBeGreaterThan(2);
    expect(count(customerText, /slm_live_/)).toBeGreaterThan(2);
    expect(count(customerText, /^> /m)).toBeGreaterThan(20);
    expect(count(agentText, /@[a-z-]+\.example|7946 0|7700 900/)).toBeGreaterThan(15);
    const notes = conversations.flatMap(({ turns }) => turns.filter((turn) => !turn.public));
    expect(notes.length).toBeGreaterThan(15);
  });
});
