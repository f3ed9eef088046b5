import { articleCanvas, REASON_FIELD } from '../../intercom-app/canvases/article.ts';
import { homeCanvas } from '../../intercom-app/canvases/home.ts';
import { consoleCanvas, type Obstacle, obstacleCanvas } from '../../intercom-app/canvases/message.ts';
import { REPLY_FIELD } from '../../intercom-app/canvases/reply.ts';
import type { Press } from '../../intercom-app/component-id.ts';
import type { Canvas } from '../../intercom-app/kit.ts';
import { MAX_DRAFT_CHARS, MAX_REASON_CHARS } from '../../shared/advice.ts';
import { isAtLeast } from '../../shared/viewer.ts';
import { advise } from '../loop/advise.ts';
import { NotFound, RetryLater } from '../loop/errors.ts';
import { approve, reject } from '../loop/review.ts';
import type { Card } from './canvas-card.ts';
import type { Services } from './services.ts';

/** A link to the console is good for so long. Source: services.consoleLink. */
const LINK_MINUTES = 2;

/** One press of a teammate beside a conversation, with the texts of the card's fields. */
export interface Pressed {
  services: Services;
  card: Card;
  inputs: ReadonlyMap<string, string>;
}

/** Presses that only show something; every other changes something and acts once. A link to the console is one of those. */
export const SHOWING: readonly Press['action'][] = ['home', 'article'];

/** Does what a press asks for and answers the next canvas. Throws the loop's errors. */
export async function answerPress(pressed: Pressed, press: Press): Promise<Canvas> {
  switch (press.action) {
    case 'home':
      return home(pressed);
    case 'article':
      return articleOf(pressed, press.articleId);
    case 'console':
      return consoleCanvas(await pressed.services.consoleLink(pressed.card.asked.viewer), LINK_MINUTES);
    case 'reply':
    case 'note':
      return post(pressed, press);
    case 'approve':
    case 'reject':
      return decide(pressed, press);
    default:
      return obstacleCanvas('unknown_press');
  }
}

async function home({ services, card }: Pressed, notice: string | null = null): Promise<Canvas> {
  const { viewer } = card.asked;
  const advice = await advise(services.ports, viewer.tenant, card.conversationId, viewer);
  return homeCanvas({ advice, contradictions: [], notice });
}

async function articleOf(pressed: Pressed, articleId: string): Promise<Canvas> {
  const { services, card } = pressed;
  const { viewer } = card.asked;
  const { articles } = await advise(services.ports, viewer.tenant, card.conversationId, viewer);
  const article = articles.find(({ id }) => id === articleId);
  return article ? articleCanvas(article) : home(pressed, 'This article fits no more.');
}

/**
 * The text of the card as a reply or a note, in the teammate's name. An answer that did not come leaves open whether it
 * was posted: then nothing is tried again, the teammate is told to look.
 */
async function post(pressed: Pressed, press: Press & { action: 'reply' | 'note' }): Promise<Canvas> {
  const { services, card, inputs } = pressed;
  const { tenant, userId } = card.asked.viewer;
  const text = (inputs.get(REPLY_FIELD) ?? '').trim();
  const problem = textProblem(text, MAX_DRAFT_CHARS);
  if (problem) return obstacleCanvas(problem);
  const helpdesk = await services.ports.helpdesk(tenant, 'publishing');
  const isPublic = press.action === 'reply';
  try {
    await helpdesk.addTurn(card.conversationId, { text, isPublic, authorId: userId });
  } catch (error) {
    if (error instanceof RetryLater) return obstacleCanvas('unclear');
    throw error;
  }
  return home(pressed, isPublic ? 'Sent as your reply.' : 'Added as a note.');
}

/** A decision on exactly the change that was shown. */
async function decide(pressed: Pressed, press: Press & { action: 'approve' | 'reject' }): Promise<Canvas> {
  const { services, card, inputs } = pressed;
  const { viewer, isConfirmed } = card.asked;
  if (!isConfirmed) return obstacleCanvas('rights_unknown');
  if (!isAtLeast(viewer.role, 'lead')) return obstacleCanvas('may_not_decide');
  const { fixId, patchHash, baseHash } = press;
  const seen = { patchHash, baseHash: baseHash === '' ? null : baseHash };
  const actor = viewer.name || viewer.userId;
  const reason = (inputs.get(REASON_FIELD) ?? '').trim();
  if (press.action === 'reject') {
    const problem = textProblem(reason, MAX_REASON_CHARS);
    if (problem) return obstacleCanvas(problem);
  }
  try {
    if (press.action === 'reject') await reject(services.ports, viewer.tenant, fixId, seen, actor, reason);
    else await approve(services.ports, viewer.tenant, fixId, seen, actor);
  } catch (error) {
    if (error instanceof NotFound) return obstacleCanvas('moved');
    throw error;
  }
  await services.wake(viewer.tenant);
  return home(pressed, press.action === 'approve' ? 'Approved: it is being published.' : 'Rejected, with your reason.');
}

/** What is wrong with a text that a teammate wrote into a field, or null. */
function textProblem(text: string, max: number): Obstacle | null {
  if (text === '') return 'nothing_written';
  return text.length > max ? 'too_long' : null;
}
