import { handedOnAt } from '../handed-on.ts';
import type { Intercom } from '../intercom/driver.ts';
import { articles, product, type SeedConversation, type SeedTurn } from '../seed/index.ts';

/** The articles were written this long before the first conversation. */
const HELP_CENTER_AGE_MS = 60 * 24 * 3_600_000;
const RATING_AFTER_MS = 30 * 60_000;

/** The product's people and articles as the simulated Intercom knows them; vendor ids by the seed's keys. */
export interface Workspace {
  teammates: Map<string, string>;
  contacts: Map<string, string>;
  articles: Map<string, string>;
  /** Teams by name. */
  teams: Map<string, string>;
}

/** One thing that happens in the workspace. */
export interface Act {
  at: number;
  play(): void;
}

/** Fills a simulated Intercom with the product as it stood before the first conversation. */
export function seedWorkspace(intercom: Intercom, start: number): Workspace {
  const at = start - HELP_CENTER_AGE_MS;
  const teammates = product.agents.map(({ key, name, email }) => [key, intercom.addAdmin({ name, email, at }).id]);
  const companies = new Map(
    product.organizations.map(({ key, name, domain: website, plan }) => [
      key,
      intercom.addCompany({ name, website, plan, at }).id,
    ]),
  );
  const contacts = product.customers.map(({ key, name, email, org }) => {
    const company = org === null ? undefined : companies.get(org);
    const row = { name, email, companies: company ? [company] : [], at, isSilent: true };
    return [key, intercom.addContact(row).id];
  });
  const sections = new Map(product.sections.map(({ key, name }) => [key, intercom.addCollection({ name, at }).id]));
  const written = articles.map(({ key, section, title, bodyHtml: body }) => {
    const collection = known(sections, section);
    return [key, intercom.addArticle({ collection, title, body, at, isSilent: true }).id];
  });
  const byKey = (pairs: string[][]) => new Map(pairs as [string, string][]);
  const teams = ['Support', 'Billing'].map((name) => [name, intercom.addTeam({ name }).id]);
  return { teammates: byKey(teammates), contacts: byKey(contacts), articles: byKey(written), teams: byKey(teams) };
}

/** Everything that happens in these conversations, in order of event time. */
export function actsOf(conversations: SeedConversation[], intercom: Intercom, workspace: Workspace): Act[] {
  return conversations
    .flatMap((conversation) => actsOfOne(conversation, intercom, workspace))
    .map((act, i) => ({ act, i }))
    .sort((a, b) => a.act.at - b.act.at || a.i - b.i)
    .map(({ act }) => act);
}

const SOURCE: Record<SeedConversation['channel'], string> = {
  email: 'email',
  web: 'conversation',
  chat: 'conversation',
};

/** Opening, parts, closing, coming back, closing again, rating: as teammates and customers do it in the product. */
function actsOfOne(seed: SeedConversation, intercom: Intercom, { teammates, contacts, teams }: Workspace): Act[] {
  const [opening, ...later] = seed.turns;
  if (!opening) throw new Error(`conversation ${seed.key} is empty`);
  const contact = known(contacts, seed.customer);
  const teammateOf = (turn: SeedTurn) => known(teammates, turn.agentKey ?? '');
  let conversation = '';
  let assignee = '';
  const assignTo = (team: string, at: number) =>
    void intercom.assign({ conversation, team: known(teams, team), by: intercom.admin, at });
  const acts: Act[] = [
    {
      at: Date.parse(opening.at),
      play() {
        const { subject } = seed;
        const source = { contact, subject, body: opening.text, channel: SOURCE[seed.channel], at: opening.at };
        conversation = intercom.openConversation(source).id;
        if (seed.handedOn) assignTo(seed.handedOn.from, Date.parse(opening.at));
      },
    },
  ];
  const { handedOn } = seed;
  if (handedOn) {
    const at = handedOnAt(seed);
    acts.push({ at, play: () => assignTo(handedOn.to, at) });
  }
  for (const turn of later)
    acts.push({
      at: Date.parse(turn.at),
      play() {
        const { at, text: body } = turn;
        const author = turn.author === 'agent' ? teammateOf(turn) : contact;
        if (turn.author === 'agent' && turn.public && author !== assignee) {
          intercom.assign({ conversation, admin: author, by: author, at });
          assignee = author;
        }
        intercom.addPart({ conversation, author, body, isNote: !turn.public, at });
      },
    });
  for (const at of [seed.solvedAt, seed.solvedAgainAt])
    if (at)
      acts.push({
        at: Date.parse(at),
        play: () => void intercom.closeConversation({ conversation, by: assignee, at }),
      });
  if (seed.rating) {
    const at = Date.parse(seed.solvedAgainAt ?? seed.solvedAt) + RATING_AFTER_MS;
    const rating = seed.rating === 'good' ? 5 : 1;
    acts.push({ at, play: () => intercom.rate({ conversation, rating, at }) });
  }
  return acts;
}

function known(ids: Map<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`nothing is called ${key}`);
  return id;
}
