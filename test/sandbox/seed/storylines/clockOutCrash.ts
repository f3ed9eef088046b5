import type { Topic } from '../topic.ts';
import type { Story } from '../types.ts';

/** Version 5.14 of the Android app, released on the morning of 11 November, closes when someone clocks out. */
export const clockOutCrashStory: Story = {
  key: 'clock_out_crash',
  what: 'one defect of the Android app hits many within four hours',
  expect: 'bug_report',
};

export const clockOutCrash: Topic = {
  story: 'clock_out_crash',
  name: 'clock-out-crash',
  count: 8,
  firstCustomer: 15,
  from: '2026-11-11T09:40:00Z',
  to: '2026-11-11T13:30:00Z',
  subjects: ['App crashes', 'URGENT clock out not possible', 'Android app closes', 'Crash since this morning'],
  questions: [
    'Since this morning the Android app [crashes|closes] when {colleague} taps Clock out. [Restarting does not help|We restarted the phone twice].',
    'URGENT: {n} people at {site} cannot clock out, the app just [shuts|closes] itself. It [worked yesterday|was fine last night].',
    'After the update to 5.14 the app [crashes|freezes and closes] at clock out on every Android phone at {site}. iPhones are fine.',
    'Clock out, spinning wheel, app gone. [Three|Four] different Android phones at {site}. What is going on?',
  ],
  clarifications: [
    { ask: 'Which version of the app is it, please?', reply: '5.14.0 on [a Samsung|a Pixel|all of them].' },
  ],
  gist: ['I am sorry about this.', 'Sorry for the trouble this causes today.'],
  steps: [
    [
      'This is a known defect in version 5.14 of the Android app.',
      'You have found a defect in version 5.14 of the Android app, and you are not the only one.',
      'We can reproduce it: this is a defect in version 5.14 of the Android app.',
    ],
    [
      'Our developers are working on a fix.',
      'Our developers are working on a fix right now.',
      'The developers know about it and are working on a fix.',
    ],
    [
      'I will let you know as soon as version 5.14.1 is in Google Play.',
      'We will write to you as soon as the fix is released.',
    ],
  ],
  facts: [
    [
      'No hours are lost, we will correct the affected entries for you.',
      'We will correct the affected entries on our side, so no hours are lost.',
    ],
  ],
  followUps: [
    {
      ask: 'How long will that take? People want to go home.',
      answer:
        'I cannot promise a time, the fix is being tested right now. Nobody has to wait, we will correct the affected entries on our side.',
    },
  ],
  linking: 0,
  isPlain: true,
  rating: { given: 0.4, bad: 0.5 },
};
