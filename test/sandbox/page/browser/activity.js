import { el } from './dom.js';
import { empty, stateWords, time } from './parts.js';

/** What a decision of the loop means for a person. */
const WORDS = { escalate: 'asks a person', review: 'waits for review', publish: 'goes out by itself', sent: 'written' };

export const activity = {
  list: 'activity',
  whole: (entries) => {
    if (entries.length === 0)
      return empty('Nothing was done yet', 'Every draft, decision and write is noted here with its reason.');
    const rows = entries.map(({ at, actor, what, title, subject, reason }) =>
      el(
        'li',
        null,
        el('p', { class: 'meta' }, time(at), ` · ${actor}`),
        el('p', null, el('strong', null, WORDS[what] ?? stateWords(what)), ` ${title ?? subject}`),
        el('p', { class: 'quiet' }, reason),
      ),
    );
    return [el('h2', null, 'What was done, and why'), el('ol', { class: 'log' }, rows)];
  },
};
