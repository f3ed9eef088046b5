import { signature } from './personal.ts';
import type { Random } from './random.ts';
import type { Channel, Customer } from './types.ts';
import { type Slots, write } from './wording.ts';

interface Voice {
  greetings: readonly string[];
  leads: readonly string[];
  closings: readonly string[];
  signOff: string;
  listsSteps: number;
}

/** How each agent greets, leads in, closes and signs, and how often they number their steps. */
const voices: Readonly<Record<string, Voice>> = {
  ines: {
    greetings: ['Hi {first},', 'Hello {first}!'],
    leads: ['Thanks for getting in touch.', 'Happy to help with this one.'],
    closings: ['Let me know how you get on!', 'Shout if anything looks different on your side.'],
    signOff: 'Warm regards,\nInes\nShiftloom Support',
    listsSteps: 0.2,
  },
  tom: {
    greetings: ['Hi {first},', 'Hey {first},'],
    leads: ['Sure, that is quickly done.', 'No problem at all.', ''],
    closings: ['Cheers, and have a good day.', 'Hope that does it.'],
    signOff: 'Tom',
    listsSteps: 0.1,
  },
  priya: {
    greetings: ['Dear {first},', 'Good morning {first},'],
    leads: ['Thank you for contacting Shiftloom Support.', 'Thank you for your patience.'],
    closings: ['Please do not hesitate to write again.', 'I will keep this ticket open for you until tomorrow.'],
    signOff: 'Kind regards,\nPriya Raman\nSenior Support Specialist, Shiftloom\nDirect line: 020 7946 0311',
    listsSteps: 0.45,
  },
  jonas: {
    greetings: ['Hello {first},', 'Hi {first},'],
    leads: ['Good question.', 'Let me walk you through it.'],
    closings: ['Does that answer your question?', 'Just reply here if something is unclear.'],
    signOff: 'Best,\nJonas',
    listsSteps: 0.5,
  },
  leila: {
    greetings: ['Hi {first}, Leila here.', 'Hi {first}!'],
    leads: ['I see what you mean.', 'Thanks for explaining it so clearly.', 'I am sorry that this cost you time.'],
    closings: ['I hope this makes the rest of your day easier.', 'Anything else I can do for you today?'],
    signOff: 'Leila\nShiftloom Support Team',
    listsSteps: 0.15,
  },
  marcus: {
    greetings: ['Hello {first},', 'Morning {first},'],
    leads: ['Thanks for the message.', 'This one comes up a lot.', ''],
    closings: ['All the best for the week.', 'Give it a try and tell me whether it works.'],
    signOff: 'Regards,\nMarcus Oyelaran\nmarcus@shiftloom.example',
    listsSteps: 0.3,
  },
};

function voice(agentKey: string): Voice {
  const found = voices[agentKey];
  if (found === undefined) throw new Error(`no voice for ${agentKey}`);
  return found;
}

/** Whether this agent writes this answer as a numbered list; never in a chat. */
export const listsSteps = (rng: Random, agentKey: string, channel: Channel): boolean =>
  channel !== 'chat' && rng.chance(voice(agentKey).listsSteps);

/**
 * An agent's message: greeting and lead where it is their first one, the body, a closing and, in mail, a signature.
 * A plain message has no lead and no closing: what is said is too serious for them.
 */
