import type { Description } from './openapi-operations.ts';
import { isObject, type Json } from './openapi-schema.ts';

/**
 * What the vendor's descriptions lack or contradict, each with where we have it from. Written by us: nothing here is
 * copied from them.
 */
type Schema = { [key: string]: Json };

const text: Schema = { type: 'string' };
const flag: Schema = { type: 'boolean' };
const integer: Schema = { type: 'integer' };
const list = (items: Schema): Schema => ({ type: 'array', items });
const closed = (properties: Schema, required: string[] = []): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

/** "Pagination" and "Sorting" stand in the prose of the lists, not always among their parameters. */
const LIST_QUERY: Schema[] = [
  ...['page[size]', 'page[after]', 'page[before]', 'page', 'per_page'].map((name) => query(name, {})),
  ...['sort', 'sort_by', 'sort_order', 'include'].map((name) => query(name, text)),
];

function query(name: string, schema: Schema): Schema {
  return { name, in: 'query', schema };
}

/** Parameters that stand in the prose of an operation only. */
const EXTRA_QUERY: Record<string, Schema[]> = {
  'GET /api/v2/satisfaction_ratings': [query('score', text), query('start_time', integer), query('end_time', integer)],
};

const translation = (required: string[]): Schema =>
  closed({ translation: closed({ locale: text, title: text, body: text, draft: flag, outdated: flag }, required) }, [
    'translation',
  ]);

const segments: Schema = {
  user_segment_id: { type: 'integer', nullable: true },
  user_segment_ids: list(integer),
};
const metadata: Schema = {
  promoted: flag,
  position: integer,
  comments_disabled: flag,
  label_names: list(text),
  content_tag_ids: list(text),
  permission_group_id: integer,
  section_id: integer,
  ...segments,
};

const tokenRequest: Schema = closed(
  {
    grant_type: { enum: ['authorization_code', 'refresh_token', 'client_credentials'] },
    code: text,
    client_id: text,
    client_secret: text,
    redirect_uri: text,
    code_verifier: text,
    refresh_token: text,
    scope: text,
    expires_in: { type: 'integer', minimum: 300, maximum: 172_800 },
    refresh_token_expires_in: { type: 'integer', minimum: 604_800, maximum: 7_776_000 },
  },
  ['grant_type', 'client_id'],
);

/** Bodies the descriptions give no schema for, or one that their own prose contradicts. */
const REQUEST_CORRECTIONS: Record<string, (described: Json) => Json> = {
  'PUT /api/v2/help_center/articles/{article_id}/translations/{locale}': () => translation([]),
  'POST /api/v2/help_center/articles/{article_id}/translations': () => translation(['locale', 'title']),
  'PUT /api/v2/help_center/articles/{article_id}': () => closed({ article: closed(metadata) }, ['article']),
  'PUT /api/v2/help_center/{locale}/articles/{article_id}': () => closed({ article: closed(metadata) }, ['article']),
  // The request lists five members and no null segment; the article it makes has them all, and null is "everyone".
  'POST /api/v2/help_center/sections/{section_id}/articles': createArticle,
  'POST /api/v2/help_center/{locale}/sections/{section_id}/articles': createArticle,
  'POST /api/v2/help_center/articles/{article_id}/labels': () =>
    closed({ label: closed({ name: text }, ['name']) }, ['label']),
  // `additional_tags` and `remove_tags` are documented for bulk updates and work on one ticket too.
  'PUT /api/v2/tickets/{ticket_id}': (described) =>
    withProperties(described, 'ticket', { additional_tags: list(text), remove_tags: list(text) }),
  'POST /oauth/tokens': () => tokenRequest,
};

function createArticle(): Json {
  const properties = { title: text, body: text, locale: text, draft: flag, author_id: integer, ...metadata };
  const article = closed(properties, ['title', 'locale', 'permission_group_id']);
  const oneSegment = { anyOf: [{ required: ['user_segment_id'] }, { required: ['user_segment_ids'] }] };
  return closed({ article: { ...article, ...oneSegment }, notify_subscribers: flag }, ['article']);
}

function withProperties(schema: Json, member: string, added: Schema): Json {
  if (!isObject(schema) || !isObject(schema.properties)) return schema;
  const inner = schema.properties[member];
  if (!isObject(inner) || !isObject(inner.properties)) return schema;
  const extended = { ...inner, properties: { ...inner.properties, ...added } };
  return { ...schema, properties: { ...schema.properties, [member]: extended } };
}

const webhook = (required: string[]): Schema =>
  closed(
    {
      webhook: closed(
        {
          name: text,
          endpoint: { type: 'string', format: 'uri' },
          http_method: { enum: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] },
          request_format: { enum: ['json', 'xml', 'form_encoded'] },
          status: { enum: ['active', 'inactive'] },
          subscriptions: list(text),
          authentication: { type: 'object' },
          custom_headers: { type: 'object' },
          description: text,
        },
        required,
      ),
    },
    ['webhook'],
  );
const json = (schema: Schema): Schema => ({ requestBody: { content: { 'application/json': { schema } } } });
const allFields = ['name', 'endpoint', 'http_method', 'request_format', 'status'];

/**
 * Paths the descriptions do not have at all: webhooks (Zendesk's webhook documentation), the consent page, permission
 * groups, installed apps.
 */
const EXTRA_OPERATIONS: Schema = {
  '/api/v2/webhooks': { get: {}, post: json(webhook(allFields)) },
  '/api/v2/webhooks/test': { post: { parameters: [query('webhook_id', text)], ...json({}) } },
  '/api/v2/webhooks/{webhook_id}': { get: {}, put: json(webhook(allFields)), patch: json(webhook([])), delete: {} },
  '/api/v2/webhooks/{webhook_id}/signing_secret': { get: {}, post: {} },
  '/api/v2/guide/permission_groups': { get: {} },
  '/api/v2/apps/installations/{installation_id}': { get: {} },
  '/api/v2/apps/{app_id}/public_key.pem': { get: {} },
  '/oauth/authorizations/new': {
    get: {
      parameters: [
        { ...query('response_type', { enum: ['code'] }), required: true },
        { ...query('client_id', text), required: true },
        { ...query('redirect_uri', text), required: true },
        ...['scope', 'state', 'code_challenge', 'code_challenge_method'].map((name) => query(name, text)),
      ],
    },
  },
};

export const ZENDESK_DESCRIPTION: Description = {
  files: ['zendesk-support-oas.yaml', 'zendesk-help-center-oas.yaml'],
  listQuery: LIST_QUERY,
  extraQuery: EXTRA_QUERY,
  requestCorrections: REQUEST_CORRECTIONS,
  extraOperations: EXTRA_OPERATIONS,
};
