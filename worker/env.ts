import { z } from 'zod';

const secretKey = z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64 (openssl rand -base64 32)');

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
});
export type Vars = z.infer<typeof varsSchema>;

export interface Bindings {
  DB: D1Database;
  WAKE: Queue<WakeMessage>;
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
  if (problems.length > 0 || !vars.success)
    throw new Error(`the environment is not complete:\n- ${problems.join('\n- ')}`);
  return { ...vars.data, DB: env.DB, WAKE: env.WAKE };
}
