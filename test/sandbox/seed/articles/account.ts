import { articleUrl } from '../articleUrl.ts';
import type { SeedArticle } from '../types.ts';

export const account: SeedArticle[] = [
  {
    key: 'invoices',
    section: 'account',
    title: 'Find your invoices and change billing details',
    labels: ['invoice', 'billing', 'vat'],
    bodyHtml: `<p>Only the owner can see the billing pages.</p>
<h2>Download an invoice</h2>
<ol>
<li>Open <strong>Settings &gt; Billing &gt; Invoices</strong>.</li>
<li>Click the PDF icon next to the month you need.</li>
</ol>
<p>A new invoice is issued on the first day of each month.</p>
<h2>Change billing details</h2>
<ol>
<li>Open <strong>Settings &gt; Billing &gt; Details</strong>.</li>
<li>Change the company name, the address or the VAT number.</li>
<li>Click <strong>Save</strong>. The new details apply to future invoices only.</li>
</ol>
<p>Under <strong>Invoice recipients</strong> you can add up to 5 addresses that get every invoice by email, for example your accountant's.</p>`,
  },
  {
    key: 'change-plan',
    section: 'account',
    title: 'Change your plan',
    labels: ['plan', 'upgrade', 'price', 'seats'],
    bodyHtml: `<table>
<thead><tr><th>Plan</th><th>Price per active person and month</th><th>Includes</th></tr></thead>
<tbody>
<tr><td>Starter</td><td>€2.50</td><td>rota and app, one location</td></tr>
<tr><td>Team</td><td>€4</td><td>timesheets, leave, unlimited locations</td></tr>
<tr><td>Scale</td><td>€6</td><td>clock-in zones, API, single sign-on</td></tr>
</tbody>
</table>
<ol>
<li>Open <strong>Settings &gt; Billing &gt; Plan</strong>.</li>
<li>Select the new plan and click <strong>Continue</strong>.</li>
<li>Check the price and confirm.</li>
</ol>
<p>An upgrade is active at once and charged by the day. A downgrade takes effect at the end of the billing period.</p>
<p>You pay for active people only, see <a href="${articleUrl('deactivate-a-person')}">Deactivate someone who has left</a>.</p>`,
  },
  {
    key: 'api-keys',
    section: 'account',
    title: 'Create and revoke an API key',
    labels: ['api', 'key', 'integration'],
    bodyHtml: `<p>API keys are part of the Scale plan.</p>
<ol>
<li>Open <strong>Settings &gt; Integrations &gt; API keys</strong> and click <strong>Create key</strong>.</li>
<li>Give the key a name that says where it is used.</li>
<li>Choose read only or read and write.</li>
<li>Copy the key. It is shown only once.</li>
</ol>
<pre><code>curl https://api.shiftloom.example/v2/shifts -H "Authorization: Bearer YOUR_KEY"</code></pre>
<p>Each key may send 120 requests per minute. Above that the API answers with status 429.</p>
<p class="note">If a key has leaked, click <strong>Revoke</strong> next to it. It stops working immediately.</p>`,
  },
];
