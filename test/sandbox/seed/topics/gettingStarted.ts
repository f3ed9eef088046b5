import type { Topic } from '../topic.ts';

export const installApp: Topic = {
  story: 'covered',
  name: 'install-app',
  article: 'install-the-app',
  count: 7,
  firstCustomer: 12,
  subjects: ['App for new employee', 'No sign-in code', 'Which phones?', 'First sign in'],
  questions: [
    '{colleague} starts at {site} on {day}. How do they [get|install] the app and [sign in|log in] for the first time?',
    'The [code|six-digit code] for the app never [arrives|comes]. {colleague} has been [trying|waiting] for {n} minutes.',
    'Does the app run on [older|old] phones? Some of the people at {site} have [quite ancient ones|phones from years ago].',
    'By the time {colleague} [types|enters] the sign-in code the app says it is [invalid|too old]. How long is it [good|valid] for?',
  ],
  clarifications: [
    {
      ask: 'Is it an iPhone or an Android phone?',
      reply: '[An Android|An iPhone], [a few years old|bought last year].',
    },
  ],
  gist: ['New people sign in with the address their manager invited.', 'It only takes a minute.', ''],
  steps: [
    [
      'Search for Shiftloom in the App Store or in Google Play and install it.',
      'They search for Shiftloom in the App Store or in Google Play and install it.',
    ],
    [
      'Tap Sign in and enter the email address your manager invited.',
      'Then tap Sign in and enter the email address that was invited.',
    ],
    [
      'Enter the six-digit code that we email to you, the code is valid for 15 minutes.',
      'Enter the six-digit code that we email. The code is valid for 15 minutes.',
    ],
    [
      'Allow notifications, so that you hear about new and changed shifts.',
      'Please allow notifications, so that they hear about new and changed shifts.',
    ],
  ],
  facts: [
    ['The app needs at least iOS 16 or Android 10.', 'Phones need iOS 16 or Android 10 or newer.'],
    [
      'If there is no code in the inbox, look in the spam folder first.',
      'When no code arrives, look in the spam folder first.',
    ],
  ],
  followUps: [
    {
      ask: 'Nothing in the spam folder [either|I am afraid].',
      answer: 'Then please check whether the address on their profile is right.',
    },
  ],
};

export const addLocation: Topic = {
  story: 'covered',
  name: 'location',
  article: 'add-a-location',
  count: 4,
  firstCustomer: 14,
  subjects: ['New branch', 'Add a site', 'Closing a location'],
  questions: [
    'We are opening a [second|new] place next month besides {site}. How do I [add|set up] it?',
    'I cannot delete {site} although it [is closed|closed for good]. [Why|What is the right way]?',
  ],
  clarifications: [],
  gist: ['Managers and the owner can add locations.', ''],
  steps: [
    ['Open Settings > Locations and click Add location.', 'Go to Settings > Locations and click Add location.'],
    ['Enter the name and the address of the site.', 'Enter name and address of the site.'],
    [
      'Choose the time zone, shifts are planned in the local time of the site.',
      'Choose the time zone. Shifts are planned in the local time of the site.',
    ],
    [
      'Set the opening hours for each day of the week and click Save.',
      'Set the opening hours for each day of the week.',
    ],
  ],
  facts: [
    [
      'A location that has timesheets cannot be deleted, archive it instead.',
      'Locations with timesheets cannot be deleted. Archive it instead, its history stays available in reports.',
    ],
  ],
  followUps: [],
};

/** Asked before the product changed: agents still say what the article says. */
export const importBeforeChange: Topic = {
  story: 'covered',
  name: 'import-before',
  article: 'import-staff',
  count: 5,
  firstCustomer: 16,
  from: '2026-11-02T07:00:00Z',
  to: '2026-11-05T18:00:00Z',
  subjects: ['Import of employees', 'Staff list from Excel', 'Rejected rows'],
  questions: [
    'I have [all|our] {n} employees of {site} in an Excel file. Can I [import|upload] them [somehow|in one go]?',
    'Which columns does the staff import need? My first try [rejected|refused] {n} rows.',
    'If I import a file with people who are [already there|in Shiftloom already], do I get them twice?',
  ],
  clarifications: [
    { ask: 'What does the message next to the rows say?', reply: 'Email missing, [for all of them|mostly].' },
  ],
  gist: ['You can import them from a file.', ''],
  steps: [
    ['Save the spreadsheet as CSV or XLSX.', 'First save the spreadsheet as CSV or XLSX.'],
    ['Open Settings > Team > Import.', 'Go to Settings > Team > Import.'],
    ['Click Choose file and select your spreadsheet.', 'There, click Choose file and select your spreadsheet.'],
    ['Click Validate file and wait for the green tick.', 'Then click Validate file and wait for the green tick.'],
    ['Choose the location the new people belong to.', 'Choose the location that the new people belong to.'],
    [
      'Click Import now, and everyone gets an invitation by email.',
      'Click Import now. Everyone gets an invitation by email.',
    ],
  ],
  facts: [
    [
      'Every row needs a first name, a last name and an email address.',
      'Please check that every row has a first name, a last name and an email address.',
    ],
    ['A file can hold up to 500 rows.', 'The limit is 500 rows per file.'],
    ['People who are already in Shiftloom are updated, not added twice.'],
  ],
  followUps: [],
  skip: { step: 0.08, fact: 0.2 },
};

export const clockInZones: Topic = {
  story: 'covered',
  name: 'zones',
  article: 'clock-in-zones',
  count: 3,
  firstCustomer: 18,
  subjects: ['Clock-in zone', 'Size of the clock-in zone'],
  questions: [
    'How do I set up a clock-in zone for {site}?',
    'How [big|wide] can a clock-in zone be? {site} has a [large|huge] yard.',
    'Do you [track|follow] people all day when a clock-in zone is on? {colleague} is [worried|asking].',
  ],
  clarifications: [],
  gist: ['A clock-in zone is a circle on the map around a location.', ''],
  steps: [
    ['Open Settings > Locations and select the location.', 'Go to Settings > Locations and select the location.'],
    ['Open the Clock-in tab and turn on Clock-in zone.', 'On the Clock-in tab, turn on Clock-in zone.'],
    [
      'Drag the circle over the site, it can be 50 to 500 metres wide.',
      'Drag the circle over the site. It can be 50 to 500 metres wide.',
    ],
    ['Choose Block or Warn for people outside the zone.', 'Then choose Block or Warn for people outside the zone.'],
  ],
  facts: [
    [
      'We read the position of the phone only in the moment someone clocks in or out.',
      'The position of the phone is read only in the moment someone clocks in or out, never in between.',
    ],
  ],
  followUps: [],
};
