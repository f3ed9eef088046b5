import { articleUrl } from './articleUrl.ts';
import { organizations } from './organizations.ts';
import { agents, ordinaryCustomers } from './people.ts';
import { agentSlip, colleague, customerSlip, internalNote } from './personal.ts';
import { type Random, random } from './random.ts';
import type { Agent, Channel, Customer, Draft, DraftTurn, HandedOn } from './types.ts';
import { acknowledgement, agentMessage, customerOpening, gratefulReply, listsSteps, withQuotedMail } from './voices.ts';
import { type Slots, write } from './wording.ts';

/**
 * What people ask about one thing and what agents answer. All texts are templates (see wording.ts). `steps` come in
 * order, each in its usual wordings; `facts` follow them. `misses` are first answers that did not help, with the
 * customer's second try. `gist` is how agents introduce the steps.
 */
export interface Topic {
  story: string;
  name: string;
  article?: string;
  count: number;
  from?: string;
  to?: string;
  firstCustomer: number;
  subjects: readonly string[];
  questions: readonly string[];
  clarifications: readonly { ask: string; reply: string }[];
  misses?: readonly { answer: string; complaint: string }[];
  gist: readonly string[];
  steps: readonly (readonly string[])[];
  facts: readonly (readonly string[])[];
  followUps: readonly { ask: string; answer: string }[];
  /** Chance of an agent to leave a step or a fact out; usual is .12 and .5. */
  skip?: { step: number; fact: number };
  /** Chance that an agent pastes the article's address; 0 where no article fits. */
  linking?: number;
  /** Chance of a rating and of a bad one among the ratings. */
  rating?: { given: number; bad: number };
  reopens?: readonly number[];
  /** Nothing to be tried out, no steps: an apology or a thing done. */
  isPlain?: boolean;
  /** The team that all of it lands with, and the one that answers it. */
  handedOn?: HandedOn;
}

const CHANNELS: readonly Channel[] = ['email', 'chat', 'web', 'email', 'chat', 'web', 'email'];
const WINDOW = { from: '2026-11-02T07:00:00Z', to: '2026-11-15T20:00:00Z' };

const nth = <T>(items: readonly T[], index: number): T => {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('nth needs at least one item');
  return item;
};

/** Spreads a topic over its window without putting its questions in order: a permutation of 0..count-1. */
function sliceOf(index: number, count: number): number {
  const step = [5, 7, 3].find((candidate) => count % candidate !== 0) ?? 1;
  return (index * step) % count;
}

