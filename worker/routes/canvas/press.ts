import { articleCanvas, REASON_FIELD } from '../../../intercom-app/canvases/article.ts';
import { homeCanvas } from '../../../intercom-app/canvases/home.ts';
import { consoleCanvas, type Obstacle, obstacleCanvas } from '../../../intercom-app/canvases/message.ts';
import { REPLY_FIELD } from '../../../intercom-app/canvases/reply.ts';
import type { Press } from '../../../intercom-app/component-id.ts';
import type { Canvas } from '../../../intercom-app/kit.ts';
import { MAX_DRAFT_CHARS, MAX_REASON_CHARS } from '../../../shared/advice.ts';
import { isAtLeast, type Viewer } from '../../../shared/viewer.ts';
import { advise } from '../../loop/advise/advise.ts';
import { adviseCanvas } from '../../loop/advise/advise-canvas.ts';
import { postReply } from '../../loop/advise/post-reply.ts';
import { recordOutcome } from '../../loop/advise/record-outcome.ts';
import { Invalid, NotFound } from '../../loop/ports/errors.ts';
import { approve, Refused, reject } from '../../loop/review/decide-by-person.ts';
import { adoptStaged, restage, stageFix, stageSeen } from '../../loop/review/stage.ts';
import type { Services } from '../services.ts';
import { type Card, NOTHING_SHOWN, type Shown, shownOf } from './card.ts';
import { outcomeOf } from './outcome.ts';

/** A link to the console is good for so long. Source: services.consoleLink. */
const LINK_MINUTES = 2;

/** One press of a teammate: on which card, what that card had shown, and the texts of its fields. */
export interface Pressed {
  services: Services;
  card: Card;
  shown: Shown;
  inputs: ReadonlyMap<string, string>;
}

/** The next canvas, and what of it a press may be about. */
export interface Answered {
  canvas: Canvas;
  shown: Shown;
}

/** Presses that only show something; every other changes something and acts once. A link to the console is one of those. */
export const SHOWING: readonly Press['action'][] = ['home', 'article'];

/** Does what a press asks for and answers the next canvas. Throws the loop's errors. */
export async function answerPress(pressed: Pressed, press: Press): Promise<Answered> {
  const { words } = pressed.card;
  switch (press.action) {
    case 'home':
      return home(pressed);
    case 'article':
      return articleOf(pressed, press.articleId);
    case 'console':
      return bare(consoleCanvas(words, await pressed.services.consoleLink(pressed.card.asked.viewer), LINK_MINUTES));
    case 'reply':
    case 'note':
      return post(pressed, press);
    case 'approve':
    case 'reject':
    case 'stage':
    case 'adopt':
    case 'unstage':
      return decide(pressed, press);
    default:
      return hear(pressed, press);
  }
}

/** A canvas on which no press is about anything it said. */
export function bare(canvas: Canvas): Answered {
  return { canvas, shown: NOTHING_SHOWN };
}

async function home(
  { services, card }: Pressed,
  notice: string | null = null,
  posted: string | null = null,
): Promise<Answered> {
  const found = await adviseCanvas(services.ports, card.asked.viewer, card.conversationId, posted);
  return { canvas: homeCanvas(card.words, { ...found, notice }), shown: shownOf(found) };
}

async function articleOf(pressed: Pressed, articleId: string): Promise<Answered> {
  const { services, card } = pressed;
  const { viewer } = card.asked;
  const { articles } = await advise(services.ports, viewer.tenant, card.conversationId, viewer);
  const article = articles.find(({ id }) => id === articleId);
  if (!article) return home(pressed, card.words.t('done.noFit'));
  const staged = article.patch?.mayApprove ? await stageSeen(services.ports, viewer.tenant, article.patch.fixId) : null;
  return bare(articleCanvas(card.words, article, { staged, notice: null }));
}

/**
 * The text of the card as a reply or a note, in the teammate's name. An answer that did not come leaves open whether it
 * was posted: then nothing is tried again, the teammate is told to look.
 */
