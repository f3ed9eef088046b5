import { articleUrl } from '../articleUrl.ts';
import type { SeedArticle } from '../types.ts';

export const people: SeedArticle[] = [
  {
    key: 'import-staff',
    section: 'people',
    title: 'Import your staff from a spreadsheet',
    labels: ['import', 'staff', 'spreadsheet', 'csv'],
    bodyHtml: `<p>Instead of adding people one by one you can import them from a file.</p>
<h2>Prepare the file</h2>
<ul>
<li>Save the spreadsheet as CSV or XLSX.</li>
<li>Every row needs a first name, a last name and an email address.</li>
<li>A file can hold up to 500 rows.</li>
</ul>
<h2>Import the file</h2>
<ol>
<li>Open <strong>Settings &gt; Team &gt; Import</strong>.</li>
<li>Click <strong>Choose file</strong> and select your spreadsheet.</li>
<li>Click <strong>Validate file</strong> and wait for the green tick.</li>
<li>Choose the location the new people belong to.</li>
<li>Click <strong>Import now</strong>. Everyone gets an invitation by email.</li>
</ol>
<p><img src="https://help.shiftloom.example/hc/article_attachments/import-screen.png" alt="The import screen"></p>
<h2>When a row is rejected</h2>
<table>
<thead><tr><th>Message</th><th>What to do</th></tr></thead>
<tbody>
<tr><td>Email missing</td><td>Fill in the address, every person needs their own.</td></tr>
<tr><td>Unknown role</td><td>Use a role that exists, see <a href="${articleUrl('roles-and-permissions')}">Roles and permissions</a>.</td></tr>
</tbody>
</table>
<p class="note">People who are already in Shiftloom are updated, not added twice.</p>`,
  },
  {
    key: 'roles-and-permissions',
    section: 'people',
    title: 'Roles and permissions',
    labels: ['role', 'permission', 'access'],
    bodyHtml: `<table>
<thead><tr><th>Role</th><th>May do</th></tr></thead>
<tbody>
<tr><td>Employee</td><td>see the published rota, clock in, request time off</td></tr>
<tr><td>Scheduler</td><td>plan and publish the rota of their locations</td></tr>
<tr><td>Manager</td><td>everything a scheduler may, approve hours and leave, add people</td></tr>
<tr><td>Owner</td><td>everything, including billing; every account has exactly one</td></tr>
</tbody>
</table>
<h2>Change a role</h2>
<ol>
<li>Open <strong>People</strong> and click the name of the person.</li>
<li>Open the <strong>Access</strong> tab and choose the new role.</li>
<li>Tick the locations the role applies to.</li>
<li>Click <strong>Save</strong>. The person has to sign in again to see the change.</li>
</ol>
<p>Only the owner can make someone a manager.</p>`,
  },
  {
    key: 'password-and-two-step',
    section: 'people',
    title: 'Reset your password and set up two-step sign-in',
    labels: ['password', 'two-step', 'sign in', 'locked'],
    bodyHtml: `<h2>Reset your password</h2>
<ol>
<li>Click <strong>Forgot password</strong> on the sign-in page.</li>
<li>Enter your email address and open the link we send. It is valid for 60 minutes.</li>
<li>Choose a new password with at least 12 characters.</li>
</ol>
<p>After 5 wrong attempts the account is locked for 30 minutes.</p>
<h2>Two-step sign-in</h2>
<ol>
<li>Open <strong>My profile &gt; Security</strong> and turn on <strong>Two-step sign-in</strong>.</li>
<li>Scan the QR code with an authenticator app.</li>
<li>Enter the code from the app and store the ten recovery codes in a safe place.</li>
</ol>
<p class="note">Lost your phone? Sign in with a recovery code. A manager can also switch off two-step sign-in for you on the <strong>Access</strong> tab of your profile.</p>`,
  },
  {
    key: 'deactivate-a-person',
    section: 'people',
    title: 'Deactivate someone who has left',
    labels: ['deactivate', 'leaver', 'remove'],
    bodyHtml: `<ol>
<li>Open <strong>People</strong> and click the name of the person.</li>
<li>Click <strong>More &gt; Deactivate</strong>.</li>
<li>Enter the last working day.</li>
<li>Decide what happens to future shifts: turn them into open shifts or delete them.</li>
<li>Click <strong>Deactivate</strong>. From the day after the last working day the person can no longer sign in.</li>
</ol>
<p>Hours and leave of the past stay in your reports. The seat is free from the next invoice on.</p>
<p>If they come back, open <strong>People &gt; Inactive</strong> and click <strong>Reactivate</strong>.</p>`,
  },
];
