/** Why an app's page is not shown, in terms of what the person can do about it. `{vendor}` is the helpdesk's name. */
export const NOTICES = {
  reopen: {
    title: 'Open Mend again',
    text: 'This page was opened too long ago to be loaded again. Reload {vendor}, or close Mend there and open it anew.',
  },
  link: {
    title: 'This link was used',
    text: 'A link to the console opens it once, within two minutes. Go back to {vendor} and open the console from there.',
  },
  forged: {
    title: 'Mend can’t tell who you are',
    text: 'Open Mend from within {vendor}. If you did, an admin must connect this account to Mend, or connect it again.',
  },
  rights: {
    title: 'Mend is for agents',
    text: '{vendor} does not know you as an active agent of this account. Ask an admin for a seat.',
  },
  waiting: {
    title: '{vendor} does not answer',
    text: 'Mend asks {vendor} who you are before it shows anything, and got no answer. Try again in a minute.',
  },
  unbuilt: {
    title: 'The app is not built',
    text: 'This worker was deployed without its pages. Run “npm run build:apps” and deploy it again.',
  },
  broken: {
    title: 'Something went wrong',
    text: 'Mend could not open, and wrote down why. Try again; if it stays so, tell who runs Mend for you.',
  },
} as const;
export type Notice = keyof typeof NOTICES;

const STYLE =
  'body{font:14px/1.5 system-ui,sans-serif;color:#2f3941;background:#fff;margin:0;padding:24px}' +
  'main{max-width:44ch;margin:10vh auto 0}h1{font-size:18px;line-height:1.3;margin:0 0 8px}p{margin:0;color:#49545c}' +
  '@media(prefers-color-scheme:dark){body{color:#d8dcde;background:#151a1e}p{color:#b0b8be}}';

/** The page of a notice: words alone, no script. */
export function noticePage(notice: Notice, vendor: 'Zendesk' | 'Intercom'): string {
  const { title, text } = NOTICES[notice];
  return wordsPage(title.replaceAll('{vendor}', vendor), text.replaceAll('{vendor}', vendor));
}

const escaped = (words: string) => words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page of a title and a text, whatever is in them. */
export function wordsPage(title: string, text: string): string {
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
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
