import { createHmac } from 'node:crypto';
import type { Canvas } from '../../../intercom-app/kit.ts';
import { canvasSchema } from '../../../worker/routes/canvas/schema.ts';
import { presentListed } from '../intercom/conversations/conversation-json.ts';
import type { Intercom } from '../intercom/driver.ts';
import type { CanvasAnswer, Pressed } from './contract.ts';

/** Intercom waits so long (from memory of the vendor). */
const PATIENCE_MS = 10_000;

export interface Posted {
  path: string;
  body: string;
  status: number;
  ms: number;
  text: string;
}

/** The app installed in the Inbox, as Intercom's server speaks with it. */
export interface CanvasApp {
  /** Every request that was sent, in order, with its answer. */
  readonly posts: Posted[];
  /** Signs with another secret from now on. */
  setSecret(secret: string): void;
  /** The language of the teammates' Inbox from now on. */
  setLocale(locale: string): void;
  /** Opens a conversation beside the app: `initialize`. */
  open(adminId: string, conversationId: string): Promise<CanvasAnswer>;
  /** A press on the card that stands there: `submit`, with that card and the values of its fields. */
  press(adminId: string, conversationId: string, pressed: Pressed): Promise<CanvasAnswer>;
  /** Sends a request once more as it was: what somebody does who has got hold of one. */
  replay(posted: Posted): Promise<Posted>;
}

/** Speaks Canvas Kit: signs the raw body, waits ten seconds, holds the answer to the component rules, keeps the last card. */
export function createCanvasApp(intercom: Intercom, appUrl: string, clientSecret: string): CanvasApp {
  const { world } = intercom;
  const cards = new Map<string, Canvas>();
  const posts: Posted[] = [];
  let secret = clientSecret;
  let locale = 'en';

  async function send(path: string, body: string, signature: string): Promise<Posted> {
    const started = performance.now();
    const posted: Posted = { path, body, status: 0, ms: 0, text: '' };
    posts.push(posted);
    try {
      const response = await fetch(`${appUrl}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-body-signature': signature },
        body,
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      posted.status = response.status;
      posted.text = await response.text();
    } catch (error) {
      posted.text = String(error);
    }
    posted.ms = performance.now() - started;
    return posted;
  }

  const sign = (body: string) => createHmac('sha256', secret).update(body).digest('hex');

  function requestOf(adminId: string, conversationId: string): Record<string, unknown> {
    const admin = world.admins.get(adminId);
    const conversation = world.conversations.get(conversationId);
    const contact = world.contacts.get(conversation?.contactIds[0] ?? '');
    return {
      workspace_id: world.workspace.id,
      workspace_region: world.workspace.region,
      admin: { type: 'admin', id: adminId, name: admin?.name, email: admin?.email, has_inbox_seat: true },
      context: { conversation_id: Number(conversationId), location: 'conversation', locale },
      conversation: conversation ? presentListed(world, conversation) : { type: 'conversation', id: conversationId },
      contact: contact ? { type: 'contact', id: contact.id, name: contact.name, email: contact.email } : null,
    };
  }

  async function ask(adminId: string, conversationId: string, path: string, more: object): Promise<CanvasAnswer> {
    const body = JSON.stringify({ ...requestOf(adminId, conversationId), ...more });
    const posted = await send(path, body, sign(body));
    const answer = readAnswer(posted);
    if ('canvas' in answer) cards.set(`${adminId}/${conversationId}`, answer.canvas);
    return answer;
  }

  return {
    posts,
    setSecret: (other) => {
      secret = other;
    },
    setLocale: (other) => {
      locale = other;
    },
    open: (adminId, conversationId) => ask(adminId, conversationId, '/initialize', {}),
    press(adminId, conversationId, { componentId, inputs }) {
      const card = cards.get(`${adminId}/${conversationId}`);
      if (!card) return Promise.resolve({ failure: 'There is no card to press on.' });
      const user = { type: 'contact' };
      const pressed = { component_id: componentId, input_values: inputs, current_canvas: card, user };
      return ask(adminId, conversationId, '/submit', pressed);
    },
    replay: ({ path, body }) => send(path, body, sign(body)),
  };
}

/** A canvas that Canvas Kit takes; anything else is what a teammate sees as an app that does not work. */
function readAnswer({ status, text }: Posted): CanvasAnswer {
  if (status !== 200) return { failure: `The app did not answer (${status || 'no answer'}).` };
  try {
    const { canvas } = JSON.parse(text) as { canvas: unknown };
    const read = canvasSchema.safeParse(canvas);
    if (!read.success) return { failure: `The app answered no card: ${read.error.issues[0]?.message}` };
    return { canvas: canvas as Canvas };
  } catch {
    return { failure: 'The app answered no card.' };
  }
}
