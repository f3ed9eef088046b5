import { z } from 'zod';
import { DAY_MS, HOUR_MS } from '../shared/time.ts';

const secretKey = z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64 (openssl rand -base64 32)');

/** The only frame of the apps in production. */
const ZENDESK_FRAMES = 'https://*.zendesk.com';
/** Frames of a sandbox: this machine's, in plain HTTP, at any port. */
const LOCAL_FRAME = /^http:\/\/(127\.0\.0\.1|localhost):(\d{1,5}|\*)$/;

/** Goes into a header as it is. */
const header = z.string().regex(/^[\x20-\x7e]{1,200}$/, 'must be printable ASCII');

const cap = z.coerce.number().int().min(0).max(1_000_000_000);

/** Vars and secrets; bindings are checked for presence by name. */
const varsSchema = z.object({
  /** Bearer token of the operator's API. */
  API_TOKEN: z.string().min(24, 'must have at least 24 characters'),
  /** Seals tokens and webhook secrets at rest. */
  SEAL_KEY: secretKey,
  /** Hashes the ids of people. */
  PERSON_KEY: secretKey,
  /** Where helpdesks reach this worker, without a slash at the end. */
  PUBLIC_URL: z.url(),
  /** `wall` in production; `driver` where a sandbox or a replay owns event time. */
  EVENT_CLOCK: z.enum(['wall', 'driver']).default('wall'),
  /** How long a conversation must be quiet before it is read again, in ms of event time. */
  SETTLE_MS: z.coerce.number().int().min(0).max(600_000).default(20_000),
  /** A helpdesk's base URL may be this one on the loopback address; for the sandbox alone. */
  ALLOW_LOOPBACK: z.enum(['no', 'yes']).default('no'),
  /** Who may frame the apps. Zendesk alone, but in a sandbox (`ALLOW_LOOPBACK`) its own pages, parted by a space. */
  FRAME_ANCESTORS: z.string().default(ZENDESK_FRAMES),
  /** The Zendesk app's id where it is the same in every account, as from the marketplace. */
  ZENDESK_APP_ID: z
    .string()
    .regex(/^\d{1,20}$/, 'must be a number')
    .optional(),
  /** Zendesk's OAuth client; without a secret it is a public one and PKCE alone protects it. None: accounts are connected by token. */
  ZENDESK_CLIENT_ID: z.string().min(1).max(200).optional(),
  ZENDESK_CLIENT_SECRET: z.string().min(1).optional(),
  /** What a Marketplace app says of itself with every request to Zendesk: all three, or none. */
  ZENDESK_MARKETPLACE_NAME: header.optional(),
  ZENDESK_MARKETPLACE_ORGANIZATION_ID: header.optional(),
  ZENDESK_MARKETPLACE_APP_ID: header.optional(),
  /** Whether customers may be answered in public without a person; by default not in a Marketplace build, whose rules a person settles. */
  PUBLIC_ANSWERS: z.enum(['yes', 'no']).optional(),
  /** The Intercom app's id; none: workspaces are connected by token. */
  INTERCOM_CLIENT_ID: z.string().min(1).max(200).optional(),
  /** The Intercom app's secrets, the one before while it is rotated out; without any, no Intercom webhook is accepted. */
  INTERCOM_CLIENT_SECRET: z.string().min(1).optional(),
  INTERCOM_CLIENT_SECRET_PREVIOUS: z.string().min(1).optional(),
  /** GitHub's API where it is not github.com's: a sandbox's, or a company's own server. */
  GITHUB_API_URL: z.url().optional(),
  /** Linear's API where it is not linear.app's: a sandbox's. */
  LINEAR_API_URL: z.url().optional(),
  /** An OpenAI-compatible endpoint, its pinned model id and its key: all three, or none for the builtin engine alone. */
  MODEL_BASE_URL: z.string().min(1).optional(),
  MODEL_ID: z.string().min(1).optional(),
  MODEL_KEY: z.string().min(1).optional(),
  /**
   * What turns texts into vectors: the model that ships with the worker, Workers AI by the binding `AI`, an OpenAI-compatible
   * endpoint, or nothing. Not set: the endpoint where `EMBEDDING_ID` is, else nothing.
   */
  EMBEDDER: z.enum(['static', 'workers-ai', 'endpoint', 'none']).optional(),
  /** The pinned id of the embedding model of an endpoint or of Workers AI, and the length of its vectors. */
  EMBEDDING_ID: z.string().min(1).optional(),
  EMBEDDING_DIMENSIONS: z.coerce.number().int().min(1).max(1_536).default(384),
  /** The endpoint of the embedding model and its key, where they are not the model's. */
  EMBEDDING_BASE_URL: z.string().min(1).optional(),
  EMBEDDING_KEY: z.string().min(1).optional(),
  /** A call that takes longer is given up, in ms. */
  MODEL_TIMEOUT_MS: z.coerce.number().int().min(1).max(45_000).default(20_000),
  /** How long a draft waits for an endpoint that is down before the builtin wording stands, in ms. */
  MODEL_PATIENCE_MS: z.coerce.number().int().min(1).max(DAY_MS).default(HOUR_MS),
  /** How the endpoint is asked for structured output; not every compatible server knows the first. */
  MODEL_OUTPUT: z.enum(['jsonSchema', 'functionCalling', 'jsonMode']).default('jsonSchema'),
  /** Spending caps of a day (UTC), of one tenant and of all together. */
  MODEL_TENANT_CALLS: cap.default(200),
  MODEL_TENANT_TOKENS: cap.default(1_000_000),
  MODEL_GLOBAL_CALLS: cap.default(5_000),
  MODEL_GLOBAL_TOKENS: cap.default(20_000_000),
});

