import { handedOnAt } from '../handed-on.ts';
import type { SeedConversation, SeedTurn } from '../seed/index.ts';
import type { Zendesk } from '../zendesk/driver.ts';
import type { Helpdesk } from './helpdesk.ts';

/** How long after the last solving a customer answers the survey. */
const RATING_AFTER_MS = 30 * 60_000;

/** One thing that happens at the helpdesk. */
export interface Act {
  at: number;
  play(): void;
}

/** Everything that happens in these conversations, in order of event time. */
export function actsOf(conversations: SeedConversation[], zendesk: Zendesk, helpdesk: Helpdesk): Act[] {
  return conversations
    .flatMap((conversation) => actsOfOne(conversation, zendesk, helpdesk))
    .map((act, i) => ({ act, i }))
    .sort((a, b) => a.act.at - b.act.at || a.i - b.i)
    .map(({ act }) => act);
}

/** Opening, turns, solving, coming back, solving again, rating: as agents and customers do it in the product. */
function actsOfOne(conversation: SeedConversation, zendesk: Zendesk, helpdesk: Helpdesk): Act[] {
  const { turns, solvedAt, solvedAgainAt, rating, handedOn } = conversation;
  const customer = known(helpdesk.customers, conversation.customer);
  const agentOf = (turn: SeedTurn) => known(helpdesk.agents, turn.agentKey ?? '');
  let ticket = 0;
  let assignee = 0;

  const [opening, ...later] = turns;
  if (!opening) throw new Error(`conversation ${conversation.key} is empty`);
  const acts: Act[] = [
    {
      at: Date.parse(opening.at),
      play() {
        const { subject, channel } = conversation;
        const comment = helpdesk.localised(opening.text);
        const group = handedOn ? { group: known(helpdesk.groups, handedOn.from) } : {};
        ticket = zendesk.openTicket({ requester: customer, subject, comment, channel, ...group, at: opening.at }).id;
      },
    },
  ];
  if (handedOn) {
    const at = handedOnAt(conversation);
    acts.push({ at, play: () => zendesk.assign({ ticket, group: known(helpdesk.groups, handedOn.to), at }) });
  }
  for (const turn of later)
    acts.push({
      at: Date.parse(turn.at),
      play() {
        const author = turn.author === 'agent' ? agentOf(turn) : customer;
        if (turn.author === 'agent' && turn.public && author !== assignee) {
          zendesk.assign({ ticket, agent: author, by: author, at: turn.at });
          assignee = author;
        }
        zendesk.addComment({ ticket, author, body: helpdesk.localised(turn.text), public: turn.public, at: turn.at });
      },
    });
  for (const at of [solvedAt, solvedAgainAt])
    if (at)
      acts.push({ at: Date.parse(at), play: () => zendesk.setStatus({ ticket, status: 'solved', by: assignee, at }) });
  if (rating) {
    const at = Date.parse(solvedAgainAt ?? solvedAt) + RATING_AFTER_MS;
    acts.push({ at, play: () => void zendesk.rate({ ticket, score: rating, at }) });
  }
  return acts;
}

function known(ids: Map<string, number>, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`nobody is called ${key}`);
  return id;
}
