import { z } from 'zod';
import type { Person, RawConversation, RawTurn } from '../../../worker/core/conversation/helpdesk-conversation.ts';
import { openingQuestion } from '../../../worker/core/conversation/opening.ts';
import { prepare } from '../../../worker/core/conversation/prepare.ts';
import { blocksOf, replaceText } from '../../../worker/core/html/blocks.ts';
import { evenSpaces } from '../../../worker/core/html/plain.ts';
import { htmlLines } from '../../../worker/core/mail/html-lines.ts';
import { ownWords, ownWordsOf } from '../../../worker/core/mail/own-words.ts';
import { redact } from '../../../worker/core/redact/redact.ts';
import { isAsSent } from '../../../worker/loop/publish/same-html.ts';
import { desk } from '../../core/said.ts';

const NOBODY_KNOWN = { names: [], emails: [], phones: [] };

const person = (role: Person['role'], name: string): Person => ({ id: role, role, name, email: null, phone: null });

const turn = (id: string, author: 'customer' | 'agent', text: string): RawTurn => ({
  id,
  author,
  authorId: author,
  text,
  html: null,
  isPublic: true,
  at: Number(id),
});

function conversation(subject: string, requester: string, turns: RawTurn[]): RawConversation {
  return {
    id: '1',
    subject,
    channel: 'email',
    state: 'open',
    mergedInto: null,
    requester: person('customer', requester),
    people: [],
    organization: null,
    brand: null,
    createdAt: 1,
    updatedAt: 9,
    solvedAt: null,
    reopenedAt: [],
    handovers: 0,
    rating: null,
    tags: [],
    segment: {},
    turns,
  };
}

const prepared = (raw: RawConversation) => prepare(raw, { personId: (id) => id }, desk('en'));

const agentMailSchema = z.object({ agentMail: z.string() });
const openingSchema = z.object({ subject: z.string(), requester: z.string().optional() });
const knownSchema = z.object({
  requester: z.string().nullish(),
  organization: z.string().nullish(),
  text: z.string(),
});
const storedSchema = z.object({ sent: z.string(), live: z.string() });
const replaceSchema = z.object({ html: z.string(), from: z.string(), to: z.string() });

function agentMail(input: unknown): string {
  const first = turn('1', 'customer', 'The export is under Tools and the fee is 40 euro.');
  const mail = turn('2', 'agent', agentMailSchema.parse(input).agentMail);
  const made = prepared(conversation('Export', 'Kim Holt', [first, mail]));
  return made.turns.find((one) => one.id === '2')?.text ?? '';
}

function opening(input: unknown): string {
  const { subject, requester = '' } = openingSchema.parse(input);
  const first = turn('1', 'customer', 'how do I undo a deletion?');
  return openingQuestion(prepared(conversation(subject, requester, [first])));
}

function redactKnown(input: unknown): string {
  const { requester, organization, text } = knownSchema.parse(input);
  const known = {
    ...NOBODY_KNOWN,
    names: requester ? [requester] : [],
    organizations: organization ? [organization] : [],
  };
  return redact(text, known).text;
}

/** The edit in the one block where it is possible: a case names the sentence, not the block. */
function replaced(input: unknown): string | null {
  const { html, from, to } = replaceSchema.parse(input);
  for (const block of blocksOf(html)) {
    const next = replaceText(html, block, from, to);
    if (next !== null) return next;
  }
  return null;
}

/** How each group of cases is read, through the functions that the worker runs. */
export const READERS: Readonly<Record<string, (input: unknown) => unknown>> = {
  strip_quoted: (input) => ownWords(z.string().parse(input)),
  strip_quoted_html: (input) => ownWordsOf(htmlLines(z.string().parse(input))),
  agent_mail: agentMail,
  opening,
  redact: (input) => redact(z.string().parse(input), NOBODY_KNOWN).text,
  redact_known: redactKnown,
  stored_markup: (input) => {
    const { sent, live } = storedSchema.parse(input);
    return isAsSent({ title: '', bodyHtml: live }, { title: '', bodyHtml: sent });
  },
  replace_text: replaced,
  even_spaces: (input) => evenSpaces(z.string().parse(input)),
};
