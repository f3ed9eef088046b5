import type { ServerResponse } from 'node:http';
import type { Deed } from './hostile.ts';
import type { Asked } from './prompt.ts';

const HUGE_BYTES = 5_000_000;
const CHUNK = 'x'.repeat(64 * 1024);
const DRIP_MS = 20;

/** Carries a deed out. What stalls or drips does so until the other side gives up or the server is closed. */
export function perform(response: ServerResponse, asked: Asked, deed: Deed): void {
  switch (deed.kind) {
    case 'say':
      if (asked.isStream) stream(response, asked, String(deed.content ?? ''));
      else say(response, asked, deed);
      return;
    case 'raw':
      response.writeHead(deed.status, { 'content-type': 'application/json', ...deed.headers }).end(deed.body);
      return;
    case 'huge': {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"choices":[{"message":{"role":"assistant","content":"');
      for (let sent = 0; sent < HUGE_BYTES && !response.destroyed; sent += CHUNK.length) response.write(CHUNK);
      response.end('"}}]}');
      return;
    }
    case 'stall':
      return;
    case 'drip': {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), DRIP_MS);
      response.on('close', () => clearInterval(timer));
      return;
    }
    case 'cut':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4000' });
      response.write('{"choices":[{"message":', () => response.destroy());
      return;
    case 'reset':
      response.destroy();
  }
}

function say(response: ServerResponse, asked: Asked, deed: Extract<Deed, { kind: 'say' }>): void {
  const { content } = deed;
  const called = { id: 'call_1', type: 'function', function: { name: asked.shape, arguments: content } };
  const message =
    asked.how === 'tool' && !deed.refusal
      ? { role: 'assistant', content: null, tool_calls: [called] }
      : { role: 'assistant', content, ...(deed.refusal ? { refusal: deed.refusal } : {}) };
  const body = {
    ...head(asked, deed.model),
    object: 'chat.completion',
    choices: [{ index: 0, message, finish_reason: deed.finish ?? (asked.how === 'tool' ? 'tool_calls' : 'stop') }],
    usage: usageOf(asked, String(content ?? '')),
  };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function stream(response: ServerResponse, asked: Asked, content: string): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (delta: object, finish: string | null) =>
    response.write(
      `data: ${JSON.stringify({ ...head(asked), object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`,
    );
  send({ role: 'assistant', content: '' }, null);
  for (const piece of content.match(/[\s\S]{1,40}/g) ?? []) send({ content: piece }, null);
  send({}, 'stop');
  response.end('data: [DONE]\n\n');
}

const head = (asked: Asked, model = asked.model) => ({ id: 'chatcmpl-1', created: 1_700_000_000, model });

/** About four characters a token. */
const tokens = (text: string): number => Math.ceil(text.length / 4);
function usageOf(asked: Asked, content: string) {
  const [prompt, completion] = [tokens(asked.system + asked.user), tokens(content)];
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}
