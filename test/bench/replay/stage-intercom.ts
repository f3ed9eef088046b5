import { SUBSCRIPTIONS } from '../../../worker/intercom/webhooks/events.ts';
import { NO_LIMITS } from '../../sandbox/intercom/access/rate-limit.ts';
import { TOPICS } from '../../sandbox/intercom/conversations/topics.ts';
import { createIntercom, type Intercom, SANDBOX_CLIENT } from '../../sandbox/intercom/driver.ts';
import { actsOf, createPlayer } from './acts.ts';
import { AGENTS, nameOf, type Stage, type StageOptions, timeBefore, UNCHECKED } from './stage.ts';

/** Intercom's own words for where a conversation came from; what it has none for came by the Messenger. */
const SOURCE_TYPES: Record<string, string> = { email: 'email', phone: 'phone_call', sms: 'sms', twitter: 'twitter' };

export function createIntercomStage({ articles, tickets, now, openapi, times }: StageOptions): Stage {
  const intercom = createIntercom({
    clock: { now: () => new Date(now()) },
    seed: 'replay',
    limits: NO_LIMITS,
    openapi,
  });
  intercom.webhooks.config({ times });
  const at = timeBefore(tickets);
  const admins = Array.from({ length: AGENTS }, (_, n) =>
    intercom.addAdmin({ name: nameOf('a', n), email: `a${n}@sandbox.example`, at }),
  );
  const adminOf = (n: number) => admins[n % AGENTS] ?? intercom.admin;
  const contacts = new Map<number, ReturnType<Intercom['addContact']>>();
  const contactOf = (n: number) => {
    const known = contacts.get(n);
    if (known) return known;
    const company = intercom.addCompany({ name: nameOf('c', n), website: `c${n}.example`, at });
    const email = `u${n}@c${n}.example`;
    const contact = intercom.addContact({ name: nameOf('c', n), email, companies: [company], at, isSilent: true });
    contacts.set(n, contact);
    return contact;
  };
  const { play, ticketIds } = createPlayer(tickets, {
    open({ subject, channel, messages: [first] }, n, isTold) {
      const message = { body: first?.text ?? '', ...(first ? { at: first.at } : {}) };
      const source = { contact: contactOf(n), subject, channel: SOURCE_TYPES[channel] ?? 'conversation' };
      return intercom.openConversation({ ...source, ...message, isSilent: !isTold }).id;
    },
    say(conversation, n, { author, text: body, at }, isTold) {
      const by = author === 'agent' ? adminOf(n) : contactOf(n);
      intercom.addPart({ conversation, author: by, body, at, isSilent: !isTold });
    },
    solve: (conversation, n, at) => void intercom.closeConversation({ conversation, by: adminOf(n), at }),
  });
  return {
    acts: actsOf(tickets),
    articleIds: addArticles(intercom, articles, at),
    ticketIds,
    installerId: intercom.admin.id,
    requests: () => intercom.requests,
    vars: { INTERCOM_CLIENT_SECRET: SANDBOX_CLIENT.secret },
    get violations() {
      return intercom.isOpenApiChecked ? intercom.violations : UNCHECKED;
    },
    play,
    flush: () => intercom.flushWebhooks(),
    async connect(mend) {
      const { url: baseUrl } = await intercom.listen();
      const topics = TOPICS.filter((topic) => SUBSCRIPTIONS.includes(topic));
      intercom.webhooks.subscribe({ endpoint: `${mend.url}/webhooks/intercom`, topics });
      const body = { baseUrl, token: intercom.issueToken().accessToken, policy: {} };
      return (await mend.api<{ tenant: string }>('/tenants/intercom', { method: 'POST', body })).tenant;
    },
    close: () => intercom.close(),
  };
}

function addArticles(intercom: Intercom, articles: StageOptions['articles'], at: number): Map<string, string> {
  const ids = new Map<string, string>();
  const collections = new Map<string, ReturnType<Intercom['addCollection']>>();
  for (const { id, section: name, title, body_html: body } of articles) {
    const collection = collections.get(name) ?? intercom.addCollection({ name, at });
    collections.set(name, collection);
    ids.set(intercom.addArticle({ collection, title, body, at, isSilent: true }).id, id);
  }
  return ids;
}
