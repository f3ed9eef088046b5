import { describe, expect, it } from 'vitest';
import { type Known, redact } from '../../../worker/core/redact/redact.ts';

const NOBODY: Known = { names: [], emails: [], phones: [] };

/** Each: a text of an agent or a customer, and the names of people whom no helpdesk states. */
const PEOPLE: [text: string, ...names: string[]][] = [
  ['Renee Dubois said the display works in her branch.', 'Renee', 'Dubois'],
  ['My colleague Priya Natarajan set it up last week.', 'Natarajan'],
  ['Xiulan Zhongmei told me that the tablet is hers.', 'Xiulan', 'Zhongmei'],
  ['According to Bjarne Thorvaldsen, hold it longer.', 'Bjarne', 'Thorvaldsen'],
  ['We granted access to Mireia Puigdemont and to Aitor Etxeberria.', 'Puigdemont', 'Etxeberria'],
  ['Tomasz Wiśniewski has resolved this with a restart.', 'Tomasz', 'Wiśniewski'],
  ['Ngozi Chukwuemeka and Hyun-woo Baek work at that depot.', 'Chukwuemeka', 'Baek'],
  ['The manager, Dimitrios Papadimitriou, approved the change.', 'Papadimitriou'],
  ['I am writing for Wilhelmina van der Heuvelink, who is on leave.', 'Wilhelmina', 'Heuvelink'],
  ["Thanks to Fionnuala O'Shaughnessy it runs again.", 'Fionnuala', 'Shaughnessy'],
  ['Our branch lead Thandiwe Mkhize forgot the letters.', 'Thandiwe', 'Mkhize'],
  ['cc Guadalupe Villaseñor, Rutger Hoogeveen', 'Villaseñor', 'Hoogeveen'],
  ['Customer no. 4471 (Gwendolyn Ashworth-Pike) wants it.', 'Gwendolyn', 'Ashworth'],
  ['It hurts, says Hortensia Blackwood.', 'Hortensia', 'Blackwood'],
  ['Ask for Zdeněk at the front desk.', 'Zdeněk'],
  ['My manager Ingeborg will confirm the letters.', 'Ingeborg'],
  ['O colega Joaquim Vasconcelos trocou o tablet ontem.', 'Joaquim', 'Vasconcelos'],
  ['陈晓明先生说平板是空白的。', '陈晓明'],
  ['김민수님께 문의해 주세요.', '김민수'],
  ['Спросите у Ольги Петровны Кузнецовой.', 'Петровны', 'Кузнецовой'],
  ['اتصل بالسيد محمود الخطيب في الفرع.', 'محمود', 'الخطيب'],
];

/** Labels, products, places, headings: capitals that are no people. */
const THINGS = [
  'Go to Settings > Public Holidays and press Save.',
  'Choose Rota Templates in the Team Calendar menu.',
  'Open the Shift Handover tab and press Mark as Read.',
  'Pick Night Owl Theme under Display Options.',
  'Select Azure Active Directory under Identity Provider.',
  'Press Ctrl + Shift + K to show the Kiosk Console.',
  'Choose Holiday Allowance and then Carry Over Rules.',
  'Use Google Chrome or Mozilla Firefox on the tablet.',
  'Open Time Clock and tap Forgot Punch.',
  'Set the Time Zone to Central European Time.',
  'Turn on Single Sign On in the Security Centre.',
  'Microsoft Teams and Google Workspace show the same.',
  'Shiftloom says that the rota is locked.',
  'The Kiosk Manager asks for the letters.',
  'Tell Slack to send it; ask Support for the rest.',
  'It works in San Francisco, New York and Buenos Aires.',
  'How To Set Up Geofence Alerts For Branch Managers',
  'Klicken Sie auf Einstellungen und dann auf Feiertage Verwalten.',
  'Annual Leave Balance, Overtime Report and Payroll Export are there.',
  'Download Loom Reader for Windows 11 from the App Store.',
];

describe('people whom the helpdesk does not state', () => {
  it.each(PEOPLE)('are taken out: %s', (text, ...names) => {
    const once = redact(text, NOBODY).text;
    for (const name of names) expect(once).not.toContain(name);
    expect(redact(once, NOBODY).text).toBe(once);
  });

  it.each(THINGS)('are not taken for them: %s', (text) => {
    expect(redact(text, NOBODY).text).toBe(text);
  });
});
