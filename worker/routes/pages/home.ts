import { Hono } from 'hono';

/** What `/` looks like: no script, one style of its own. */
const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;color:#293239;background:#fff;margin:0;padding:24px}' +
  'main{max-width:62ch;margin:6vh auto}h1{font-size:30px;line-height:1.2;margin:0 0 8px}h2{font-size:18px;margin:28px 0 6px}' +
  'p,ul{margin:0 0 10px}ul{padding-inline-start:20px}small,.quiet{color:#5c6970}' +
  '.ways{display:grid;grid-template-columns:repeat(auto-fit,minmax(240px,1fr));gap:16px;margin:20px 0}' +
  'form{border:1px solid #d8dcde;border-radius:8px;padding:16px}label{display:block;font-weight:600;margin-bottom:6px}' +
  'input,select{font:inherit;width:100%;box-sizing:border-box;padding:8px;border:1px solid #87929d;border-radius:4px;color:inherit;background:inherit}' +
  'button{font:inherit;font-weight:600;margin-top:12px;padding:8px 16px;border:0;border-radius:4px;background:#1f73b7;color:#fff;cursor:pointer}' +
  ':focus-visible{outline:2px solid #1f73b7;outline-offset:2px}' +
  '@media(prefers-color-scheme:dark){body{color:#d8dcde;background:#151a1e}small,.quiet{color:#b0b8be}form{border-color:#39434b}}';

const BODY = `<main>
<h1>Mend keeps your help center true</h1>
<p>It reads what customers ask and what your agents answer, finds where an article is missing, out of date or contradicted,
and proposes the mended words with the tickets they come from. You decide; it publishes, reads back, and watches whether
customers fare better.</p>
<div class="ways">
<form action="/oauth/zendesk/start" method="get">
<label for="subdomain">Zendesk: your subdomain</label>
<input id="subdomain" name="subdomain" required pattern="[A-Za-z0-9][A-Za-z0-9-]{0,62}" placeholder="acme" autocomplete="off" aria-describedby="example">
<small id="example">acme, where your agents work at acme.zendesk.com</small>
<button>Connect Zendesk</button>
</form>
<form action="/oauth/intercom/start" method="get">
<label for="region">Intercom: where your data is</label>
<select id="region" name="region"><option value="us">United States</option><option value="eu">Europe</option><option value="au">Australia</option></select>
<button>Connect Intercom</button>
</form>
</div>
<h2>What happens then</h2>
<ul>
<li>Your helpdesk asks an admin what Mend may do. It asks to read tickets, people and articles, and to write articles; macros
only where you allow them.</li>
<li>Mend reads your articles and the solved tickets of the last weeks, newest first. Its first findings come within minutes,
in the app <b>Mend</b> in your helpdesk’s navigation.</li>
<li>Nothing is published by itself. Every change waits for a lead, and can be taken back by one press.</li>
</ul>
<h2>What is read and kept</h2>
<ul>
<li>Names, addresses, numbers and secrets leave every text before it is stored. Texts of tickets are kept for 30 days.</li>
<li>Tickets of private groups are neither stored nor learned from. What a person asks to have forgotten is forgotten for good.</li>
<li>Disconnected, Mend removes its webhook at once and everything it learned after seven days. Published articles stay.</li>
</ul>
</main>`;

/** `/`: what Mend is, and the two ways to connect. Where a form leads is the helpdesk's own page. */
export function homeRoutes(): Hono {
  const routes = new Hono();
  routes.get('/', async (c) => {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(STYLE)));
    const hash = btoa(String.fromCharCode(...digest));
    c.header(
      'content-security-policy',
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; frame-ancestors 'none'; ` +
        "form-action 'self' https://*.zendesk.com https://app.intercom.com https://app.eu.intercom.com https://app.au.intercom.com",
    );
    c.header('cache-control', 'public, max-age=300');
    return c.html(PAGE);
  });
  return routes;
}

const PAGE =
  '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
  '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">' +
  `<title>Mend</title><link rel="icon" href="data:,"><style>${STYLE}</style></head><body>` +
  BODY +
  '</body></html>';
