import type { Canvas } from '../../intercom-app/kit.ts';
import { createApp } from '../../worker/app.ts';
import { verifyCanvasRequest } from '../../worker/intercom/connection/canvas-request.ts';
import type { Services } from '../../worker/routes/services.ts';
import { asked, signBody } from '../intercom/connection/canvas-requests.ts';
import { SECRET, WORKSPACE } from '../intercom/webhooks/deliveries.ts';
import { TENANT, type World } from '../loop/world/world.ts';
import { CONNECTING, type People, signingIn, TOKEN } from './services.ts';

export const AGENT = '814';
export const LEAD = '815';
export const STRANGER = '816';

/** The Inbox app over a world in memory, whose tenant stands for the workspace; `press` goes on from the last card. */
export function openInbox(world: World) {
  const person = (userId: string, role: 'agent' | 'lead' | null) =>
    [`${TENANT}/${userId}`, { userId, name: `Teammate ${userId}`, locale: 'en', role }] as const;
  const people: People = {
    persons: new Map([person(AGENT, 'agent'), person(LEAD, 'lead'), person(STRANGER, null)]),
    open: new Map(),
  };
  const woken: string[] = [];
  const services: Services = {
    ports: world.ports,
    apiToken: TOKEN,
    settleMs: 0,
    ...signingIn(world, people),
    wake: async (tenant) => void woken.push(tenant),
    wakeAll: async (tenants) => void woken.push(...tenants),
    receiveIssue: async () => ({ refused: 'no', status: 401 }),
    receiveChange: async () => ({ refused: 'no', status: 401 }),
    receiveZendesk: async () => ({ refused: 'no', status: 401 }),
    connectZendesk: async () => Promise.reject(new Error('not here')),
    receiveIntercom: async () => ({ refused: 'no_signature', status: 401 }),
    async receiveCanvas(headers, rawBody) {
      const verdict = await verifyCanvasRequest(headers, rawBody, [SECRET]);
      if ('refused' in verdict || verdict.request.tenant !== `intercom:${WORKSPACE}`) return verdict;
      return { request: { ...verdict.request, tenant: TENANT } };
    },
    connectIntercom: async () => Promise.reject(new Error('not here')),
    ...CONNECTING,
    driver: null,
  };
  const app = createApp(services);
  const send = (path: string, body: string, headers: Record<string, string> = {}) =>
    app.request(`/canvas${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-body-signature': signBody(SECRET, body), ...headers },
      body,
    });
  const bodyOf = (conversation: string, admin: string, over: object) =>
    JSON.stringify(
      asked({ conversation: { id: conversation }, admin: { type: 'admin', id: admin }, context: null, ...over }),
    );
  const canvasOf = async (response: Response) => ((await response.json()) as { canvas: Canvas }).canvas;
  return {
    services,
    people,
    woken,
    send,
    bodyOf,
    async open(conversation: string, admin = AGENT, over: object = {}): Promise<Canvas> {
      return canvasOf(await send('/initialize', bodyOf(conversation, admin, over)));
    },
    /** The body of a press on a card, as the Inbox posts it. */
    pressBody: (card: Canvas, componentId: string, conversation: string, admin = AGENT, inputs = {}) =>
      bodyOf(conversation, admin, { component_id: componentId, current_canvas: card, input_values: inputs }),
    async press(card: Canvas, componentId: string, conversation: string, admin = AGENT, inputs = {}): Promise<Canvas> {
      return canvasOf(await send('/submit', this.pressBody(card, componentId, conversation, admin, inputs)));
    },
  };
}

/** All that a card says, a line each. */
export function wordsOf({ content }: Canvas): string {
  return content.components
    .flatMap((one) => {
      if (one.type === 'text') return [one.text];
      if (one.type === 'button') return [`[${one.label}]`];
      if (one.type === 'list') return one.items.map((row) => `${row.title} (${row.subtitle})`);
      if (one.type === 'textarea') return [`${one.label}: ${one.value}`];
      return one.type === 'data-table' ? one.items.map((row) => `${row.field}: ${row.value}`) : [];
    })
    .join('\n')
    .replaceAll('\u200b', '');
}

/** Everything on a card that can be pressed. */
export function pressable({ content }: Canvas): string[] {
  return content.components.flatMap((one) => {
    if (one.type === 'button') return [one.id];
    return one.type === 'list' ? one.items.map(({ id }) => id) : [];
  });
}

/** The id of the button or item with this label. */
export function idOf({ content }: Canvas, label: string): string {
  for (const one of content.components) {
    if (one.type === 'button' && one.label === label) return one.id;
    const row = one.type === 'list' ? one.items.find(({ title }) => title === label) : undefined;
    if (row) return row.id;
  }
  throw new Error(`there is no "${label}"`);
}
