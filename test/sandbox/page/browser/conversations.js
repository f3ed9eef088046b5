import { el } from './dom.js';
import { chip, chips, empty, numbers, plural, section, signalWords, stateWords, time } from './parts.js';

const AUTHORS = { customer: 'Customer', agent: 'Agent', bot: 'Bot' };
const STATES = { suggested: 'open', observed: 'solved', withdrawn: 'withdrawn' };

export const conversations = {
  list: 'conversations',
  detail: (id) => `conversations/${id}`,
  name: 'Conversations',
  none: () => empty('Nobody has written yet', 'Conversations appear here as they come in.'),
  choose: () => empty('Choose a conversation', 'You see what was said, what Mend suggested and what it learned.'),
  item: ({ id, title, at, state, issue, signals }) => ({
    id,
    content: [
      el('span', { class: 'title' }, title),
      el('span', { class: 'meta' }, time(at), ` · ${STATES[state] ?? state}`, issue ? ` · ${issue}` : ''),
      signals.length > 0 &&
        el(
          'span',
          { class: 'chips' },
          signals.map((kind) => chip(signalWords(kind), 'signal')),
        ),
    ],
  }),
  show: ({ observation, conversation, issue, suggested, gaps }) => [
    el('h2', null, conversation?.subject || 'Conversation'),
    chips(
      chip(STATES[observation.state] ?? observation.state),
      conversation && chip(conversation.channel),
      observation.signals.map(({ kind }) => chip(signalWords(kind), 'signal')),
    ),
    section('What Mend says', says(observation, issue, suggested)),
    section('Gaps it belongs to', gaps.length === 0 ? el('p', { class: 'quiet' }, 'None so far.') : gaps.map(gapPart)),
    section(
      'What was said',
      conversation
        ? el('ol', { class: 'turns' }, conversation.turns.map(turn))
        : el('p', { class: 'quiet' }, 'The text has been forgotten, as promised. What it taught stays.'),
    ),
  ],
};

function says({ coverage, diagnosis }, issue, suggested) {
  const rows = [
    ['Suggested', suggested.length === 0 ? 'nothing' : el('ol', { class: 'plain' }, suggested.map(article))],
    ['Issue', issue ?? (diagnosis === null ? 'known once it is solved' : 'none')],
    ['Coverage', coverage === null ? 'known once it is solved' : `${Math.round(coverage * 100)} %`],
    ['Diagnosis', diagnosis === null ? 'known once it is solved' : stateWords(diagnosis)],
  ];
  return el(
    'dl',
    { class: 'facts' },
    rows.map(([name, value]) => [el('dt', null, name), el('dd', null, value)]),
  );
}

const article = ({ id, title }) => el('li', null, title ? el('a', { href: `#/help/${id}` }, title) : `article ${id}`);

function gapPart({ title, words, state, conversations: n, statistics }) {
  return el(
    'details',
    { class: 'card' },
    el('summary', null, el('strong', null, title), ` — ${words}, ${plural(n, 'conversation')}, ${stateWords(state)}`),
    el('p', { class: 'quiet' }, 'The numbers that decided:'),
    numbers(statistics),
  );
}

function turn({ author, text, at }) {
  return el(
    'li',
    { class: `turn ${author}` },
    el('p', { class: 'meta' }, el('strong', null, AUTHORS[author]), ' ', time(at)),
    el('p', { class: 'text' }, text),
  );
}
