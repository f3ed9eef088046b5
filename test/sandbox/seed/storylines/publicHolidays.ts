import type { Topic } from '../topic.ts';
import type { Story } from '../types.ts';

/** A second thing without an article, asked less often. */
export const publicHolidaysStory: Story = {
  key: 'public_holidays',
  what: 'public holidays per region and their pay rate have no article; few ask',
  expect: 'new_article',
  procedure: [
    'Open Settings > Holidays and click Add holiday calendar.',
    'Choose the country and the region.',
    'Enter the pay rate for these days in percent.',
    'Click Apply to locations and tick the sites.',
  ],
};

export const publicHolidays: Topic = {
  story: 'public_holidays',
  name: 'public-holidays',
  count: 5,
  firstCustomer: 3,
  subjects: ['Bank holidays', 'Public holiday pay', 'Christmas surcharge', 'Regional holidays'],
  questions: [
    'How do we tell Shiftloom which days are public holidays at {site}? People there are paid [double|time and a half] on them.',
    'Christmas is coming and I need the surcharge for [bank holidays|the 25th and 26th] in the hours of {site}. Is that [built in|possible]?',
    '{site} has other public holidays than our [head office|second site]. Can I set that per [place|location]? There is nothing [in the help center|in your articles].',
  ],
  clarifications: [
    {
      ask: 'Which country and region is the site in?',
      reply: '[England|Scotland|Portugal, the north], and the rate is 150 %.',
    },
  ],
  gist: ['You can add public holidays as a calendar.', ''],
  steps: [
    [
      'Open Settings > Holidays and click Add holiday calendar.',
      'Go to Settings > Holidays and click Add holiday calendar.',
    ],
    ['Choose the country and the region.', 'Then choose the country and the region.'],
    ['Enter the pay rate for these days in percent.', 'Enter the pay rate for those days in percent, for example 150.'],
    ['Click Apply to locations and tick the sites.', 'Finally click Apply to locations and tick the sites.'],
  ],
  facts: [
    [
      'Hours on these days are then marked with a star in the timesheet.',
      'The hours on those days are then marked with a star in the timesheet.',
    ],
  ],
  followUps: [],
  skip: { step: 0.05, fact: 0.3 },
  linking: 0,
};
