import { decide } from './api.js';
import { el, fromTree } from './dom.js';
import { chip, chips, diff, empty, numbers, plural, section, stateWords } from './parts.js';

export const review = {
  list: 'review',
  detail: null,
  name: 'Waiting for review',
  none: () => empty('Nothing waits', 'When Mend has a proposal that a person should see, it stands here.'),
  choose: () => empty('Choose a proposal', 'You see what it rests on and what it would change.'),
  id: ({ fix }) => fix.id,
  item: ({ fix, kindWords, gap }) => ({
    id: fix.id,
    content: [
      el('span', { class: 'title' }, fix.title),
      el(
        'span',
        { class: 'meta' },
        kindWords,
        gap ? ` · ${gap.words} · ${plural(gap.conversations, 'conversation')}` : '',
      ),
      el('span', { class: 'chips' }, chip(stateWords(fix.state), fix.state), chip(confidence(fix))),
    ],
  }),
  show: (item, changed) => {
    const { fix, gap, kindWords, articleTitle, questions } = item;
    const message = el('p', { class: 'message', role: 'status' });
    return [
      el('h2', null, fix.title),
      chips(chip(kindWords), chip(stateWords(fix.state), fix.state), chip(confidence(fix)), gap && chip(gap.words)),
      fix.reason && el('p', { class: 'reason' }, fix.reason),
      actions(item, message, changed),
      message,
      section(
        'What customers ask',
        questions.map(({ id, text }) => quote(text, id)),
      ),
      section(
        fix.articleId ? `What would change in “${articleTitle ?? fix.title}”` : 'What it would say',
        proposal(item),
      ),
      section('What it rests on', evidence(fix)),
      section('How sure it is', checks(fix), gap && numbers(gap.statistics)),
    ];
  },
};

const confidence = ({ confidence: value }) => (value === null ? 'no confidence yet' : `confidence ${value.toFixed(2)}`);

function proposal({ fix, diff: lines, tree }) {
  if (fix.kind === 'terms') return el('p', null, 'Search words: ', el('strong', null, fix.terms.join(', ')));
  const whole = el('article', { class: 'article' }, fromTree(tree));
  if (!lines) return whole;
  return [diff(lines), el('details', null, el('summary', null, 'The whole article afterwards'), whole)];
}

function evidence({ evidence: quotes, support }) {
  if (quotes.length === 0) return el('p', { class: 'quiet' }, 'No quotes.');
  return [
    el(
      'p',
      { class: 'quiet' },
      `${plural(support.agents, 'agent')} said it to ${plural(support.organizations, 'organization')}.`,
    ),
    quotes.slice(0, 12).map(({ quote: text, conversationId }) => quote(text, conversationId)),
    quotes.length > 12 && el('p', { class: 'quiet' }, `and ${plural(quotes.length - 12, 'more quote')}`),
  ];
}

const quote = (text, id) =>
  el(
    'blockquote',
    null,
    el('p', null, text),
    el('a', { class: 'meta', href: `#/conversations/${id}` }, `conversation ${id}`),
  );

function checks({ gates, rehearsal, openQuestions }) {
  return el(
    'ul',
    { class: 'checks' },
    rehearsal &&
      el(
        'li',
        null,
        `Rehearsed on ${plural(rehearsal.tried, 'past question')}: ${rehearsal.wins} answered better; of ${rehearsal.controls} others ${rehearsal.regressions} answered worse.`,
      ),
    gates.map(({ name, isPassed, detail }) =>
      el(
        'li',
        { class: isPassed ? 'passed' : 'failed' },
        `${stateWords(name)}: ${isPassed ? 'passed' : 'not passed'}, ${detail}`,
      ),
    ),
    openQuestions.map((question) => el('li', { class: 'failed' }, `Agents disagree: ${question}`)),
  );
}

function actions({ fix }, message, changed) {
  const forms = el('div', { class: 'forms' });
  const bar = el('div', { class: 'actions' });
  const run = (action, more) => async (event) => {
    event.preventDefault();
    const extra = more?.();
    for (const button of bar.parentElement.querySelectorAll('button')) button.disabled = true;
    message.textContent = 'One moment …';
    try {
      await decide(fix, action, extra);
      changed(
        action === 'edit'
          ? 'Your wording stands in the queue now.'
          : `“${fix.title}”: ${action === 'approve' ? 'approved and on its way' : 'rejected'}.`,
      );
    } catch (error) {
      message.textContent = error.message;
      for (const button of bar.parentElement.querySelectorAll('button')) button.disabled = false;
    }
  };
  const open = (form) => () => {
    forms.replaceChildren(form);
    form.querySelector('input, textarea')?.focus();
  };
  bar.append(
    el(
      'button',
      { class: 'primary', type: 'button', onclick: run('approve') },
      fix.kind === 'bug_report' ? 'Acknowledge' : 'Approve',
    ),
    el('button', { type: 'button', onclick: open(rejecting(run)) }, 'Reject …'),
    fix.kind === 'terms' ? '' : el('button', { type: 'button', onclick: open(editing(fix, run)) }, 'Edit …'),
  );
  return el('div', null, bar, forms);
}

function rejecting(run) {
  const reason = el('input', { id: 'reason', required: true, maxlength: 2000, autocomplete: 'off' });
  const submit = run('reject', () => ({ reason: reason.value }));
  return el(
    'form',
    { class: 'card', onsubmit: submit },
    el('label', { for: 'reason' }, 'Why not?'),
    reason,
    el('button', { type: 'submit' }, 'Reject'),
  );
}

function editing(fix, run) {
  const title = el('input', { id: 'edit-title', required: true, maxlength: 500, value: fix.title });
  const body = el('textarea', { id: 'edit-body', required: true, rows: 14, spellcheck: 'true' });
  body.value = fix.bodyHtml;
  const submit = run('edit', () => ({ title: title.value, bodyHtml: body.value }));
  return el(
    'form',
    { class: 'card', onsubmit: submit },
    el('label', { for: 'edit-title' }, 'Title'),
    title,
    el('label', { for: 'edit-body' }, 'Article (HTML)'),
    body,
    el('button', { type: 'submit' }, 'Keep my wording'),
  );
}
