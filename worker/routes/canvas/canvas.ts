import { type Context, Hono } from 'hono';
import { CONFIGURED, configureCanvas, type Obstacle, obstacleCanvas } from '../../../intercom-app/canvases/message.ts';
import { decodeComponentId, type Press } from '../../../intercom-app/component-id.ts';
import type { Canvas } from '../../../intercom-app/kit.ts';
import { canvasWords } from '../../../intercom-app/words.ts';
import { AuthLost, errorWords, Invalid, NotFound, Permanent, RetryLater } from '../../loop/ports/errors.ts';
import { NoRights, SignedOut } from '../../loop/ports/session.ts';
import { Moved, Refused } from '../../loop/review/decide-by-person.ts';
import { boundedBody, bytesOf } from '../body.ts';
import type { CanvasRequest, Services } from '../services.ts';
import { guardOnce, NOTHING_SHOWN, openCard, storedFor } from './card.ts';
import { type Answered, answerPress, bare, SHOWING } from './press.ts';
import { canvasSchema } from './schema.ts';

/** What comes with a press: our last canvas, the conversation with its texts. Source: twice 64 KB, and room. */
const MAX_BYTES = 1024 * 1024;

/** Intercom waits ten seconds (from memory of the vendor); before that it gets a card that says so. */
const ANSWER_MS = 8_000;

/**
 * Canvas Kit. Refused, in this order: wrong type or encoding (415), too large (413), not signed by Intercom (401), nothing
 * that can be read (400). Whatever a signed request asks is answered 200 with a canvas, also where it can't be done: an
 * Inbox shows no other answer. Each canvas is held to Canvas Kit's rules before it leaves.
 */
export function canvasRoutes(services: Services): Hono {
  const routes = new Hono();
  routes.use(async (c, next) => {
    if (!c.req.header('content-type')?.toLowerCase().startsWith('application/json'))
      return c.json({ error: 'JSON only' }, 415);
    if (c.req.header('content-encoding')) return c.json({ error: 'no encoded bodies' }, 415);
    return next();
  });
  routes.use(boundedBody({ maxSize: MAX_BYTES, onError: (c) => c.json({ error: 'too large' }, 413) }));
  const on = (path: string, answer: (request: CanvasRequest) => Promise<object>) =>
    routes.post(path, (c) => answered(services, c, answer));
  const home: Press = { action: 'home' };
  on('/initialize', async (request) => ({
    canvas: checked(request, await orObstacle(() => cardFor(services, request, home), itself, request)),
  }));
  on('/submit', async (request) => {
    const press = decodeComponentId(request.componentId ?? '');
    return { canvas: checked(request, await orObstacle(() => cardFor(services, request, press), itself, request)) };
  });
  on('/configure', async (request) => {
    const { tenant, componentId, locale } = request;
    if (componentId === CONFIGURED) return { results: {} };
    const known = await services.ports.tenants.find(tenant);
    return { canvas: checked(request, configureCanvas(canvasWords(locale), known?.state === 'active')) };
  });
  return routes;
}

async function answered(
  services: Services,
  c: Context,
  answer: (request: CanvasRequest) => Promise<object>,
): Promise<Response> {
  const received = await services.receiveCanvas(c.req.raw.headers, await bytesOf(c));
  if ('refused' in received) return c.json({ error: received.refused }, received.status);
  return c.json(await answer(received.request));
}

/** The card that a press leads to, with what its own presses need. */
async function cardFor(services: Services, request: CanvasRequest, press: Press | null): Promise<Canvas> {
  const { tenant, conversationId } = request;
  const obstacle = (one: Obstacle) => obstacleCanvas(canvasWords(request.locale), one);
  if ((await services.ports.tenants.find(tenant))?.state !== 'active') return obstacle('not_connected');
  if (conversationId === null) return obstacle('no_conversation');
  const card = await openCard(services, request, conversationId);
  const withNext = ({ canvas, shown }: Answered): Canvas => ({ ...canvas, stored_data: storedFor(card, shown) });
  if (press === null) return withNext(bare(obstacle('unknown_press')));
  const shown = SHOWING.includes(press.action) ? NOTHING_SHOWN : await guardOnce(services, card, request.stored);
  if (typeof shown === 'string') return withNext(bare(obstacle(shown)));
  const pressed = { services, card, shown, inputs: request.inputs };
  return withNext(await orObstacle(() => answerPress(pressed, press), bare, request));
}

/** What was made in time, or the canvas of whatever stood in the way; what is unknown is a bug, and written down. */
async function orObstacle<T>(make: () => Promise<T>, of: (canvas: Canvas) => T, { locale }: CanvasRequest): Promise<T> {
  const obstacle = (one: Obstacle) => of(obstacleCanvas(canvasWords(locale), one));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(obstacle('busy')), ANSWER_MS);
  });
  try {
    return await Promise.race([make(), tooLate]);
  } catch (error) {
    return obstacle(obstacleOf(error));
  } finally {
    clearTimeout(timer);
  }
}

const itself = (canvas: Canvas): Canvas => canvas;

const OBSTACLE_OF: [new (...args: never[]) => Error, Obstacle][] = [
  [Moved, 'moved'],
  [Refused, 'wording_refused'],
  [NoRights, 'no_rights'],
  [SignedOut, 'not_connected'],
  [AuthLost, 'not_connected'],
  [RetryLater, 'busy'],
  [NotFound, 'no_conversation'],
  [Permanent, 'refused'],
  [Invalid, 'refused'],
];

function obstacleOf(error: unknown): Obstacle {
  const known = OBSTACLE_OF.find(([kind]) => error instanceof kind)?.[1];
  if (known) return known;
  const message = errorWords(error, 'stack');
  console.error(JSON.stringify({ level: 'error', what: 'a card could not be made', message: message.slice(0, 1500) }));
  return 'broken';
}

/** The canvas, held to Canvas Kit's rules: what breaks one would be an empty card in the Inbox. */
function checked({ locale }: CanvasRequest, canvas: Canvas): Canvas {
  const problems = canvasSchema.safeParse(canvas).error?.issues ?? [];
  if (problems.length === 0) return canvas;
  const message = problems.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  console.error(
    JSON.stringify({ level: 'error', what: 'a card is none of Canvas Kit', message: message.slice(0, 1500) }),
  );
  return obstacleCanvas(canvasWords(locale), 'broken');
}
