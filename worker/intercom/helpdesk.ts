import type { Tenant } from '../../shared/tenant.ts';
import { Permanent } from '../loop/ports/errors.ts';
import type { ArticleStaging, Helpdesk } from '../loop/ports/helpdesk.ts';
import { changedArticles } from './articles/article-pages.ts';
import { createStaging } from './articles/article-staging.ts';
import { addLabels, archiveArticle, createArticle, writeArticle } from './articles/article-writes.ts';
import {
  type ArticleReader,
  createCollections,
  findArticle,
  listArticleIds,
  readArticle,
} from './articles/articles.ts';
import { createIntercomClient, type IntercomClientOptions } from './client.ts';
import { workspaceBaseUrl } from './connection/regions.ts';
import { answer, assign } from './conversations/answers.ts';
import { type ConversationReader, changedConversations, readConversation } from './conversations/conversations.ts';
import { offerLink } from './conversations/offer-link.ts';
import { createPeople, readMe } from './conversations/people.ts';
import { addTurn } from './conversations/replies.ts';
import type { Kind } from './conversations/search.ts';
import { createBackfill } from './past/backfill.ts';

export interface IntercomHelpdeskOptions extends Omit<IntercomClientOptions, 'baseUrl' | 'token'> {
  tenant: Pick<Tenant, 'baseUrl' | 'locale'>;
  /** The OAuth access token; asked for at each request. */
  token: () => string | Promise<string>;
  /** The app's client secret: what webhooks are signed with. Null where webhooks are none of this instance's business. */
  clientSecret?: string | null;
  /** What counts as a conversation: tickets too, unless the workspace has none. */
  kinds?: readonly Kind[];
  /** The helpdesk's own time in ms; the wall clock unless a sandbox or a replay owns it. */
  eventNow?: () => number;
  /** Lets `http://127.0.0.1:<port>` be a base: the sandbox. */
  allowLocal?: boolean;
}

/** A helpdesk with what Intercom has beyond the port: a stage for edits and a history. */
export interface IntercomHelpdesk extends Helpdesk {
  staging: ArticleStaging;
}

/**
 * The subscription is the app's and is made in the Developer Hub, for every workspace at once and by no API: there is
 * nothing to create. Its secret is the deployment's.
 */
async function ensureWebhook(clientSecret: string | null) {
  if (!clientSecret) throw new Permanent('intercom: the app’s client secret is not configured: INTERCOM_CLIENT_SECRET');
  return { webhookId: 'app', secret: clientSecret };
}

/**
 * The helpdesk of one Intercom workspace. Keeps to half of the rate limit (`share` 1 for a publish that a person waits
 * for); contacts, companies and collection names stay in memory for five minutes.
 */
export function createIntercomHelpdesk({
  tenant,
  clientSecret = null,
  kinds = ['conversations', 'tickets'],
  allowLocal = false,
  eventNow,
  ...options
}: IntercomHelpdeskOptions): IntercomHelpdesk {
  const client = createIntercomClient({ ...options, baseUrl: workspaceBaseUrl(tenant.baseUrl, { allowLocal }) });
  const now = eventNow ?? options.now ?? Date.now;
  const conversations: ConversationReader = { client, people: createPeople(client), kinds, now };
  const articles: ArticleReader = { client, collection: createCollections(client), locale: tenant.locale, now };
  const ownUserId = async () => (await readMe(client)).adminId;
  return {
    canLabel: false,
    takeOddRows: () => client.odd.take(),
    readConversation: (id) => readConversation(conversations, id),
    changedConversations: (cursor, sinceMs) => changedConversations(conversations, cursor, sinceMs),
    solvedPage: createBackfill(conversations),
    addTurn: (id, turn) => addTurn(client, id, turn),
    offerLink: (id, field, url, prefix) => offerLink(client, id, { field, url, prefix }),
    answer: (id, turn) => answer(client, ownUserId, id, turn),
    assign: (id, to) => assign(client, conversations.people, ownUserId, id, to),
    changedArticles: (sinceMs, page) => changedArticles(articles, sinceMs, page),
    listArticleIds: () => listArticleIds(client),
    readArticle: (id, locale) => readArticle(articles, id, locale),
    writeArticle: (id, locale, next) => writeArticle(articles, id, locale, next),
    createArticle: async (article) => createArticle(articles, await ownUserId(), article),
    findArticle: (sectionId, title, sinceMs) => findArticle(articles, sectionId, title, sinceMs),
    addLabels,
    archiveArticle: (id) => archiveArticle(articles, id),
    ownUserId,
    ensureWebhook: () => ensureWebhook(clientSecret),
    staging: createStaging(articles),
  };
}
