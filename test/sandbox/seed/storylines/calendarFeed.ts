import type { Topic } from '../topic.ts';
import type { Story } from '../types.ts';

/** Shipped on 4 November, announced by email to everyone, documented nowhere. */
export const calendarFeedStory: Story = {
  key: 'calendar_feed',
  what: 'the new calendar feed, shifts in Google Calendar or Outlook, has no article',
  expect: 'new_article',
  procedure: [
    'Click your initials in the top right corner and choose My calendar.',
    'Turn on Calendar feed.',
    'Tick the locations you want to see.',
    'Click Copy feed link.',
    'In Google Calendar or Outlook, choose to add a calendar from the web and paste the link.',
    'New shifts appear in the calendar within four hours.',
  ],
};

export const calendarFeed: Topic = {
  story: 'calendar_feed',
  name: 'calendar-feed',
  count: 13,
  firstCustomer: 27,
  from: '2026-11-04T09:00:00Z',
  to: '2026-11-15T18:00:00Z',
  subjects: [
    'Shifts in Google Calendar',
    'Calendar feed',
    'Outlook calendar',
    'Sync with my phone calendar',
    'The calendar thing from your newsletter',
    'Shifts in my own calendar',
  ],
  questions: [
    'Your newsletter says shifts can now be shown in Google Calendar. I [searched|looked through] the whole help center and [found nothing|there is nothing about it]. How do I [set it up|do that]?',
    'How can {colleague} [see|get] the shifts of {site} in Outlook? I heard there is a calendar feed now.',
    'I would love to have my shifts in the calendar of my phone next to [my private appointments|the school runs]. Is the [calendar sync|calendar feed] you announced [already there|live]?',
    '[Several|{n}] people at {site} ask me for the calendar link you wrote about. Where do they [get|find] it?',
    'I turned on something called Calendar feed but my Google Calendar [stays empty|does not show a single shift]. What [is the next step|else do I have to do]?',
    'We plan {site} in Shiftloom and everything else in Outlook. Can I [subscribe to|show] the rota there so that I do not have to [look in two places|type it twice]?',
  ],
  clarifications: [
    {
      ask: 'Which calendar do you use, Google or Outlook?',
      reply: '[Google, on an Android phone|Outlook on the web|Outlook at work and Google at home].',
    },
    {
      ask: 'Is this for yourself or for somebody in your team?',
      reply: '[For myself first|For the whole team in the end].',
    },
  ],
  misses: [
    {
      answer: 'Your shifts are shown in the app under My shifts. Does that help?',
      complaint:
        'No, [I know the app|that is not what I asked]. I want the shifts in my own calendar, in Google or Outlook. Your newsletter said that this is possible now.',
    },
    {
      answer:
        'This article explains how shifts get to your team: https://help.shiftloom.example/hc/en-us/articles/publish-the-rota',
      complaint:
        'That is about publishing. I am asking about the calendar feed, how do I get the shifts into my calendar?',
    },
  ],
  gist: [
    'The calendar feed is new, so we have no article about it yet.',
    'You can set up the calendar feed in a minute.',
    '',
  ],
  steps: [
    [
      'Click your initials in the top right corner and choose My calendar.',
      'In Shiftloom, click your initials in the top right corner and choose My calendar.',
      'Click on your initials at the top right and choose My calendar.',
    ],
    ['Turn on Calendar feed.', 'There, turn on Calendar feed.', 'Switch on Calendar feed.'],
    [
      'Tick the locations you want to see.',
      'Then tick the locations you want to see.',
      'Tick all the locations you want to see in it.',
    ],
    ['Click Copy feed link.', 'Then click Copy feed link.', 'Next, click Copy feed link.'],
    [
      'In Google Calendar or Outlook, choose to add a calendar from the web and paste the link.',
      'In Google Calendar or Outlook, add a calendar from the web and paste the link.',
      'Then go to Google Calendar or Outlook, choose to add a calendar from the web and paste the link.',
    ],
    [
      'New shifts appear in the calendar within four hours.',
      'New shifts then appear in the calendar within four hours.',
      'It can take up to four hours until new shifts appear in the calendar.',
    ],
  ],
  facts: [['The feed shows published shifts only.', 'Only published shifts are shown in the feed.']],
  followUps: [
    {
      ask: 'I did all that and it is [still empty|empty so far].',
      answer:
        'New shifts appear in the calendar within four hours, so please look again this afternoon. Only published shifts are shown in the feed.',
    },
    {
      ask: 'Can I change a shift in [Google|my calendar] as well?',
      answer: 'No, the feed goes one way. Changes are made in Shiftloom only.',
    },
  ],
  skip: { step: 0.06, fact: 0.35 },
  linking: 0,
  rating: { given: 0.4, bad: 0.3 },
  reopens: [4],
};
