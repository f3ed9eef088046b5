import type { NoticeLanguage } from './notice-words.ts';
import { SURVEY_WORDS } from './survey-words.ts';

/** From not at all to fully. Origin: CES 2.0. */
export const SURVEY_SCORES: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;color:#2f3941;background:#fff;margin:0;padding:24px}' +
  'main{max-width:36rem;margin:8vh auto 0}h1{font-size:20px;line-height:1.35;margin:0 0 16px}p{margin:0 0 16px;color:#49545c}' +
  'fieldset{border:0;margin:0;padding:0}legend{padding:0;margin:0 0 16px;font-size:20px;font-weight:600;line-height:1.35}' +
  '.scale{display:grid;grid-template-columns:repeat(7,1fr);gap:6px}.ends{display:flex;justify-content:space-between;gap:16px;margin:8px 0 20px;color:#49545c;font-size:14px}' +
  '.scale input{position:absolute;opacity:0;width:1px;height:1px}' +
  '.scale span{display:block;text-align:center;padding:12px 0;border:1px solid #87929d;border-radius:6px;cursor:pointer}' +
  '.scale input:checked+span{background:#1f73b7;border-color:#1f73b7;color:#fff}.scale input:focus-visible+span{outline:3px solid #1f73b7;outline-offset:2px}' +
  'button{font:inherit;font-weight:600;padding:10px 20px;border:0;border-radius:6px;background:#1f73b7;color:#fff;cursor:pointer}' +
  'button:focus-visible{outline:3px solid #1f73b7;outline-offset:2px}' +
  '@media(prefers-color-scheme:dark){body{color:#d8dcde;background:#151a1e}p,.ends{color:#b0b8be}' +
  '.scale input:focus-visible+span,button:focus-visible{outline-color:#7db5e0}}';

const escaped = (words: string) => words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The page of the survey: the question as a form that works without a script, or a sentence. */
export function surveyPage(state: 'open' | 'answered' | 'closed' | 'thanks', language: NoticeLanguage): string {
  const words = SURVEY_WORDS[language];
  const title = state === 'open' ? words.question : words[state][0];
  const body =
    state === 'open' ? formOf(words) : `<h1>${escaped(words[state][0])}</h1><p>${escaped(words[state][1])}</p>`;
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">' +
    `<title>${escaped(title)}</title><link rel="icon" href="data:,"><style>${STYLE}</style></head>` +
    `<body><main>${body}</main></body></html>`
  );
}

function formOf(words: (typeof SURVEY_WORDS)[NoticeLanguage]): string {
  const scale = SURVEY_SCORES.map(
    (score) => `<label><input type="radio" name="score" value="${score}" required><span>${score}</span></label>`,
  );
  return (
    `<form method="post"><fieldset><legend>${escaped(words.question)}</legend><div class="scale">${scale.join('')}</div>` +
    `<div class="ends"><span>1: ${escaped(words.low)}</span><span>7: ${escaped(words.high)}</span></div></fieldset>` +
    `<button>${escaped(words.send)}</button></form>`
  );
}

/** The page's policy: its one style by its hash, a form to itself, nobody's frame. */
export async function surveyPolicy(): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(STYLE)));
  const hash = btoa(String.fromCharCode(...digest));
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
}
