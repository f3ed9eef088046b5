import type { SeedMacro } from './types.ts';

/** The replies that Shiftloom's agents saved. One repeats what the import article says, and goes stale with it. */
export const macros: SeedMacro[] = [
  {
    key: 'import-limits',
    title: 'Import: limits of a file',
    text: `<p>Hi {{ticket.requester.first_name}},</p>
<p>you can import your people from a spreadsheet. Please note that a file can hold up to 500 rows.</p>
<p>Best regards,<br>{{current_user.name}}</p>`,
    isHtml: true,
    isFor: 'everyone',
  },
  {
    key: 'thanks-and-close',
    title: 'Thanks and close',
    text: 'Hi {{ticket.requester.first_name}},\n\nglad that it works again. I close this request; write to us any time.\n\n{{current_user.name}}',
    isHtml: false,
    isFor: 'everyone',
  },
  {
    key: 'ask-for-file',
    title: 'Import: send us the file',
    text: '<p>Could you send us the file? A file can hold up to 500 rows.</p>',
    isHtml: true,
    isFor: 'group',
  },
  {
    key: 'own-signature',
    title: 'My own note on imports',
    text: '<p>A file can hold up to 500 rows.</p>',
    isHtml: true,
    isFor: 'person',
  },
];
