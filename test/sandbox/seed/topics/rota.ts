import type { Topic } from '../topic.ts';

export const publishRota: Topic = {
  story: 'covered',
  name: 'publish-rota',
  article: 'publish-the-rota',
  count: 11,
  firstCustomer: 0,
  subjects: [
    'Team cannot see next week',
    'Rota not visible',
    'How to publish',
    'Question about the rota for {site}',
    'Take back a published week',
    'Draft week',
  ],
  questions: [
    'I have [planned|finished] the whole of next week for {site}, but [nobody|none of my {n} people] can see it [in the app|on their phones]. What am I missing?',
    'How do I [publish|release] the rota so that {colleague} and the others get [a notification|their shifts]?',
    '{colleague} says the app shows an empty week although I [entered|planned] all the shifts on {day}. Is the rota not published automatically?',
    'Can I publish only [Monday to Wednesday|the first three days] of a week? The rest of {site} is still [open|being discussed].',
    'I published the wrong week for {site} [by mistake|by accident]. How do I [take it back|unpublish it] before everybody [panics|starts calling me]?',
    'There is an orange dot on [some|three] days of the published rota. What does it mean and [how do I get rid of it|do I have to do something]?',
  ],
  clarifications: [
    {
      ask: 'Is the week still shown as a draft at the top of the page?',
      reply: 'Yes, it says draft [in grey|next to the date].',
    },
    {
      ask: 'Can you tell me whether you see a Publish button in the top right corner?',
      reply: 'I see the button, [I just never clicked it|I was not sure what it does].',
    },
  ],
  gist: [
    'A week stays a draft until you publish it.',
    'Only managers and schedulers can see a week before it is published.',
    '',
  ],
  steps: [
    ['Open Rota and pick the week you want to publish.', 'Go to Rota and pick the week you want to publish.'],
    ['Solve the conflicts that are marked in red first.', 'If there are conflicts marked in red, solve those first.'],
    ['Click Publish in the top right corner.', 'Then click Publish in the top right corner.'],
    ['You can choose the whole week or single days.', 'Choose the whole week or just single days.'],
    [
      'Leave Notify the team ticked and confirm.',
      'Keep Notify the team ticked and confirm, then everyone on the rota gets a push notification and an email.',
    ],
  ],
  facts: [
    [
      'To take a week back, click More > Unpublish.',
      'If you need to take it back, click More > Unpublish and the shifts turn into drafts again.',
    ],
    [
      'Changes to a published week carry an orange dot until you publish them again.',
      'An orange dot means that a published day was changed and needs to be published again.',
    ],
  ],
  followUps: [
    {
      ask: 'And if I change a shift afterwards, does {colleague} see it [straight away|at once]?',
      answer: 'Not yet. Changes to a published week are marked with an orange dot until you publish them again.',
    },
    {
      ask: '[Unpublish is greyed out|I cannot unpublish the {day}]. Why is that?',
      answer:
        'A day with clocked hours cannot be unpublished. The other days of the week can still be taken back with More > Unpublish.',
    },
    {
      ask: 'Who can see it [before that|while it is a draft]?',
      answer: 'Only managers and schedulers can see drafts.',
    },
  ],
  reopens: [6],
};

export const copyWeek: Topic = {
  story: 'covered',
  name: 'copy-week',
  article: 'copy-a-week',
  count: 7,
  firstCustomer: 3,
  subjects: ['Copy last week', 'Repeat the same shifts', 'Templates', 'Copying a rota'],
  questions: [
    'Our shifts at {site} are the same every week. Can I copy [last week|this week] instead of [typing it all in|planning from zero] again?',
    'Is there [a way to|some trick to] save a typical week as a template? We have a summer and a winter pattern at {site}.',
    'I want to copy the week with {n} people to the beginning of December. [How far ahead is that possible|Does that work]?',
    'When I copy a week, [are the names copied too|do the people stay on the shifts]? {colleague} is away and I would rather have them empty.',
  ],
  clarifications: [
    {
      ask: 'Do you want to keep the people on the shifts, or only the times?',
      reply: '[Only the times|With the people, please], we [fill in names later|hardly ever change].',
    },
  ],
  gist: ['Yes, you can copy a whole week.', 'That works with Copy week.', ''],
  steps: [
    ['Open the week you want to copy.', 'First open the week you want to copy.'],
    ['Click Actions > Copy week.', 'At the top, click Actions > Copy week.'],
    [
      'Choose the target week, you can copy up to 8 weeks ahead.',
      'Choose the target week. You can copy up to 8 weeks ahead.',
    ],
    [
      'Decide whether people stay assigned or the shifts are copied empty.',
      'You can decide whether people stay assigned or the shifts are copied empty.',
    ],
    [
      'Click Copy and check the conflicts that are marked in red.',
      'Then click Copy and look at the conflicts that are marked in red.',
    ],
  ],
  facts: [
    [
      'If you need it often, click Actions > Save as template and give it a name.',
      'For a pattern that returns, use Actions > Save as template.',
    ],
    ['A template keeps times, breaks and roles, but no names.', 'Templates keep times, breaks and roles but no names.'],
  ],
  followUps: [
    {
      ask: 'And how do I use the template [later|afterwards]?',
      answer: 'Open an empty week and click Actions > Apply template.',
    },
    {
      ask: 'Does {colleague} get a message when I copy?',
      answer: 'No, the copied week is a draft. People are notified when you publish the rota.',
    },
  ],
};

export const openShifts: Topic = {
  story: 'covered',
  name: 'open-shift',
  article: 'open-shifts',
  count: 7,
  firstCustomer: 7,
  subjects: ['Shift without a person', 'Open shifts', 'Let people claim shifts', 'Who gets the open shift?'],
  questions: [
    'We need {n} extra hands at {site} on {day} and I do not care who [comes|takes it]. Can I [put the shift out for everyone|offer it to the whole team]?',
    'How do open shifts work? I [would like|want] people to pick them up [themselves|on their own] in the app.',
    'Two people [tapped|pressed] claim on the same open shift at {site}. [Who gets it|Which of them has it now]?',
    "{colleague} wanted to claim tonight's open shift but the button [is gone|has disappeared]. Is there a [deadline|cut-off]?",
  ],
  clarifications: [
    {
      ask: 'Is approval switched on for that location?',
      reply: 'I [think so|am not sure], where would I [see|check] that?',
    },
  ],
  gist: [
    'An open shift is the right thing for that.',
    'Everyone with the right role can claim an open shift in the app.',
    '',
  ],
  steps: [
    [
      'Create a shift and choose Open shift instead of a person.',
      'Create the shift and pick Open shift instead of a person.',
    ],
    [
      'Set the role that is needed and the number of people.',
      'Then set the role that is needed and the number of people.',
    ],
    [
      'Publish the day, and people with that role get a notification and can tap Claim.',
      'Once you publish the day, people with that role get a notification and tap Claim.',
    ],
    [
      'If approval is switched on, confirm the claim under Rota > Claims.',
      'With approval switched on you confirm the claim under Rota > Claims.',
    ],
  ],
  facts: [
    ['Without approval the first claim wins.', 'If approval is off, the first claim wins.'],
    ['Claims close 2 hours before the shift starts.', 'Note that claims close 2 hours before the shift starts.'],
  ],
  followUps: [
    {
      ask: 'Where do I switch the approval [on|on or off]?',
      answer: 'Approval is a setting of the location: Settings > Locations > Rota rules.',
    },
    {
      ask: 'So [after the deadline|in the last two hours] nobody can claim it?',
      answer: 'Right, claims close 2 hours before the shift starts. You can still put a person on it yourself.',
    },
  ],
};
