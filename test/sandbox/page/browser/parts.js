import { el } from './dom.js';

const SIGNALS = {
  rephrase: 'asked again in other words',
  escalation: 'handed on',
  frustration: 'frustrated',
  low_confidence: 'agent unsure',
  suggestion_rejected: 'suggested article did not help',
  suggestion_edited: 'suggestion was changed',
  reopen: 'reopened',
  repeat_contact: 'wrote again within a week',
  bad_rating: 'bad rating',
  solved_without_article: 'solved without an article',
  agent_flag: 'flagged by an agent',
  failed_search: 'search found nothing',
};

export const signalWords = (kind) => SIGNALS[kind] ?? kind;
export const stateWords = (state) => String(state).replaceAll('_', ' ');

/** `Fri 6 Nov, 14:02`, event time. */
export function moment(at) {
  const options = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  };
  return new Date(at).toLocaleString('en-GB', options).replace(',', '');
}

export const time = (at) => el('time', { datetime: new Date(at).toISOString() }, moment(at));
export const chip = (text, kind = '') => el('span', { class: `chip ${kind}` }, text);
export const chips = (...all) => el('p', { class: 'chips' }, all);
export const section = (title, ...children) => el('section', null, el('h3', null, title), children);
export const empty = (title, text) =>
  el('div', { class: 'empty' }, el('p', null, el('strong', null, title)), el('p', null, text));
export const plural = (n, noun) => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** A comparison, line by line; unchanged lines far from a change are folded. */
export function diff(lines) {
  const near = lines.map((_, i) => lines.slice(Math.max(0, i - 2), i + 3).some((line) => line.kind !== 'same'));
  const rows = lines.flatMap((line, i) => {
    if (near[i]) return [row(line)];
    return i > 0 && !near[i - 1] ? [] : [el('p', { class: 'line fold' }, '…')];
  });
  return el('div', { class: 'diff' }, rows);
}

const SAID = { added: 'Added: ', removed: 'Removed: ', same: '' };

function row({ kind, parts }) {
  const marked = parts.map(({ text, isChanged }) =>
    isChanged ? el(kind === 'added' ? 'ins' : 'del', null, text) : text,
  );
  return el('p', { class: `line ${kind}` }, el('span', { class: 'spoken' }, SAID[kind]), marked);
}

/** The numbers that decided a gap, by name. */
export function numbers(statistics) {
  const rows = Object.entries(statistics)
    .filter(([name]) => !/Id$|Key$/.test(name))
    .map(([name, value]) => [
      el('dt', null, name.replace(/([A-Z])/g, ' $1').toLowerCase()),
      el('dd', null, String(Math.round(value * 100) / 100)),
    ]);
  return el('dl', { class: 'numbers' }, rows);
}
