import type { Description } from '../../openapi-operations.ts';
import type { Json } from '../../openapi-schema.ts';

/**
 * What Intercom's description lacks or says in a form that cannot be checked. Written by us: nothing here is copied
 * from it.
 */
type Schema = { [key: string]: Json };

const text: Schema = { type: 'string' };
const integer: Schema = { type: 'integer' };
const id: Schema = { type: ['string', 'integer'] };
const closed = (properties: Schema, required: string[] = []): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const query = (name: string, schema: Schema): Schema => ({ name, in: 'query', schema });
const pages = [query('page', integer), query('per_page', integer)];

/** A filter in a filter in a group is as deep as a search goes; the description's own schema contains itself. */
const filter = closed(
  {
    field: text,
    operator: { enum: ['=', '!=', 'IN', 'NIN', '<', '<=', '>', '>=', '~', '!~', '^', '$'] },
    value: {},
  },
  ['field', 'operator', 'value'],
);
const group = (child: Schema): Schema =>
  closed({ operator: { enum: ['AND', 'OR'] }, value: { type: 'array', items: child, minItems: 1, maxItems: 15 } }, [
    'operator',
    'value',
  ]);
const search = (more: Schema = {}): Json =>
  closed(
    {
      query: { anyOf: [filter, group({ anyOf: [filter, group(filter)] })] },
      pagination: closed({
        per_page: { type: 'integer', minimum: 1, maximum: 150 },
        starting_after: { type: 'string', nullable: true },
      }),
      ...more,
    },
    ['query'],
  );

const sort = closed({ field: text, order: { enum: ['ascending', 'descending'] } });

/** The two variants share a base, which closes each of them to the other's members. Ids are text or numbers. */
const urls: Schema = { type: 'array', items: { type: 'string', format: 'uri' }, maxItems: 10 };
const options: Schema = { type: 'array', items: closed({ text, uuid: text }, ['text', 'uuid']) };
const reply = (): Json => ({
  anyOf: [
    closed(
      {
        type: { enum: ['admin'] },
        message_type: { enum: ['comment', 'note', 'quick_reply'] },
        admin_id: id,
        body: text,
        created_at: integer,
        reply_options: options,
        attachment_urls: urls,
        skip_notifications: { type: 'boolean' },
      },
      ['type', 'message_type', 'admin_id'],
    ),
    closed(
      {
        type: { enum: ['user'] },
        message_type: { enum: ['comment', 'quick_reply'] },
        intercom_user_id: text,
        email: text,
        user_id: text,
        body: text,
        created_at: integer,
        reply_options: options,
        attachment_urls: urls,
      },
      ['type', 'message_type', 'body'],
    ),
  ],
});

const token = closed({ code: text, client_id: text, client_secret: text }, ['code', 'client_id', 'client_secret']);

export const INTERCOM_DESCRIPTION: Description = {
  files: ['intercom-openapi.yaml'],
  listQuery: [],
  /** Paging stands in the `pages` of the answers, not always among the parameters. */
  extraQuery: {
    'GET /articles': pages,
    'GET /articles/search': pages,
    'GET /help_center/collections': pages,
    'GET /internal_articles': pages,
    'GET /contacts': [query('per_page', integer), query('starting_after', text)],
    'GET /conversations/deleted': pages,
  },
  requestCorrections: {
    'POST /conversations/search': () => search(),
    'POST /contacts/search': () => search({ sort }),
    'POST /tickets/search': () => search(),
    'POST /conversations/{conversation_id}/reply': reply,
  },
  /** OAuth stands in prose ("Setting up OAuth"). */
  extraOperations: {
    '/oauth': {
      get: {
        parameters: [
          { ...query('client_id', text), required: true },
          { ...query('state', text), required: true },
          query('redirect_uri', text),
        ],
      },
    },
    '/auth/eagle/token': { post: { requestBody: { content: { 'application/json': { schema: token } } } } },
  },
};
