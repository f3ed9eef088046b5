import type { Article } from '../../../shared/article.ts';
import type { Person, RawConversation } from '../../../worker/loop/ports/helpdesk.ts';
import type { LoopMessage } from '../../../worker/loop/ports/messages.ts';
import { anArticle } from '../../contracts/examples.ts';
import { handedOnAt } from '../../sandbox/handed-on.ts';
import { articles, conversations, product, type SeedConversation } from '../../sandbox/seed/index.ts';

const person = (role: 'customer' | 'agent', p: { key: string; name: string; email: string }): Person => ({
  id: p.key,
  role,
  name: p.name,
  email: p.email,
  phone: null,
});

/** The sandbox's help center as articles of a loop test. */
export function seededArticles(): Article[] {
  return articles.map((a, i) =>
    anArticle(String(100 + i), {
      section: product.sections.find((s) => s.key === a.section)?.name ?? '',
      sectionId: a.section,
      title: a.title,
      labels: a.labels,
      bodyHtml: a.bodyHtml,
      updatedAt: 1,
    }),
  );
}

/** The sandbox's conversations as the helpdesk would state them once each was solved the first time. */
export function seededConversations(isWanted: (c: SeedConversation) => boolean = () => true): RawConversation[] {
  return conversations.filter(isWanted).map((c, i): RawConversation => {
    const customer = product.customers.find((p) => p.key === c.customer);
    if (!customer) throw new Error(`nobody is ${c.customer}`);
    const organization = product.organizations.find((o) => o.key === customer.org);
    const solvedAt = Date.parse(c.solvedAt);
    const turns = c.turns.filter((turn) => Date.parse(turn.at) <= solvedAt);
    return {
      id: String(9000 + i),
      subject: c.subject,
      channel: c.channel,
      state: 'solved',
      mergedInto: null,
      requester: person('customer', customer),
      people: product.agents.map((agent) => person('agent', agent)),
      organization: organization ? { id: organization.key, name: organization.name, domains: [] } : null,
      brand: null,
      createdAt: Date.parse(c.at),
      updatedAt: solvedAt,
      solvedAt,
      reopenedAt: [],
      handovers: 0,
      rating: null,
      tags: [],
      segment: {},
      ...(c.handedOn
        ? {
            teams: [
              { name: c.handedOn.from, since: Date.parse(c.at) },
              { name: c.handedOn.to, since: handedOnAt(c) },
            ],
          }
        : {}),
      turns: turns.map((turn, n) => ({
        id: `${i}-${n}`,
        author: turn.author,
        authorId: turn.author === 'agent' ? (turn.agentKey ?? product.agents[0]?.key ?? '') : customer.key,
        text: turn.text,
        html: null,
        isPublic: turn.public,
        at: Date.parse(turn.at),
      })),
    };
  });
}

/** What the helpdesk tells of a conversation: that it was opened, and that it was solved. */
export function toldOf(c: RawConversation): LoopMessage[] {
  return [
    { type: 'observe', at: c.createdAt, conversationId: c.id, moment: 'opened' },
    { type: 'observe', at: c.updatedAt, conversationId: c.id, moment: 'solved' },
  ];
}
