declare namespace Cloudflare {
  /** What a test in workerd finds in its environment: the worker's own, and the migrations to apply. */
  interface Env {
    [name: string]: unknown;
    DB: D1Database;
    WAKE: Queue<{ tenant: string }>;
    API_TOKEN: string;
    PERSON_KEY: string;
    TEST_MIGRATIONS: import('cloudflare:test').D1Migration[];
  }
  interface GlobalProps {
    mainModule: typeof import('../../worker/index.ts');
  }
}
