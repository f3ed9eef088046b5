import type { Topic } from '../topic.ts';
import type { Story } from '../types.ts';

/** No article can help here: somebody at Shiftloom has to do something. */
export const needsActionStory: Story = {
  key: 'needs_action',
  what: 'refunds and changes of the owner, which only an agent can carry out',
  expect: 'nothing',
};

export const refunds: Topic = {
  story: 'needs_action',
  name: 'refund',
  count: 4,
  firstCustomer: 20,
  subjects: ['Charged twice', 'Refund please', 'Double payment'],
  questions: [
    'We were charged twice for [October|November]. Please refund [one of the payments|the second payment] to {org}.',
    'Our card was debited two times on {day}. I [would like|need] the money back [this week|before month end].',
    'I paid the invoice by bank transfer and you took it from the card as well. Please [refund the card|send one of them back].',
  ],
  clarifications: [{ ask: 'Could you tell me the number of the invoice, please?', reply: 'It is SL-2026-10{n}.' }],
  gist: ['I have found both payments.', 'You are right, and I am sorry about that.'],
  steps: [
    ['I have refunded the second payment for you.', 'I have just refunded the second payment.'],
    [
      'The money will be on your account in three to five working days.',
      'You will see the money in three to five working days.',
    ],
  ],
  facts: [['I have also sent you a credit note.', 'The credit note is on its way to you.']],
  followUps: [],
  linking: 0,
  isPlain: true,
};

export const ownerChanges: Topic = {
  story: 'needs_action',
  name: 'owner-change',
  count: 3,
  firstCustomer: 33,
  subjects: ['Owner has left the company', 'Change of the owner'],
  questions: [
    'The owner of our account has left [the company|us] without handing anything over. Please make {colleague} the new owner, [our director has signed the request|a signed letter is attached].',
    'Please transfer the ownership of the account of {org} to {colleague}, [the form is signed|I can send you a signed letter].',
  ],
  clarifications: [
    {
      ask: 'For this I need a signed letter from your company, can you attach it?',
      reply: 'Here it is, [signed by our director|signed and stamped].',
    },
  ],
  gist: ['Thank you, the letter is complete.', 'I have checked your documents.'],
  steps: [
    ['I have changed the owner of the account for you.', 'I have now changed the owner of your account.'],
    [
      'The new owner has received an email and has to confirm it.',
      'The new owner has an email from us and only has to confirm it.',
    ],
  ],
  facts: [],
  followUps: [],
  linking: 0,
  isPlain: true,
  skip: { step: 0, fact: 0.5 },
};
