import type { Topic } from '../topic.ts';

export const handOver: Topic = {
  story: 'covered',
  name: 'hand-over',
  article: 'hand-over-a-shift',
  count: 9,
  firstCustomer: 11,
  subjects: [
    'Swapping shifts',
    'Swap between two employees',
    'Shift swap stuck',
    'Giving a shift away',
    'Swap question',
  ],
  questions: [
    '{colleague} wants to swap the {day} shift with someone at {site}. Can they do that [themselves|in the app] or do I have to [move it|change the rota]?',
    "How can one of my employees [hand over|give] a shift to a colleague? [She is ill|He has a doctor's appointment] on {day}.",
    'A swap at {site} has been on Waiting since {day}. [What is it waiting for|Who has to do something now]?',
    '{colleague} cannot find [the right|a certain] colleague in the list when offering a shift. [Why are some people missing|Where are the others]?',
    'Is there [a deadline|a time limit] for swapping? People here like to do it [an hour before|at the very last minute].',
  ],
  clarifications: [
    {
      ask: 'Do the two people have the same role?',
      reply: '[Yes, both work at the counter|I think they do], at least [since summer|as far as I know].',
    },
    { ask: 'Which status does the swap show at the moment?', reply: 'It says [Waiting|Offered].' },
  ],
  gist: [
    'They can do this in the app and you have the last word.',
    'People can offer a shift to each other in the app.',
    '',
  ],
  steps: [
    ['Tap the shift and then Offer to a colleague.', 'The employee taps the shift and then Offer to a colleague.'],
    [
      'Choose one or more colleagues, only people with the same role are listed.',
      'Choose one or more colleagues. Only people with the same role are listed.',
    ],
    ['The first colleague who taps Accept takes the shift.', 'Whoever taps Accept first takes the shift.'],
    ['A manager confirms the swap under Rota > Requests.', 'Finally you confirm the swap under Rota > Requests.'],
  ],
  facts: [
    [
      'A shift can be offered up to 12 hours before it starts.',
      'Please note that a shift can be offered up to 12 hours before it starts.',
    ],
    [
      'Waiting means that a colleague accepted and the manager has not confirmed yet.',
      'The status Waiting means that the manager has not confirmed yet.',
    ],
  ],
  followUps: [
    { ask: 'And if nobody accepts?', answer: 'Then the status stays Offered and the shift is still theirs.' },
    {
      ask: 'It is {n} minutes before the shift, can they still do it?',
      answer:
        'No, a shift can be offered up to 12 hours before it starts. A manager can still change the person in the rota.',
    },
  ],
  reopens: [3],
};