async function post(pressed: Pressed, press: Press & { action: 'reply' | 'note' }): Promise<Answered> {
  const { services, card, inputs, shown } = pressed;
  const { viewer } = card.asked;
  const { t } = card.words;
  const obstacle = (one: Obstacle) => bare(obstacleCanvas(card.words, one));
  const text = (inputs.get(REPLY_FIELD) ?? '').trim();
  const problem = textProblem(text, MAX_DRAFT_CHARS);
  if (problem) return obstacle(problem);
  const isPublic = press.action === 'reply';
  const posting = { text, isPublic, replyId: press.replyId, suggested: shown.reply };
  const ending = await postReply(services.ports, viewer, card.conversationId, posting);
  if (ending === 'unclear') return obstacle('unclear');
  return home(pressed, t(isPublic ? 'done.sent' : 'done.noted'), isPublic ? text : null);
}

type Decision = Press & { action: 'approve' | 'reject' | 'stage' | 'adopt' | 'unstage' };

/** A decision on exactly the change that was shown, or a look at it in the helpdesk's own editor first. */
async function decide(pressed: Pressed, press: Decision): Promise<Answered> {
  const { services, card, inputs } = pressed;
  const { viewer, isConfirmed } = card.asked;
  const obstacle = (one: Obstacle) => bare(obstacleCanvas(card.words, one));
  if (!isConfirmed) return obstacle('rights_unknown');
  if (!isAtLeast(viewer.role, 'lead')) return obstacle('may_not_decide');
  const reason = (inputs.get(REASON_FIELD) ?? '').trim();
  const problem = press.action === 'reject' ? textProblem(reason, MAX_REASON_CHARS) : null;
  if (problem) return obstacle(problem);
  try {
    await decided(services, viewer, press, reason);
  } catch (error) {
    if (error instanceof NotFound) return obstacle('moved');
    const isOfStage = press.action === 'adopt' || press.action === 'unstage';
    if (isOfStage && error instanceof Invalid && !(error instanceof Refused)) return obstacle('not_staged');
    throw error;
  }
  await services.wake(viewer.tenant);
  return home(pressed, card.words.t(`done.${press.action}`));
}

async function decided({ ports }: Services, viewer: Viewer, press: Decision, reason: string): Promise<void> {
  const { tenant, name } = viewer;
  const { fixId, patchHash, baseHash } = press;
  const seen = { patchHash, baseHash: baseHash === '' ? null : baseHash };
  switch (press.action) {
    case 'approve':
      return void (await approve(ports, tenant, fixId, seen, name));
    case 'reject':
      return void (await reject(ports, tenant, fixId, seen, name, reason));
    case 'stage':
      return stageFix(ports, tenant, fixId, seen, name);
    case 'adopt':
      return void (await adoptStaged(ports, tenant, fixId, seen, name, press.stagedHash));
    case 'unstage':
      return restage(ports, tenant, fixId, seen, name, press.stagedHash);
  }
}

/** What a teammate tells: a flag, an article that helped, which of two is wrong, an answer. Each is evidence. */
async function hear(pressed: Pressed, press: Parameters<typeof outcomeOf>[0]): Promise<Answered> {
  const { services, card, shown, inputs } = pressed;
  const { viewer } = card.asked;
  const reason = (inputs.get(REASON_FIELD) ?? '').trim();
  if (press.action === 'flag' && press.line === null) {
    const problem = textProblem(reason, MAX_REASON_CHARS);
    if (problem) return bare(obstacleCanvas(card.words, problem));
  }
  const input = outcomeOf(press, shown, reason);
  if (input === null) return bare(obstacleCanvas(card.words, 'expired'));
  const { isHeeded } = await recordOutcome(services.ports, viewer, card.conversationId, input);
  if (isHeeded) await services.wake(viewer.tenant);
  return home(pressed, card.words.t(`done.${press.action}`));
}

/** What is wrong with a text that a teammate wrote into a field, or null. */
function textProblem(text: string, max: number): Obstacle | null {
  if (text === '') return 'nothing_written';
  return text.length > max ? 'too_long' : null;
}
