import type { Mend } from '../../sandbox/mend/mend.ts';
import { type ModelServer, startModelServer } from '../../sandbox/models/server.ts';
import type { ReplayArguments } from './arguments.ts';

/** The model of a replay: variables that lead the worker to it, and what was asked of it. */
export interface ReplayModel {
  vars: Record<string, string>;
  /** Chat calls that reached it, and tokens that the worker booked. */
  spent(mend: Mend): Promise<{ calls: number; tokens: number }>;
  close(): Promise<void>;
}

/** Short: a double answers at once or never, and nobody learns anything from waiting for it. */
const TIMES = { MODEL_TIMEOUT_MS: '400', MODEL_PATIENCE_MS: '300' };

/** Starts the double that the replay names; for the builtin engine nothing is started and nothing set. */
export async function startReplayModel(kind: ReplayArguments['model']): Promise<ReplayModel> {
  const server: ModelServer | null = kind === 'builtin' ? null : await startModelServer(kind);
  return {
    vars: server ? { ...TIMES, MODEL_BASE_URL: server.url, MODEL_ID: `double-${kind}`, MODEL_KEY: 'sandbox' } : {},
    async spent(mend) {
      if (!server) return { calls: 0, tokens: 0 };
      const db = await mend.database();
      const row = await db
        .prepare("SELECT SUM(tokens) AS tokens FROM model_spend WHERE tenant = ''")
        .first<{ tokens: number | null }>();
      const calls = server.prompts.filter(({ path }) => path === '/v1/chat/completions').length;
      return { calls, tokens: row?.tokens ?? 0 };
    },
    close: async () => server?.close(),
  };
}
