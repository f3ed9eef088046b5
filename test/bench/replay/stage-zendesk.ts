import { NO_LIMITS } from '../../sandbox/zendesk/access/rate-limit.ts';
import { createZendesk, type Zendesk } from '../../sandbox/zendesk/driver.ts';
import { actsOf, createPlayer } from './acts.ts';
import { AGENTS, nameOf, type Stage, type StageOptions, timeBefore, UNCHECKED } from './stage.ts';

/** Longer than any replay: a token that runs out is no matter of it. */
const TOKEN_SECONDS = 172_800;

export function createZendeskStage({ articles, tickets, now, openapi, times }: StageOptions): Stage & {
  /** Our webhook, once connected: its id and the secret it signs with. */
  webhook(): { id: string; secret: string };
} {
  const zendesk = createZendesk({ clock: { now: () => new Date(now()) }, seed: 'replay', limits: NO_LIMITS, openapi });
  zendesk.webhooks.config({ times });
  const at = timeBefore(tickets);
  const articleIds = addArticles(zendesk, articles, at);
  const agents = Array.from({ length: AGENTS }, (_, n) =>
    zendesk.addUser({ name: nameOf('a', n), email: `a${n}@sandbox.example`, role: 'agent', at }),
  );
  const agentOf = (n: number) => agents[n % AGENTS] ?? zendesk.admin;
  const customers = new Map<number, ReturnType<Zendesk['addUser']>>();
  const customerOf = (n: number) => {
    const known = customers.get(n);
    if (known) return known;
    const organization = zendesk.addOrganization({ name: nameOf('c', n), domains: [`c${n}.example`], at });
    const user = zendesk.addUser({ name: nameOf('c', n), email: `u${n}@c${n}.example`, organization, at });
    customers.set(n, user);
    return user;
  };
  const { play, ticketIds } = createPlayer(tickets, {
    open({ subject, channel, messages: [first] }, n, isTold) {
      const message = { comment: first?.text ?? '', ...(first ? { at: first.at } : {}) };
      const requester = customerOf(n);
      return String(zendesk.openTicket({ requester, subject, channel, ...message, isSilent: !isTold }).id);
    },
    say(id, n, { author, text, at }, isTold) {
      const by = author === 'agent' ? agentOf(n) : customerOf(n);
      zendesk.addComment({ ticket: Number(id), author: by, body: text, at, isSilent: !isTold });
    },
    solve: (id, n, at) => zendesk.setStatus({ ticket: Number(id), status: 'solved', by: agentOf(n), at }),
  });
  return {
    acts: actsOf(tickets),
    articleIds,
    ticketIds,
    installerId: String(zendesk.admin.id),
    requests: () => zendesk.requests,
    vars: {},
    get violations() {
      return zendesk.isOpenApiChecked ? zendesk.violations : UNCHECKED;
    },
    play,
    flush: () => zendesk.flushWebhooks(),
    async connect(mend) {
      const { url: baseUrl } = await zendesk.listen();
      const { id, subdomain } = zendesk.account;
      const token = zendesk.issueToken({ expiresIn: TOKEN_SECONDS }).accessToken;
      const body = { accountId: String(id), subdomain, baseUrl, token, policy: {} };
      return (await mend.api<{ tenant: string }>('/tenants/zendesk', { method: 'POST', body })).tenant;
    },
    webhook() {
      const [webhook] = zendesk.webhooks.list();
      if (!webhook) throw new Error('the account was not connected: it has no webhook');
      return webhook;
    },
    close: () => zendesk.close(),
  };
}

function addArticles(zendesk: Zendesk, articles: StageOptions['articles'], at: number): Map<string, string> {
  const ids = new Map<string, string>();
  const sections = new Map<string, ReturnType<Zendesk['addSection']>>();
  for (const { id, section: name, title, body_html: body } of articles) {
    const section = sections.get(name) ?? zendesk.addSection({ name, at });
    sections.set(name, section);
    ids.set(String(zendesk.addArticle({ section, title, body, at, isSilent: true }).id), id);
  }
  return ids;
}