function slotsOf(rng: Random, customer: Customer, agent: Agent): Slots {
  const organization = organizations.find(({ key }) => key === customer.org);
  return {
    first: customer.name.split(' ')[0] ?? customer.name,
    org: organization?.name ?? 'my own small business',
    site: organization ? rng.pick(organization.sites) : 'my place',
    colleague: colleague(rng).split(' ')[0] ?? '',
    agent: agent.name.split(' ')[0] ?? agent.name,
    n: String(rng.between(6, 48)),
    day: rng.pick(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']),
  };
}

function answerBody(rng: Random, topic: Topic, agentKey: string, slots: Slots, channel: Channel): string {
  const skip = topic.skip ?? { step: 0.12, fact: 0.5 };
  const steps = topic.steps
    .filter((_, i) => i === 0 || !rng.chance(skip.step))
    .map((step) => write(rng.pick(step), rng, slots));
  const facts = topic.facts.filter(() => !rng.chance(skip.fact)).map((fact) => write(rng.pick(fact), rng, slots));
  const link =
    topic.article !== undefined && rng.chance(topic.linking ?? 0.3)
      ? [
          `${rng.pick(['It is also described here:', 'Here is the article with pictures:', 'The steps are in our help center too:'])} ${articleUrl(topic.article)}`,
        ]
      : [];
  const gist = write(rng.pick(topic.gist), rng, slots);
  if (!topic.isPlain && listsSteps(rng, agentKey, channel)) {
    const list = steps.map((step, i) => `${i + 1}. ${step}`).join('\n');
    return [gist, list, [...facts, ...link].join(' ')].filter((part) => part !== '').join('\n\n');
  }
  return [gist, ...steps, ...facts, ...link].filter((part) => part !== '').join(' ');
}

/** The `index`-th conversation of a topic. The same topic and index give the same conversation. */
function conversation(topic: Topic, index: number): Draft {
  const key = `${topic.name}-${String(index + 1).padStart(2, '0')}`;
  const rng = random(key);
  const customer = nth(ordinaryCustomers, topic.firstCustomer * 13 + index * 7);
  const agent = nth(agents, topic.firstCustomer + index);
  const channel = nth(CHANNELS, topic.firstCustomer + index);
  const slots = slotsOf(rng, customer, agent);
  const about = colleague(rng);
  const organization = organizations.find(({ key: org }) => org === customer.org)?.name ?? '';
  const [fastest, slowest] = channel === 'chat' ? [1, 5] : [10, 75];
  const turns: DraftTurn[] = [];
  let speaker = agent;
  let hasSlipped = false;

  const says = (author: DraftTurn['author'], text: string, isPublic = true): void => {
    turns.push({
      author,
      ...(author === 'agent' ? { agentKey: speaker.key } : {}),
      text,
      public: isPublic,
      wait: turns.length === 0 ? 0 : rng.between(fastest, slowest),
    });
  };
  const agentSays = (body: string, last: boolean): void => {
    const first = !turns.some((turn) => turn.public && turn.agentKey === speaker.key);
    const slip = !hasSlipped && rng.chance(0.18) ? ` ${agentSlip(rng, customer, about)}` : '';
    hasSlipped ||= slip !== '';
    says(
      'agent',
      agentMessage(rng, speaker.key, `${body}${slip}`, slots, {
        first,
        last,
        channel,
        isPlain: topic.isPlain ?? false,
      }),
    );
  };
  const customerSays = (text: string): void => {
    const quoted = turns.findLast((turn) => turn.public && turn.author === 'agent');
    const slip = rng.chance(0.15) ? ` ${customerSlip(rng, customer, about)}` : '';
    const reply = slip === '' || /[.!?)]$/.test(text) ? `${text}${slip}` : `${text}.${slip}`;
    says(
      'customer',
      channel === 'email' && quoted && rng.chance(0.6) ? withQuotedMail(rng, reply, quoted.text, speaker.name) : reply,
    );
  };

  const asked = write(nth(topic.questions, index), rng, slots);
  const question = asked.charAt(0).toUpperCase() + asked.slice(1);
  const slip = rng.chance(0.35) ? ` ${customerSlip(rng, customer, about)}` : '';
  says('customer', customerOpening(rng, customer, organization, `${question}${slip}`, channel));
  if (rng.chance(0.16)) says('agent', internalNote(rng, customer, about), false);

  if (topic.misses !== undefined && index % 3 === 0) {
    const miss = nth(topic.misses, index / 3);
    agentSays(write(miss.answer, rng, slots), false);
    customerSays(write(miss.complaint, rng, slots));
    if (rng.chance(0.4)) {
      says('agent', `Can someone take over? ${slots.first} is stuck and I have to go.`, false);
      speaker = nth(agents, agents.indexOf(agent) + 2);
    }
  } else if (topic.clarifications.length > 0 && index % 3 === 1) {
    const clarification = nth(topic.clarifications, index);
    agentSays(write(clarification.ask, rng, slots), false);
    customerSays(write(clarification.reply, rng, slots));
  }
  const hasFollowUp = topic.followUps.length > 0 && index % 5 < 2;
  agentSays(answerBody(rng, topic, speaker.key, slots, channel), !hasFollowUp);
  if (hasFollowUp) {
    const followUp = nth(topic.followUps, index + Math.floor(index / 5));
    customerSays(write(followUp.ask, rng, slots));
    agentSays(write(followUp.answer, rng, slots), true);
  }
  const named = { ...slots, agent: speaker.name.split(' ')[0] ?? '' };
  const isReopened = topic.reopens?.includes(index) ?? false;
  if (isReopened) {
    customerSays(
      write(
        '[Sorry, me again.|I have to come back to this.] {colleague} tried it [this morning|today] and could not find it. Could you [send it once more|go through it again]?',
        rng,
        slots,
      ),
    );
    agentSays(answerBody(rng, topic, speaker.key, slots, channel), true);
  } else if (rng.chance(0.78)) customerSays(topic.isPlain ? acknowledgement(rng, named) : gratefulReply(rng, named));

  const rating = topic.rating ?? { given: 0.3, bad: 0.06 };
  return {
    key,
    story: topic.story,
    customer: customer.key,
    channel,
    turns,
    subject: write(nth(topic.subjects, index), rng, slots),
    slice: { index: sliceOf(index, topic.count), of: topic.count },
    from: topic.from ?? WINDOW.from,
    to: topic.to ?? WINDOW.to,
    ...(topic.article === undefined ? {} : { articleKey: topic.article }),
    ...(topic.handedOn === undefined ? {} : { handedOn: topic.handedOn }),
    ...(rng.chance(rating.given) ? { rating: rng.chance(rating.bad) ? ('bad' as const) : ('good' as const) } : {}),
    ...(isReopened ? { reopensAtTurn: turns.findLastIndex((turn) => turn.author === 'customer') } : {}),
  };
}

/** All conversations of a topic, in no order of time. */
export const converse = (topic: Topic): Draft[] =>
  Array.from({ length: topic.count }, (_, index) => conversation(topic, index));
