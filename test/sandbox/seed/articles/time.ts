import { articleUrl } from '../articleUrl.ts';
import type { SeedArticle } from '../types.ts';

export const time: SeedArticle[] = [
  {
    key: 'clock-in-zones',
    section: 'time',
    title: 'Clock-in zones',
    labels: ['clock-in zone'],
    bodyHtml: `<p>A clock-in zone is a circle on the map around a location. It makes sure that hours are only recorded on site.</p>
<ol>
<li>Open <strong>Settings &gt; Locations</strong> and select the location.</li>
<li>Open the <strong>Clock-in</strong> tab and turn on <strong>Clock-in zone</strong>.</li>
<li>Drag the circle over the site. It can be 50 to 500 metres wide.</li>
<li>Choose <strong>Block</strong> or <strong>Warn</strong> for people outside the zone.</li>
<li>Click <strong>Save</strong>. The zone applies from the next shift on.</li>
</ol>
<p><img src="https://help.shiftloom.example/hc/article_attachments/zone-map.png" alt="The circle on the map"></p>
<p class="note">We read the position of the phone only in the moment someone clocks in or out, never in between.</p>`,
  },
  {
    key: 'correct-a-timesheet',
    section: 'time',
    title: 'Correct a timesheet entry',
    labels: ['timesheet', 'hours', 'correction'],
    bodyHtml: `<h2>As a manager</h2>
<ol>
<li>Open <strong>Time &gt; Timesheets</strong> and select the person.</li>
<li>Click the entry and change the start, the end or the break.</li>
<li>Enter a reason. The reason is shown to the employee.</li>
<li>Click <strong>Save</strong>. The old times stay visible in the history of the entry.</li>
</ol>
<h2>After approval</h2>
<p>An approved period is locked. Click <strong>Reopen period</strong>, correct the entry and approve the period again.</p>
<h2>As an employee</h2>
<p>Tap the entry in the app and choose <strong>Suggest a correction</strong>. You can do this up to 7 days after the shift.</p>`,
  },
  {
    key: 'export-timesheets',
    section: 'time',
    title: 'Export timesheets for payroll',
    labels: ['export', 'payroll', 'csv'],
    bodyHtml: `<ol>
<li>Open <strong>Time &gt; Export</strong>.</li>
<li>Select the pay period and the locations.</li>
<li>Choose the file format that your payroll software needs.</li>
<li>Click <strong>Create export</strong>. We email you a link when the file is ready.</li>
</ol>
<table>
<thead><tr><th>Format</th><th>Good for</th></tr></thead>
<tbody>
<tr><td>CSV</td><td>most payroll programs</td></tr>
<tr><td>Excel</td><td>checking by hand, one sheet per location</td></tr>
<tr><td>Summary PDF</td><td>signing and filing</td></tr>
</tbody>
</table>
<p>Only approved hours are exported. The download link is valid for 48 hours.</p>
<p>Something missing? <a href="${articleUrl('correct-a-timesheet')}">Correct the timesheet</a> and approve it first.</p>`,
  },
  {
    key: 'time-off',
    section: 'time',
    title: 'Request and approve time off',
    labels: ['time off', 'leave', 'annual leave'],
    bodyHtml: `<h2>Request time off</h2>
<ol>
<li>Open <strong>Time off</strong> in the app and tap <strong>New request</strong>.</li>
<li>Choose the type of leave and the first and last day.</li>
<li>Add a note if you like and tap <strong>Send</strong>.</li>
</ol>
<h2>Approve a request</h2>
<ol>
<li>Open <strong>Time &gt; Time off</strong> and select the request.</li>
<li>Check the calendar below it: colleagues who are away are shown in grey.</li>
<li>Click <strong>Approve</strong> or <strong>Decline</strong>. The employee is notified either way.</li>
</ol>
<p>Shifts that fall into approved leave become open shifts.</p>
<p>The yearly allowance is set on the profile of the person, under <strong>Allowance</strong>. Unused days are carried over until 31 March.</p>`,
  },
];
