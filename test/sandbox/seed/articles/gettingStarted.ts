import { articleUrl } from '../articleUrl.ts';
import type { SeedArticle } from '../types.ts';

export const gettingStarted: SeedArticle[] = [
  {
    key: 'add-a-location',
    section: 'getting_started',
    title: 'Add a location and its opening hours',
    labels: ['location', 'site', 'opening hours'],
    bodyHtml: `<p>A location is a shop, a ward, a depot: any place with its own rota. Managers and the owner can add locations.</p>
<ol>
<li>Open <strong>Settings &gt; Locations</strong> and click <strong>Add location</strong>.</li>
<li>Enter the name and the address of the site.</li>
<li>Choose the time zone. Shifts are planned in the local time of the site.</li>
<li>Set the opening hours for each day of the week.</li>
<li>Click <strong>Save</strong>. The location appears in the rota at once.</li>
</ol>
<p class="note">A location that has timesheets cannot be deleted. Archive it instead: its history stays available in reports.</p>
<p>Next: <a href="${articleUrl('import-staff')}">Import your staff from a spreadsheet</a>.</p>`,
  },
  {
    key: 'install-the-app',
    section: 'getting_started',
    title: 'Install the mobile app and sign in for the first time',
    labels: ['app', 'mobile', 'sign in'],
    bodyHtml: `<p>Your team sees shifts and clocks in with the Shiftloom app.</p>
<table>
<thead><tr><th>Device</th><th>Oldest version</th><th>Where to get it</th></tr></thead>
<tbody>
<tr><td>iPhone and iPad</td><td>iOS 16</td><td>App Store</td></tr>
<tr><td>Android phones</td><td>Android 10</td><td>Google Play</td></tr>
</tbody>
</table>
<h2>Sign in for the first time</h2>
<ol>
<li>Search for Shiftloom in the App Store or in Google Play and install it.</li>
<li>Tap <strong>Sign in</strong> and enter the email address your manager invited.</li>
<li>Enter the six-digit code that we email to you. The code is valid for 15 minutes.</li>
<li>Allow notifications, so that you hear about new and changed shifts.</li>
</ol>
<p><img src="https://help.shiftloom.example/hc/article_attachments/app-sign-in.png" alt="The sign-in screen of the app"></p>
<p class="note">No code in your inbox? Look in the spam folder first, then ask your manager whether the address on your profile is right.</p>`,
  },
];