export function agentMessage(
  rng: Random,
  agentKey: string,
  body: string,
  slots: Slots,
  options: { first: boolean; last: boolean; channel: Channel; isPlain?: boolean },
): string {
  const { greetings, leads, closings, signOff } = voice(agentKey);
  const lead = options.isPlain ? '' : write(rng.pick(leads), rng, slots);
  const opening = options.first ? [write(rng.pick(greetings), rng, slots), lead] : [];
  const closing = options.last && !options.isPlain && rng.chance(0.8) ? [write(rng.pick(closings), rng, slots)] : [];
  if (options.channel === 'chat')
    return [opening[0] ?? '', [...opening.slice(1), body, ...closing].filter((part) => part !== '').join(' ')]
      .filter((part) => part !== '')
      .join('\n');
  return [
    opening[0] ?? '',
    [opening[1] ?? '', body].filter((part) => part !== '').join(body.includes('\n') ? '\n\n' : ' '),
    ...closing,
    signOff,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const hellos = [
  'Hi,',
  'Hello,',
  'Hi there,',
  'Good morning,',
  'Hi Shiftloom team,',
  'Hello support,',
  'Good afternoon,',
  '',
];
const thanks = ['Thanks', 'Many thanks', 'Thank you', 'Cheers', 'Thanks in advance', 'Best', 'Kind regards'];

/** A customer's first message in the manner of its channel. */
export function customerOpening(
  rng: Random,
  customer: Customer,
  organization: string,
  body: string,
  channel: Channel,
): string {
  if (channel === 'chat')
    return rng.chance(0.4) ? `${rng.pick(['hi', 'hello', 'hey', 'Hi!', 'morning'])} ${body}` : body;
  const hello = rng.pick(hellos);
  const end =
    channel === 'email' && rng.chance(0.6)
      ? signature(rng, customer, organization)
      : (customer.name.split(' ')[0] ?? '');
  return [hello, body, `${rng.pick(thanks)},\n${end}`].filter((part) => part !== '').join('\n\n');
}

const QUOTED_AT = '{quoted at}';
const quoteHeads = [
  (from: string) => `On ${QUOTED_AT}, ${from} (Shiftloom) <support@shiftloom.example> wrote:`,
  (from: string) =>
    `-----Original Message-----\nFrom: ${from} <support@shiftloom.example>\nSent: ${QUOTED_AT}\nSubject: Re: your request\n`,
];

/**
 * A mail reply with the message it answers quoted below it, as mail programs do. The time of that message is left open
 * until the timeline knows it.
 */
export function withQuotedMail(rng: Random, reply: string, quoted: string, from: string): string {
  const lines = quoted.split('\n').map((line) => (line === '' ? '>' : `> ${line}`));
  return `${reply}\n\n${rng.pick(quoteHeads)(from)}\n${lines.join('\n')}`;
}

/** Enters the time of the quoted message, such as `Thu, 05 Nov 2026 at 10:12`. */
export function fillQuotedTime(text: string, quotedAtMs: number): string {
  const [day, time] = [
    new Date(quotedAtMs).toUTCString().slice(0, 16),
    new Date(quotedAtMs).toISOString().slice(11, 16),
  ];
  return text.replaceAll(QUOTED_AT, `${day} at ${time}`);
}

const gratitude = [
  'That [worked|did it|was it], thank you{bang}',
  '[Perfect|Brilliant|Great], [all sorted|found it] now.',
  'Got it, [thanks a lot|many thanks].',
  'Ah, [there it is|I see]. Thanks {agent}.',
  '[Lovely|Super], all sorted at {site}. Thanks for the quick [answer|reply].',
  'Yes, that [helped|worked] for {colleague}. [Thank you|Thanks]{bang}',
  'Thank you {agent}, [you can close this|that is all I needed].',
  'Works. [Have a good one|Much appreciated].',
  'ok thanks, will [try that tonight|do that later]',
  "That's exactly what I needed, [thank you|cheers].",
  "[Great|Good], I'll pass that on to {colleague}.",
  '[Easier than I thought|Simple when you know it], thanks.',
];

const acknowledgements = [
  '[OK, thank you|Thank you, {agent}] for [the quick answer|letting us know].',
  '[Alright|OK], we will [wait for your message|keep an eye on it].',
  'Thanks, I will tell {colleague} and the others.',
  '[Good to know|That is a relief], thank you.',
];

/** The customer's last word when nothing was left to try. */
export const acknowledgement = (rng: Random, slots: Slots): string => write(rng.pick(acknowledgements), rng, slots);

/** The customer's last word when things went well. */
export const gratefulReply = (rng: Random, slots: Slots): string =>
  write(rng.pick(gratitude), rng, { ...slots, bang: rng.pick(['!', '.', ' :)']) });
