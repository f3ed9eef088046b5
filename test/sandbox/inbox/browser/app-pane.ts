import { el } from '../../host/browser/dom.ts';
import type { CanvasAnswer } from '../contract.ts';
import { api } from './api.ts';
import { drawCard, inputsOf } from './card.ts';

/** The app beside a conversation: opened with it, and each press waits for the next card. */
export function createAppPane() {
  const card = el('div', { class: 'card' });
  const pane = el('aside', { class: 'app', 'aria-label': 'Mend' }, el('h2', null, 'Mend'), card);
  let shown: string | null = null;

  async function show(id: string, ask: () => Promise<CanvasAnswer>): Promise<void> {
    for (const control of card.querySelectorAll<HTMLButtonElement>('button, textarea')) control.disabled = true;
    card.setAttribute('aria-busy', 'true');
    const answer = await ask().catch((error: Error): CanvasAnswer => ({ failure: error.message }));
    if (shown !== id) return;
    card.removeAttribute('aria-busy');
    const press = (componentId: string) => void show(id, () => api.press(id, { componentId, inputs: inputsOf(card) }));
    card.replaceChildren(
      ...('canvas' in answer
        ? drawCard(answer.canvas, press)
        : [
            el('p', { class: 'text error', role: 'alert' }, answer.failure),
            el('button', { type: 'button', class: 'button', onclick: () => void open(id) }, 'Reload the app'),
          ]),
    );
  }

  async function open(id: string): Promise<void> {
    shown = id;
    card.replaceChildren(el('p', { class: 'text muted' }, 'Loading …'));
    await show(id, () => api.card(id));
  }
  return { pane, open };
}
