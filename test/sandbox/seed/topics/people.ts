import type { Topic } from '../topic.ts';

export const roles: Topic = {
  story: 'covered',
  name: 'roles',
  article: 'roles-and-permissions',
  count: 8,
  firstCustomer: 1,
  subjects: [
    'Give someone more rights',
    'Which role?',
    'Cannot publish',
    'Make a colleague manager',
    'Access question',
  ],
  questions: [
    '{colleague} should [plan|write] the rota for {site} but must not see [wages|anything about billing]. Which role is [right|the best]?',
    'How do I [make|turn] {colleague} [a scheduler|into a scheduler]?',
    'I changed the role of {colleague} [on {day}|an hour ago] but they still [see the old menus|cannot publish]. Does it take [long|a while]?',
    'I am a manager at {site} and cannot make {colleague} a manager too. The option is [grey|missing]. [Why|What do I need]?',
  ],
  clarifications: [
    { ask: 'Should they also approve hours and leave?', reply: '[No, only the planning|Yes, that too] please.' },
  ],
  gist: ['This depends on the role of the person.', 'Roles are set per person.', ''],
  steps: [
    ['Open People and click the name of the person.', 'Go to People and click the name of the person.'],
    ['Open the Access tab and choose the new role.', 'On the Access tab, choose the new role.'],
    ['Tick the locations the role applies to.', 'Then tick the locations the role applies to.'],
    [
      'Click Save, the person has to sign in again to see the change.',
      'Click Save. The person has to sign in again to see the change.',
    ],
  ],
  facts: [
    [
      'A scheduler can plan and publish the rota of their locations.',
      'Schedulers plan and publish the rota of their locations, nothing more.',
    ],
    ['Only the owner can make someone a manager.', 'Please note that only the owner can make someone a manager.'],
  ],
  followUps: [
    {
      ask: 'Can a scheduler approve leave?',
      answer: 'No, a manager may do everything a scheduler may, approve hours and leave, and add people.',
    },
    { ask: 'Can there be two owners?', answer: 'No, every account has exactly one owner.' },
  ],
};

export const password: Topic = {
  story: 'covered',
  name: 'password',
  article: 'password-and-two-step',
  count: 11,
  firstCustomer: 4,
  subjects: [
    'Cannot sign in',
    'Password reset',
    'Account locked',
    'New phone, no codes',
    'Two-step sign-in for managers',
    'Login problem',
  ],
  questions: [
    'I cannot sign in [since {day}|any more], it says my password is wrong although I [am sure it is right|did not change it].',
    '{colleague} typed the password wrong [too many times|a few times] and is locked out in the middle of a shift at {site}. How long does [that|the lock] last?',
    'The password reset link [did not work|says it is no longer valid]. I opened it [the next morning|after lunch]. Can I [have|get] another one?',
    'How do I [switch on|set up] two-step sign-in? Our auditors want it for everyone with access to {site}.',
    'I have [a new phone|lost my phone] and the authenticator app is [empty|gone]. How do I get into my account now?',
    'It does not accept my new password, [no matter what I type|whatever I try]. Are there [rules|requirements]?',
  ],
  clarifications: [
    {
      ask: 'Do you see the message that the account is locked?',
      reply: 'Yes, [locked for security reasons it says|in red letters].',
    },
    { ask: 'Are you signing in on the web or in the app?', reply: '[On the web|In the app], both actually.' },
  ],
  gist: ['You can reset it yourself.', 'Let us get you back in.', ''],
  steps: [
    ['Click Forgot password on the sign-in page.', 'On the sign-in page, click Forgot password.'],
    [
      'Enter your email address and open the link we send, it is valid for 60 minutes.',
      'Enter your email address and open the link we send. It is valid for 60 minutes.',
    ],
    ['Choose a new password with at least 12 characters.', 'Then choose a new password with at least 12 characters.'],
  ],
  facts: [
    [
      'After 5 wrong attempts the account is locked for 30 minutes.',
      'The account is locked for 30 minutes after 5 wrong attempts.',
    ],
    [
      'For two-step sign-in, open My profile > Security, turn on Two-step sign-in and scan the QR code with an authenticator app.',
      'Two-step sign-in is under My profile > Security, you scan the QR code with an authenticator app.',
    ],
    ['If the phone is lost, sign in with a recovery code.', 'With a lost phone you can sign in with a recovery code.'],
  ],
  followUps: [
    {
      ask: 'I never [wrote down|saved] the recovery codes.',
      answer: 'Then a manager can switch off two-step sign-in for you on the Access tab of your profile.',
    },
    { ask: 'How many recovery codes are there?', answer: 'There are ten recovery codes, store them in a safe place.' },
  ],
};

export const deactivate: Topic = {
  story: 'covered',
  name: 'leaver',
  article: 'deactivate-a-person',
  count: 7,
  firstCustomer: 8,
  subjects: ['Employee has left', 'Remove a person', 'Leaver', 'Former employee still listed'],
  questions: [
    '{colleague} leaves {site} at the end of the month. How do I [remove|take] them [from|out of] Shiftloom without losing the hours?',
    'Someone who left us [in summer|weeks ago] is still [in the rota|on our list]. Do we [pay|get charged] for that?',
    'I would like to [delete|remove] {n} seasonal people. [What happens|What about] their future shifts?',
    '{colleague} is coming back to {site} after [a year|six months]. Do I have to [enter everything|create them] again?',
  ],
  clarifications: [
    {
      ask: 'Do they still have shifts planned after the last working day?',
      reply: 'Yes, [two weeks of them|a few until Christmas].',
    },
  ],
  gist: ['Please do not delete people, deactivate them.', 'You can deactivate the person.', ''],
  steps: [
    [
      'Open People and click the name of the person who left.',
      'Go to People and click the name of the person who left.',
    ],
    ['Click More > Deactivate.', 'Then click More > Deactivate.'],
    ['Enter the last working day.', 'Enter their last working day.'],
    [
      'Decide what happens to future shifts: turn them into open shifts or delete them.',
      'Decide whether future shifts are turned into open shifts or deleted.',
    ],
    [
      'Click Deactivate, and from the day after the last working day the person can no longer sign in.',
      'Click Deactivate. From the day after the last working day they can no longer sign in.',
    ],
  ],
  facts: [
    ['Hours and leave of the past stay in your reports.', 'Past hours and leave stay in your reports.'],
    ['The seat is free from the next invoice on.', 'You no longer pay for the seat from the next invoice on.'],
  ],
  followUps: [
    { ask: 'And if they come back?', answer: 'Open People > Inactive and click Reactivate.' },
    { ask: 'Are the hours [gone|deleted] then?', answer: 'No, hours and leave of the past stay in your reports.' },
  ],
};
