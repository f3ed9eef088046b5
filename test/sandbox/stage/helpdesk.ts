import { articles, articleUrl, product } from '../seed/index.ts';
import type { Zendesk } from '../zendesk/driver.ts';

/** The articles were written this long before the first conversation. */
const HELP_CENTER_AGE_MS = 60 * 24 * 3_600_000;

/** Who of the product's agents leads the team. */
const LEADS = ['leila'];

/** The product's people and articles as the simulated Zendesk knows them. */
export interface Helpdesk {
  /** Vendor ids by the seed's keys. */
  agents: Map<string, number>;
  customers: Map<string, number>;
  articles: Map<string, number>;
  /** Groups by name. */
  groups: Map<string, number>;
  /** A text of the seed with its links to articles leading to where they are here. */
  localised(text: string): string;
}

/** Fills a simulated Zendesk with the product as it stood before the first conversation. */
export function seedHelpdesk(zendesk: Zendesk, start: number): Helpdesk {
  const at = start - HELP_CENTER_AGE_MS;
  const agents = new Map(
    product.agents.map(({ key, name, email, role }) => [key, zendesk.addUser({ name, email, role, at }).id]),
  );
  addTeam(zendesk, agents, at);
  const organizations = new Map(
    product.organizations.map(({ key, name, domain, plan }) => [
      key,
      zendesk.addOrganization({ name, domains: [domain], fields: { plan }, at }).id,
    ]),
  );
  const customers = new Map(
    product.customers.map(({ key, name, email, org }) => {
      const organization = org === null ? null : (organizations.get(org) ?? null);
      return [key, zendesk.addUser({ name, email, organization, at }).id];
    }),
  );
  const made = writeArticles(zendesk, at);
  const localised = (text: string) => withLinks(text, zendesk, made);
  for (const id of made.values()) zendesk.humanEditArticle({ article: id, edit: localised, at });
  return { agents, customers, articles: made, groups: addGroups(zendesk), localised };
}

/** The group that every account begins with, and one that some questions belong to. */
function addGroups(zendesk: Zendesk): Map<string, number> {
  zendesk.addGroup('Billing');
  return new Map([...zendesk.world.groups.values()].map(({ id, name }) => [name, id]));
}

/** Who leads and who only reads along, as custom roles of the account say. */
function addTeam(zendesk: Zendesk, agents: Map<string, number>, at: number): void {
  const lead = zendesk.addCustomRole({ name: 'Team lead', forum_access: 'full' });
  const light = zendesk.addCustomRole({ name: 'Light agent', isLight: true });
  for (const key of LEADS) {
    const user = agents.get(key);
    if (user === undefined) throw new Error(`nobody is called ${key}`);
    zendesk.setStanding({ user, customRoleId: lead.id, at });
  }
  agents.set(
    'noor',
    zendesk.addUser({ name: 'Noor Visser', email: 'noor@shiftloom.example', role: 'agent', customRole: light, at }).id,
  );
}

function writeArticles(zendesk: Zendesk, at: number): Map<string, number> {
  const sections = new Map(product.sections.map(({ key, name }) => [key, zendesk.addSection({ name, at })]));
  return new Map(
    articles.map(({ key, section: sectionKey, title, labels, bodyHtml: body }) => {
      const section = sections.get(sectionKey);
      if (!section) throw new Error(`article ${key} is in no section`);
      return [key, zendesk.addArticle({ section, title, labels, body, at, isSilent: true }).id];
    }),
  );
}

const ARTICLE_LINK = new RegExp(`${articleUrl('').replaceAll('.', '\\.')}([a-z0-9-]+)`, 'g');

function withLinks(text: string, zendesk: Zendesk, made: Map<string, number>): string {
  const { subdomain, defaultLocale } = zendesk.account;
  return text.replace(ARTICLE_LINK, (link, key: string) => {
    const id = made.get(key);
    return id === undefined ? link : `https://${subdomain}.zendesk.com/hc/${defaultLocale}/articles/${id}`;
  });
}
