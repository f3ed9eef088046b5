import type { Action, Canvas, Component } from '../../../../intercom-app/kit.ts';
import { el } from '../../host/browser/dom.ts';
import { marked } from './markdown.ts';

type Press = (componentId: string) => void;

const HEADING = { header: 'h3', paragraph: 'p', muted: 'p', error: 'p' } as const;

/** A canvas as the Inbox draws it: structure and flow, not Intercom's looks. A press gives the component's id. */
export function drawCard({ content }: Canvas, press: Press): Node[] {
  return content.components.map((component) => drawComponent(component, press));
}

/** What stands in the card's fields, by their ids. */
export function inputsOf(card: Element): Record<string, string> {
  const fields = card.querySelectorAll<HTMLTextAreaElement>('textarea[data-field]');
  return Object.fromEntries([...fields].map((field) => [field.dataset.field ?? '', field.value]));
}

function drawComponent(component: Component, press: Press): Node {
  switch (component.type) {
    case 'text': {
      const style = component.style ?? 'paragraph';
      return el(HEADING[style], { class: `text ${style}` }, marked(component.text));
    }
    case 'button':
      return drawAction(component.action, component.id, `button ${component.style ?? 'secondary'}`, press, [
        component.label,
      ]);
    case 'list':
      return el(
        'ul',
        { class: 'list' },
        component.items.map((row) =>
          el(
            'li',
            null,
            drawAction(row.action, row.id, 'item', press, [
              el('span', { class: 'title' }, row.title),
              el('span', { class: 'subtitle' }, row.subtitle ?? ''),
              el('span', { class: 'subtitle' }, row.tertiary_text ?? ''),
            ]),
          ),
        ),
      );
    case 'textarea':
      return el(
        'label',
        { class: 'field' },
        component.label ?? '',
        withValue(
          el('textarea', { rows: 5, 'data-field': component.id, placeholder: component.placeholder ?? null }),
          component.value ?? '',
        ),
      );
    case 'data-table':
      return el(
        'dl',
        { class: 'table' },
        component.items.map(({ field, value }) => [el('dt', null, field), el('dd', null, value)]),
      );
    case 'spacer':
      return el('div', { class: 'spacer' });
    case 'divider':
      return el('hr', null);
  }
}

function withValue(field: HTMLTextAreaElement, value: string): HTMLTextAreaElement {
  field.value = value;
  return field;
}

function drawAction(
  action: Action | undefined,
  id: string,
  className: string,
  press: Press,
  content: (Node | string)[],
): Node {
  if (!action) return el('div', { class: className }, content);
  if (action.type === 'url')
    return el('a', { class: className, href: action.url, target: '_blank', rel: 'noopener' }, content);
  return el('button', { class: className, type: 'button', 'data-id': id, onclick: () => press(id) }, content);
}
