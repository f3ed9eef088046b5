import type { Topic } from '../topic.ts';

/** Whoever asks about invoices lands with Support, who hand it on to Billing: no rule sends it there. */
export const invoices: Topic = {
  story: 'covered',
  name: 'invoices',
  handedOn: { from: 'Support', to: 'Billing' },
  article: 'invoices',
  count: 9,
  firstCustomer: 5,
  subjects: [
    'Invoice for October',
    'VAT number on the invoice',
    'Where are the invoices?',
    'Our address changed',
    'Invoice to the accountant',
  ],
  questions: [
    'I need the invoice for [October|September] for our bookkeeping. Where can I [download|find] it?',
    'Our company [moved|has a new address] and the invoice still shows the old one. How do I [change|update] that?',
    'Can the invoices go [directly|automatically] to our accountant? I forward them by hand [every month|each time].',
    'The VAT number of {org} is [missing|wrong] on the last invoice. Can I [add|correct] it?',
    'When do you [issue|send] the next invoice? {colleague} needs it for [the month end|the budget].',
  ],
  clarifications: [{ ask: 'Are you the owner of the account?', reply: 'Yes, [I am|the account is in my name].' }],
  gist: ['The owner finds all of this under Billing.', 'You find it in the billing settings.', ''],
  steps: [
    ['Open Settings > Billing > Invoices.', 'Go to Settings > Billing > Invoices.'],
    ['Click the PDF icon next to the month you need.', 'There, click the PDF icon next to the month you need.'],
    [
      'To change the address or the VAT number, open Settings > Billing > Details.',
      'The company name, the address and the VAT number are under Settings > Billing > Details.',
    ],
    [
      'Click Save, the new details apply to future invoices only.',
      'Click Save. The new details apply to future invoices only.',
    ],
  ],
  facts: [
    [
      'Under Invoice recipients you can add up to 5 addresses that get every invoice by email.',
      'You can add up to 5 addresses under Invoice recipients, for example your accountant.',
    ],
    [
      'A new invoice is issued on the first day of each month.',
      'We issue a new invoice on the first day of each month.',
    ],
  ],
  followUps: [
    {
      ask: 'I do not see Billing [at all|in the menu].',
      answer: 'Only the owner can see the billing pages, so please ask the owner of your account.',
    },
    {
      ask: 'Can you change the old invoice too?',
      answer: 'I am afraid not, the new details apply to future invoices only.',
    },
  ],
};

export const changePlan: Topic = {
  story: 'covered',
  name: 'plan',
  article: 'change-plan',
  count: 7,
  firstCustomer: 10,
  subjects: ['Upgrade', 'Price per person', 'Change of plan', 'Downgrade for the winter'],
  questions: [
    'We [would like|want] to move {org} to a bigger plan. How do we [do that|upgrade] and when does it [start|take effect]?',
    'What do the plans cost? We have {n} people [at the moment|right now] and need timesheets.',
    'We close {site} for the winter. Can I [downgrade|go to a smaller plan] and [is it|will it be] effective immediately?',
    'Which plan [includes|has] the API? {colleague} would like to connect our [till|own dashboard].',
  ],
  clarifications: [
    {
      ask: 'How many people are active in your account?',
      reply: '[About|Around] {n}, a few are [seasonal|part time].',
    },
  ],
  gist: ['The owner can change the plan at any time.', 'You can change the plan yourself.', ''],
  steps: [
    ['Open Settings > Billing > Plan.', 'Go to Settings > Billing > Plan.'],
    ['Select the new plan and click Continue.', 'There you select the new plan and click Continue.'],
    ['Check the price and confirm.', 'Then check the price and confirm.'],
  ],
  facts: [
    ['An upgrade is active at once and charged by the day.', 'Upgrades are active at once and charged by the day.'],
    [
      'A downgrade takes effect at the end of the billing period.',
      'Downgrades take effect at the end of the billing period.',
    ],
    [
      'Team costs €4 per active person and month, Scale costs €6.',
      'Starter is €2.50, Team €4 and Scale €6 per active person and month.',
    ],
  ],
  followUps: [
    { ask: 'Do we pay for people who [left|are inactive]?', answer: 'No, you pay for active people only.' },
    {
      ask: 'And what does Scale have that Team [has not|does not]?',
      answer: 'Scale includes clock-in zones, the API and single sign-on.',
    },
  ],
};

export const apiKeys: Topic = {
  story: 'covered',
  name: 'api-key',
  article: 'api-keys',
  count: 5,
  firstCustomer: 13,
  subjects: ['API key', 'Error 429', 'Key was leaked', 'Connect our dashboard'],
  questions: [
    'Our developer {colleague} needs [access to|a key for] the API. Where do we [get|create] one?',
    'Since {day} our script gets status 429 [every night|all the time]. Is there a limit [on|for] requests?',
    'An API key of ours ended up in [a public chat|an email to a supplier]. How do we [disable|block] it [quickly|right now]?',
  ],
  clarifications: [
    {
      ask: 'Does the integration only read data, or write as well?',
      reply: '[It only reads|It writes shifts as well].',
    },
  ],
  gist: ['Keys are managed by the owner.', ''],
  steps: [
    [
      'Open Settings > Integrations > API keys and click Create key.',
      'Go to Settings > Integrations > API keys and click Create key.',
    ],
    ['Give the key a name that says where it is used.', 'Give it a name that says where it is used.'],
    ['Choose read only or read and write.', 'Then choose read only or read and write.'],
    ['Copy the key, it is shown only once.', 'Copy the key. It is shown only once.'],
  ],
  facts: [
    [
      'Each key may send 120 requests per minute, above that the API answers with status 429.',
      'The limit is 120 requests per minute and key, above that the API answers with status 429.',
    ],
    [
      'If a key has leaked, click Revoke next to it and it stops working immediately.',
      'When a key has leaked, click Revoke next to it. It stops working immediately.',
    ],
  ],
  followUps: [
    {
      ask: 'Can you send me the key again? I [lost it|closed the window].',
      answer: 'We cannot see it either, a key is shown only once. Please create a new one and revoke the old one.',
    },
  ],
};
