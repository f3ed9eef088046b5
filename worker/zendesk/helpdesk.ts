import type { Tenant } from '../../shared/tenant.ts';
import { tenantBaseUrl } from '../http/host.ts';
import type { Helpdesk } from '../loop/ports/helpdesk.ts';
import { changedArticles } from './articles/article-pages.ts';
import { addLabels, archiveArticle, createArticle, writeArticle } from './articles/article-writes.ts';
import { createSections, findArticle, listArticleIds, readArticle } from './articles/articles.ts';
import { createMacros } from './articles/macros.ts';
import { createZendeskClient, type ZendeskClientOptions } from './client.ts';
import { ensureWebhook } from './connection/webhooks-setup.ts';
import { answer, assign } from './conversations/answers.ts';
import { changedConversations, readConversation, type TicketReader } from './conversations/conversations.ts';
import { offerLink } from './conversations/offer-link.ts';
import { createPeople, readOwnUserId } from './conversations/people.ts';
import { addTurn } from './conversations/replies.ts';
import { createBackfill } from './past/backfill.ts';

export interface ZendeskHelpdeskOptions extends Omit<ZendeskClientOptions, 'baseUrl' | 'token'> {
  tenant: Pick<Tenant, 'subdomain' | 'baseUrl'>;
  /** The OAuth access token; asked for at each request, so that a refreshed one is used at once. */
  token: () => string | Promise<string>;
  /** Users who are programs: AI agents, integrations, the user our token acts as. What they write is no agent's word. */
  botIds?: Iterable<string>;
  /** The helpdesk's own time in ms, by which its exports go; the wall clock unless a sandbox or a replay owns it. */
  eventNow?: () => number;
  /** Lets `http://127.0.0.1:<port>` be a base: the sandbox. */
  allowLocal?: boolean;
}

/**
 * The helpdesk of one Zendesk account. Keeps to half of the account's rate limit (`share` 1 for a publish that a person
 * waits for); users, organizations and section names stay in memory as long as the instance.
 */
export function createZendeskHelpdesk({
  tenant,
  botIds = [],
  allowLocal = false,
  eventNow,
  ...options
}: ZendeskHelpdeskOptions): Helpdesk {
  const client = createZendeskClient({
    ...options,
    baseUrl: tenantBaseUrl(tenant.baseUrl, tenant.subdomain, { allowLocal }),
  });
  const tickets: TicketReader = {
    client,
    people: createPeople(client),
    botIds: new Set(botIds),
    now: eventNow ?? options.now ?? Date.now,
  };
  const articles = { client, sections: createSections(client), now: tickets.now };
  return {
    canLabel: true,
    takeOddRows: () => client.odd.take(),
    readConversation: (id) => readConversation(tickets, id),
    changedConversations: (cursor, sinceMs) => changedConversations(tickets, cursor, sinceMs),
    solvedPage: createBackfill(tickets),
    addTurn: (id, turn) => addTurn(client, id, turn),
    offerLink: (id, field, url, prefix) => offerLink(client, id, { field, url, prefix }),
    answer: (id, turn) => answer(client, id, turn),
    assign: (id, to) => assign(client, tickets.people, id, to),
    changedArticles: (sinceMs, page) => changedArticles(articles, sinceMs, page),
    listArticleIds: () => listArticleIds(client),
    readArticle: (id, locale) => readArticle(articles, id, locale),
    writeArticle: (id, locale, next) => writeArticle(client, id, locale, next),
    createArticle: (article) => createArticle(client, article),
    findArticle: (sectionId, title, sinceMs) => findArticle(articles, sectionId, title, sinceMs),
    addLabels: (id, labels) => addLabels(client, id, labels),
    archiveArticle: (id) => archiveArticle(client, id),
    ownUserId: () => readOwnUserId(client),
    ensureWebhook: (endpoint) => ensureWebhook(client, endpoint),
    macros: createMacros(client),
  };
}
