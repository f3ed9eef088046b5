import type { Boot, CanvasAnswer, ConversationRow, ConversationView, Pressed } from '../contract.ts';

const wanted = new URLSearchParams(location.search);

function address(path: string): string {
  return `/inbox/${path}${wanted.size === 0 ? '' : `?${wanted}`}`;
}

async function answerOf<T>(response: Response): Promise<T> {
  const body = (await response.json().catch(() => ({ error: 'the answer could not be read' }))) as { error?: string };
  if (!response.ok) throw new Error(body.error ?? `the Inbox answered ${response.status}`);
  return body as T;
}

const load = async <T>(path: string): Promise<T> => answerOf<T>(await fetch(address(path)));
const post = async <T>(path: string, body: unknown = {}): Promise<T> =>
  answerOf<T>(
    await fetch(address(path), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );

/** The Inbox's server, as whoever sits at the page. Each call throws an Error in the server's words. */
export const api = {
  boot: () => load<Boot>('boot'),
  state: () => load<{ revision: number }>('state'),
  conversations: () => load<ConversationRow[]>('conversations'),
  conversation: (id: string) => load<ConversationView>(`conversations/${id}`),
  say: (id: string, text: string, isNote: boolean) => post<ConversationView>(`conversations/${id}`, { text, isNote }),
  close: (id: string) => post<ConversationView>(`conversations/${id}/close`),
  card: (id: string) => post<CanvasAnswer>(`conversations/${id}/card`),
  press: (id: string, pressed: Pressed) => post<CanvasAnswer>(`conversations/${id}/press`, pressed),
};
