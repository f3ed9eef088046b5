import type { Fix, Quote } from '../../shared/fix.ts';

/** A draft as the builtin engine makes it, with what it was made from. */
export interface Draft {
  fix: Fix;
  base: { title: string; bodyHtml: string } | null;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A new article of these statements; each is backed by two agents' sentences: itself, and one like it. */
export function newArticle(title: string, statements: readonly [text: string, ...likes: string[]][]): Draft {
  const evidence: Quote[] = statements.flatMap(([text, ...likes], at) =>
    [text, ...likes].map((quote, i) => ({ conversationId: `c${at}${i}`, turnId: `t${i}`, quote })),
  );
  const list = (tag: string, heading: string, texts: string[]) =>
    texts.length === 0
      ? []
      : [`<h2>${heading}</h2>\n<${tag}>\n${texts.map((text) => `<li>${escaped(text)}</li>`).join('\n')}\n</${tag}>`];
  const texts = statements.map(([text]) => text);
  const isAsked = (text: string) => /\?$|^please\b/i.test(text);
  const bodyHtml = [
    ...list('ol', 'What we will ask you', texts.filter(isAsked)),
    ...list(
      'ul',
      'What we can tell you',
      texts.filter((text) => !isAsked(text)),
    ),
  ].join('\n');
  return {
    fix: { kind: 'new_article', articleId: null, title, bodyHtml, terms: [], evidence, openQuestions: [] },
    base: null,
  };
}

/** A patch that puts `to` in the place of `from` in an article. */
export function patchOf(bodyHtml: string, from: string, to: string, ...likes: string[]): Draft {
  const base = { title: 'Export your planner', bodyHtml };
  const evidence = [to, ...likes].map((quote, i) => ({ conversationId: `p${i}`, turnId: 't', quote }));
  const fix: Fix = {
    kind: 'article_patch',
    articleId: '77',
    title: base.title,
    bodyHtml: bodyHtml.replace(escaped(from), escaped(to)),
    terms: [],
    evidence,
    openQuestions: [],
  };
  return { fix, base };
}

export const RESET: Draft = newArticle('reset password link email', [
  ['What email address do you use to sign in?', 'Which email address do you use to sign in to the planner?'],
  ['Please check your spam folder for the reset mail.', 'Please check the spam folder for our reset mail first.'],
  ['Click on Forgot password and enter your work email.', 'Please click on Forgot password and enter the work email.'],
  ['The reset link is valid for 30 minutes.', 'The reset link is valid for 30 minutes only.'],
  ["You can't reuse one of your last 5 passwords.", "You can't reuse any of the last 5 passwords."],
  [
    'If the link has expired, request a new one from Settings > Security.',
    'If the link has expired, request a new one.',
  ],
]);

export const EXPORT: Draft = newArticle('export planner calendar', [
  ['Please tell me which calendar you want to export.', 'Please tell me which calendar you would export.'],
  ['Open Settings and choose Calendar feeds.', 'You can open Settings and choose Calendar feeds there.'],
  ['Do not share the feed address with anyone outside your team.', 'Do not share the feed address with others.'],
  ['Turn on Public link before you copy the address.', 'Turn on Public link before you copy the feed address.'],
  ['Exports larger than 20 MB are sent by email within 2 hours.', 'Exports larger than 20 MB are sent by email.'],
]);

export const LIMIT: Draft = patchOf(
  '<h2>Limits</h2>\n<p>You can export up to 500 shifts at once. Larger exports are split into parts.</p>\n<p>See <a href="https://help.shiftloom.example/a/1">exports</a>.</p>',
  'You can export up to 500 shifts at once.',
  'You can export up to 2,000 shifts at once.',
  'You can now export up to 2,000 shifts at once.',
);

export const DRAFTS: readonly Draft[] = [RESET, EXPORT, LIMIT];
