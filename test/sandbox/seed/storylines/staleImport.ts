import type { Topic } from '../topic.ts';
import type { Story } from '../types.ts';

/** On the morning of 6 November the import moved, grew and got a new step; nobody told the help center. */
export const staleImportStory: Story = {
  key: 'stale_import',
  what: 'the staff import changed: its limit, its place in the menu and the checking step; the article says the old ones',
  expect: 'article_patch',
  articleKey: 'import-staff',
  wrong: '500 rows',
  right: '2,000 rows',
  alsoStale: [
    { wrong: 'Settings > Team > Import', right: 'People > Staff > Import' },
    {
      wrong: 'Click Validate file and wait for the green tick.',
      right: 'Click Match columns and check that every heading has a field.',
    },
  ],
};

export const staleImport: Topic = {
  story: 'stale_import',
  name: 'stale-import',
  article: 'import-staff',
  count: 14,
  firstCustomer: 22,
  from: '2026-11-06T08:00:00Z',
  to: '2026-11-15T18:00:00Z',
  subjects: [
    'Import has disappeared',
    'Staff import: how many rows?',
    'No Validate button',
    'Import of the new team',
    'Help article does not match my screen',
    'Where is the import now?',
    'Too many employees for one file',
  ],
  questions: [
    'Your article says Settings > Team > Import, but [there is no Team in my settings|I only see Locations and Billing there]. Where did the [staff import|import of employees] go?',
    'We take over {site} and have to import 830 people. The help center says 500 rows a file. Do I really have to [split the list|cut it in two]?',
    'I am in the middle of importing the staff of {site} and there is no Validate file button [anywhere|on my screen]. Is something [broken|missing]?',
    'How do I import the {n} new people of {site} from [Excel|our spreadsheet]? I followed the article and [got lost at step one|my menu looks different].',
    'Since [Friday|the update] I cannot find the import any more. {colleague} did it [last month|in October] and says it was under Settings.',
    'What is the largest file I can import? We have 1,400 employees [across all sites|in {org}] and [the article scares me a bit|I do not want to do it in three goes].',
    'The import shows [some page|a step] about columns that is not in the help article. I wanted to [validate|check] my file of {n} people for {site}. What do I do there?',
  ],
  clarifications: [
    {
      ask: 'Which menu entries do you see on the left?',
      reply: 'Rota, Time, People and Settings. [But no import|No trace of Team] under Settings.',
    },
    {
      ask: 'Is your list a CSV or an Excel file?',
      reply: '[Excel, exported from our HR system|A CSV with five columns].',
    },
  ],
  misses: [
    {
      answer:
        'The article on importing your staff explains it step by step: https://help.shiftloom.example/hc/en-us/articles/import-staff',
      complaint:
        'I [know that article|have that page open], and that is my problem. It does not match [what I see|my screen]: nothing it mentions is there. Please tell me how it works now.',
    },
    {
      answer: 'Please have a look at our help center, search for import and you will find it.',
      complaint:
        'That does not help, I [have read|read] it twice. I still [cannot|can not] import anything because the page described there [does not exist|is gone].',
    },
  ],
  gist: ['The import was changed in the update of 6 November.', 'That part of Shiftloom has just changed.', ''],
  steps: [
    [
      'Open People > Staff > Import.',
      'Go to People > Staff > Import.',
      'The import is now under People > Staff > Import.',
    ],
    ['Click Choose file and select your spreadsheet.', 'There, click Choose file and select your spreadsheet.'],
    [
      'Click Match columns and check that every heading has a field.',
      'Then click Match columns and check that every heading has a field.',
      'Click Match columns and make sure that every heading has a field.',
    ],
    ['Choose the location the new people belong to.', 'Choose the location that the new people belong to.'],
    [
      'Click Import now, and everyone gets an invitation by email.',
      'Click Import now. Everyone gets an invitation by email.',
    ],
  ],
  facts: [
    [
      'A file can hold up to 2,000 rows.',
      'A file can now hold up to 2,000 rows.',
      'The limit is 2,000 rows per file now.',
    ],
    [
      'Every row needs a first name, a last name and an email address.',
      'Please check that every row has a first name, a last name and an email address.',
    ],
    ['People who are already in Shiftloom are updated, not added twice.'],
  ],
  followUps: [
    {
      ask: 'And the Validate file button [is gone for good|does not come back]?',
      answer: 'Yes, it was replaced. Click Match columns and check that every heading has a field.',
    },
    { ask: 'So 830 people [in one file|at once] are fine?', answer: 'Yes, a file can now hold up to 2,000 rows.' },
    {
      ask: 'And what about the old place under Settings?',
      answer: 'It is gone. The import is now under People > Staff > Import.',
    },
  ],
  skip: { step: 0.05, fact: 0.12 },
  linking: 0,
  rating: { given: 0.5, bad: 0.35 },
  reopens: [2, 10],
};