/** What is wrong with who may frame the apps; null where nothing is. */
function wrongFrames({ FRAME_ANCESTORS: frames, ALLOW_LOOPBACK }: Pick<Vars, 'FRAME_ANCESTORS' | 'ALLOW_LOOPBACK'>) {
  if (frames === ZENDESK_FRAMES) return null;
  const isLocal = ALLOW_LOOPBACK === 'yes' && frames.split(' ').every((frame) => LOCAL_FRAME.test(frame));
  return isLocal ? null : `FRAME_ANCESTORS: must be ${ZENDESK_FRAMES}; pages of this machine only with ALLOW_LOOPBACK`;
}

const MODEL_TRIO = ['MODEL_BASE_URL', 'MODEL_ID', 'MODEL_KEY'] as const;
const MARKETPLACE_TRIO = [
  'ZENDESK_MARKETPLACE_NAME',
  'ZENDESK_MARKETPLACE_ORGANIZATION_ID',
  'ZENDESK_MARKETPLACE_APP_ID',
] as const;

/** What is missing of names that belong together: nothing where all are set, or none. */
function missingOf(env: Env, names: readonly string[], what: string): string[] {
  const missing = names.filter((name) => env[name] === undefined);
  if (missing.length === names.length) return [];
  return missing.map((name) => `${name}: ${what} needs ${names.join(', ')}, or none of them`);
}

/** What the embedder that is named lacks; nothing where none is. */
function wrongEmbedder(env: Env): string[] {
  const named = env.EMBEDDER ?? (env.EMBEDDING_ID === undefined ? 'none' : 'endpoint');
  if (named === 'static' && !env.ASSETS) return ['EMBEDDER: the static model is among the assets (binding ASSETS)'];
  if (named === 'workers-ai' && (!env.AI || env.EMBEDDING_ID === undefined))
    return ['EMBEDDER: Workers AI needs the binding AI and EMBEDDING_ID'];
  if (named !== 'endpoint') return [];
  const isWhole =
    env.EMBEDDING_ID !== undefined && ['BASE_URL', 'KEY'].every((n) => env[`EMBEDDING_${n}`] ?? env[`MODEL_${n}`]);
  return isWhole ? [] : ['EMBEDDING_ID: an embedding model needs MODEL_BASE_URL and MODEL_KEY, or EMBEDDING_ ones'];
}

export type Vars = z.infer<typeof varsSchema>;

export interface Bindings {
  DB: D1Database;
  WAKE: Queue<WakeMessage>;
  /** The built apps; absent where they are not built. */
  ASSETS?: Fetcher;
  /** An index of the embedding model's length; without it vectors are in D1. */
  VECTORIZE?: Vectorize;
  /** Workers AI, for its embedding models. */
  AI?: { run(model: string, input: { text: string[] }): Promise<unknown> };
}

/** What a queue message says: this tenant has due rows. The rows are in D1. */
export interface WakeMessage {
  tenant: string;
}

export type Env = Bindings & Record<string, unknown>;

/** The environment, whole and typed; throws with the list of everything that is missing or malformed. */
export function parseEnv(env: Env): Bindings & Vars {
  const problems = (['DB', 'WAKE'] as const).filter((name) => !env[name]).map((name) => `${name}: binding is missing`);
  const vars = varsSchema.safeParse(env);
  if (!vars.success) problems.push(...vars.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const frames = vars.success ? wrongFrames(vars.data) : null;
  if (frames) problems.push(frames);
  problems.push(...missingOf(env, MODEL_TRIO, 'a model'), ...missingOf(env, MARKETPLACE_TRIO, 'a Marketplace app'));
  if (env.ZENDESK_CLIENT_SECRET !== undefined && env.ZENDESK_CLIENT_ID === undefined)
    problems.push('ZENDESK_CLIENT_ID: the client secret belongs to one');
  if (env.INTERCOM_CLIENT_ID !== undefined && env.INTERCOM_CLIENT_SECRET === undefined)
    problems.push('INTERCOM_CLIENT_SECRET: an Intercom app has one');
  problems.push(...wrongEmbedder(env));
  if (problems.length > 0 || !vars.success)
    throw new Error(`the environment is not complete:\n- ${problems.join('\n- ')}`);
  const { DB, WAKE, ASSETS, VECTORIZE, AI } = env;
  return {
    ...vars.data,
    DB,
    WAKE,
    ...(ASSETS ? { ASSETS } : {}),
    ...(VECTORIZE ? { VECTORIZE } : {}),
    ...(AI ? { AI } : {}),
  };
}

/** What the deployment says of public answers, else whether it is no Marketplace build. */
export function mayAnswer(vars: Vars): boolean {
  return vars.PUBLIC_ANSWERS === undefined ? marketplaceOf(vars) === null : vars.PUBLIC_ANSWERS === 'yes';
}

/** What a Marketplace build says of itself to Zendesk; null where it is none. */
export function marketplaceOf(vars: Vars) {
  const { ZENDESK_MARKETPLACE_NAME: name, ZENDESK_MARKETPLACE_ORGANIZATION_ID: organizationId } = vars;
  const appId = vars.ZENDESK_MARKETPLACE_APP_ID;
  return name && organizationId && appId ? { name, organizationId, appId } : null;
}
