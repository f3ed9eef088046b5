import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { perform } from './answer.ts';
import { embeddingsAnswer } from './embeddings.ts';
import { goodAnswer } from './good.ts';
import { type Deed, HOSTILE_MODES, hostileDeed } from './hostile.ts';
import { obedientAnswer } from './obedient.ts';
import { type Asked, readRequest } from './prompt.ts';
import { seededRandom } from './random.ts';
import { sloppyAnswer } from './sloppy.ts';

/** Longer than a busy test lets a connection rest: a closed one would look like an endpoint that is down. */
const KEEP_ALIVE_MS = 120_000;

export const MODEL_KINDS = ['good', 'sloppy', 'obedient', 'hostile'] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];

/** One request as it came in. `mode` is what the hostile double did with it. */
export interface RecordedPrompt {
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  mode: string | null;
}

export interface ModelServer {
  /** The base URL, with `/v1`. */
  url: string;
  prompts: RecordedPrompt[];
  close(): Promise<void>;
}

/**
 * An OpenAI-compatible endpoint on 127.0.0.1 with one of four tempers. The same seed and requests give the same
 * answers. `modes` narrows what the hostile one chooses from.
 */
export async function startModelServer(
  kind: ModelKind,
  options: { seed?: number; modes?: readonly string[] } = {},
): Promise<ModelServer> {
  const random = seededRandom(options.seed ?? 1);
  const modes = options.modes ?? HOSTILE_MODES;
  const prompts: RecordedPrompt[] = [];

  function deedOf(asked: Asked, recorded: RecordedPrompt): Deed {
    if (kind === 'good') return { kind: 'say', content: JSON.stringify(goodAnswer(asked)) };
    if (kind === 'sloppy') return { kind: 'say', content: JSON.stringify(sloppyAnswer(asked, random)) };
    if (kind === 'obedient') return { kind: 'say', content: JSON.stringify(obedientAnswer(asked, random)) };
    recorded.mode = modes[Math.floor(random() * modes.length)] ?? 'not_json';
    return hostileDeed(recorded.mode, asked);
  }

  const server = createServer(async (request, response) => {
    const refuse = (status: number, message: string) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { message } }));
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const recorded: RecordedPrompt = {
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
        mode: null,
      };
      prompts.push(recorded);
      if (request.method !== 'POST') return refuse(405, 'only POST');
      if (recorded.path === '/v1/embeddings')
        return response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify(embeddingsAnswer(recorded.body)));
      if (recorded.path !== '/v1/chat/completions') return refuse(404, 'no such path');
      const asked = readRequest(recorded.body);
      return perform(response, asked, deedOf(asked, recorded));
    } catch (error) {
      if (response.headersSent) return response.destroy();
      return refuse(400, error instanceof Error ? error.message : String(error));
    }
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    prompts,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
