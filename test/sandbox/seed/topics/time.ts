import type { Topic } from '../topic.ts';

export const correctTimesheet: Topic = {
  story: 'covered',
  name: 'timesheet',
  article: 'correct-a-timesheet',
  count: 10,
  firstCustomer: 2,
  subjects: [
    'Wrong hours',
    'Forgot to clock out',
    'Timesheet correction',
    'Hours of last week',
    'Period already approved',
  ],
  questions: [
    '{colleague} forgot to clock out on {day} and now has a {n} hour shift. How do I [correct|fix] that?',
    'The break of {colleague} at {site} was [not recorded|missed]. Where can I [change|edit] the timesheet?',
    'I already approved last week and found a mistake in the hours of {colleague}. [Everything is locked now|I cannot click anything any more]. What can I do?',
    'Can my staff correct their [own hours|own entries] or does it all [land on my desk|have to go through me]?',
    "If I change somebody's hours, [do they see that|will they find out]? I do not want [arguments|any trouble] at {site}.",
  ],
  clarifications: [
    {
      ask: 'Has the period been approved already?',
      reply: '[No, not yet|I do not think so], I wanted to [check it first|do that on {day}].',
    },
    { ask: 'Is it one entry or several days?', reply: '[Just the one|Only the late shift on {day}].' },
  ],
  gist: ['You can correct the entry yourself.', 'As a manager you can change every entry of your people.', ''],
  steps: [
    ['Open Time > Timesheets and select the person.', 'Go to Time > Timesheets and select the person.'],
    [
      'Click the entry and change the start, the end or the break.',
      'Click on the entry and change the start, end or break.',
    ],
    ['Enter a reason, it is shown to the employee.', 'Enter a reason. The reason is shown to the employee.'],
    ['Click Save.', 'Then click Save. The old times stay visible in the history of the entry.'],
  ],
  facts: [
    [
      'An approved period is locked, so click Reopen period first, correct the entry and approve the period again.',
      'If the period is approved already, click Reopen period, correct the entry and approve the period again.',
    ],
    [
      'Employees can tap the entry in the app and choose Suggest a correction.',
      'Your people can also suggest a correction in the app, up to 7 days after the shift.',
    ],
  ],
  followUps: [
    {
      ask: 'Can {colleague} see what it was before?',
      answer: 'Yes, the old times stay visible in the history of the entry.',
    },
    {
      ask: 'How long can they [suggest corrections|do that themselves]?',
      answer: 'Employees can suggest a correction up to 7 days after the shift.',
    },
    {
      ask: 'The week is [locked|approved] though.',
      answer: 'An approved period is locked. Click Reopen period, correct the entry and approve the period again.',
    },
  ],
  reopens: [4],
};

export const exportTimesheets: Topic = {
  story: 'covered',
  name: 'export',
  article: 'export-timesheets',
  count: 9,
  firstCustomer: 6,
  subjects: [
    'Payroll export',
    'Export of hours',
    'Download link expired',
    'Hours missing in the export',
    'File for our accountant',
  ],
  questions: [
    'Our payroll office needs the hours of {site} as a file. [How do I get them out|Where do I export them]?',
    'I created an export on {day} and the link [does not work any more|says expired]. Can you [send|make] a new one?',
    'The export for {site} is missing {n} hours of {colleague}. [Where did they go|Any idea why]?',
    'Which format should I take for payroll? There are [three|several] to choose from and our accountant only says "{colleague} always did it".',
    'Can I export [only one|a single] location? I just need {site}.',
  ],
  clarifications: [
    {
      ask: 'Are the hours that are missing approved already?',
      reply: 'Hm, [no, two days are still open|I have to check, probably not].',
    },
  ],
  gist: ['You can create the file yourself in a minute.', 'The export is under Time.', ''],
  steps: [
    ['Open Time > Export.', 'Go to Time > Export.'],
    ['Select the pay period and the locations.', 'Then select the pay period and the locations.'],
    [
      'Choose the file format that your payroll software needs.',
      'Choose the file format your payroll software needs, CSV is right for most payroll programs.',
    ],
    [
      'Click Create export, and we email you a link when the file is ready.',
      'Click Create export. We email you a link when the file is ready.',
    ],
  ],
  facts: [
    ['Only approved hours are exported.', 'Please note that only approved hours are exported.'],
    ['The download link is valid for 48 hours.', 'The link we send is valid for 48 hours.'],
  ],
  followUps: [
    {
      ask: 'Is there something [I can print|to sign] as well?',
      answer: 'Yes, choose Summary PDF, it is good for signing and filing.',
    },
    {
      ask: 'What does the Excel file look like?',
      answer: 'The Excel file has one sheet per location and is good for checking by hand.',
    },
  ],
};

export const timeOff: Topic = {
  story: 'covered',
  name: 'time-off',
  article: 'time-off',
  count: 10,
  firstCustomer: 9,
  subjects: ['Leave request', 'Approving leave', 'Annual leave allowance', 'Time off and shifts', 'Days left over'],
  questions: [
    '{colleague} wants to [take|book] a week off in December. How does the request [work|reach me]?',
    'I have a leave request from {colleague} [in my inbox|on my phone]. Where do I approve it, and [can I see who else is away|does the system show who else is off]?',
    'Where do I [set|change] how many days of annual leave a person has? {colleague} at {site} moved to part time.',
    'What happens to the shifts when I approve leave for someone who is [already on the rota|planned that week]?',
    'Do unused days [expire|get lost] at the end of the year? {n} people at {site} are asking me.',
  ],
  clarifications: [
    {
      ask: 'Do you want to enter it for them, or should they request it in the app?',
      reply: 'They should do it [themselves|in the app].',
    },
    { ask: 'Are you a manager of that location?', reply: 'Yes, [for both sites|of {site}].' },
  ],
  gist: ['Leave is requested in the app and approved on the web.', 'Here is how leave works.', ''],
  steps: [
    ['The employee opens Time off in the app and taps New request.', 'In the app, open Time off and tap New request.'],
    [
      'Choose the type of leave and the first and last day.',
      'They choose the type of leave and the first and last day.',
    ],
    ['You open Time > Time off and select the request.', 'To approve it, open Time > Time off and select the request.'],
    [
      'Check the calendar below it, colleagues who are away are shown in grey.',
      'In the calendar below, colleagues who are away are shown in grey.',
    ],
    [
      'Click Approve or Decline, the employee is notified either way.',
      'Click Approve or Decline. The employee is notified either way.',
    ],
  ],
  facts: [
    ['Shifts that fall into approved leave become open shifts.', 'Shifts during approved leave become open shifts.'],
    [
      'The yearly allowance is set on the profile of the person, under Allowance.',
      'You set the yearly allowance on the profile of the person, under Allowance.',
    ],
  ],
  followUps: [
    { ask: 'And days that are [left|not used]?', answer: 'Unused days are carried over until 31 March.' },
    { ask: 'Will {colleague} [know|get a message] if I decline?', answer: 'Yes, the employee is notified either way.' },
  ],
};
