import { NOTICE_WORDS, type Notice, type NoticeLanguage } from './notice-words.ts';

const STYLE =
  'body{font:14px/1.5 system-ui,sans-serif;color:#2f3941;background:#fff;margin:0;padding:24px}' +
  'main{max-width:44ch;margin:10vh auto 0}h1{font-size:18px;line-height:1.3;margin:0 0 8px}p{margin:0;color:#49545c}' +
  '@media(prefers-color-scheme:dark){body{color:#d8dcde;background:#151a1e}p{color:#b0b8be}}';

/** The page of a notice: words alone, no script. */
export function noticePage(notice: Notice, vendor: 'Zendesk' | 'Intercom', language: NoticeLanguage): string {
  const [title, text] = NOTICE_WORDS[language][notice];
  return wordsPage(title.replaceAll('{vendor}', vendor), text.replaceAll('{vendor}', vendor), language);
}

const escaped = (words: string) => words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page of a title and a text, whatever is in them. */
export function wordsPage(title: string, text: string, language: NoticeLanguage = 'en'): string {
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">' +
    `<title>${escaped(title)}</title><link rel="icon" href="data:,"><style>${STYLE}</style></head>` +
    `<body><main><h1>${escaped(title)}</h1><p>${escaped(text)}</p></main></body></html>`
  );
}

/** The policy of a notice: its one style by its hash, and nothing else. `frames` is a source list, or `'none'`. */
export async function noticePolicy(frames: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(STYLE)));
  const hash = btoa(String.fromCharCode(...digest));
  return (
    `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'; ` +
    `frame-ancestors ${frames}`
  );
}
