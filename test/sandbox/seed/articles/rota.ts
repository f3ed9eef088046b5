import { articleUrl } from '../articleUrl.ts';
import type { SeedArticle } from '../types.ts';

export const rota: SeedArticle[] = [
  {
    key: 'publish-the-rota',
    section: 'rota',
    title: 'Publish the rota',
    labels: ['rota', 'publish', 'schedule'],
    bodyHtml: `<p>Until you publish a week, it is a draft that only managers and schedulers can see.</p>
<h2>Publish a week</h2>
<ol>
<li>Open <strong>Rota</strong> and pick the week you want to publish.</li>
<li>Solve the conflicts that are marked in red.</li>
<li>Click <strong>Publish</strong> in the top right corner.</li>
<li>Choose the whole week or single days.</li>
<li>Leave <strong>Notify the team</strong> ticked and confirm. Everyone on the rota gets a push notification and an email.</li>
</ol>
<h2>Take a week back</h2>
<p>Click <strong>More &gt; Unpublish</strong>. The shifts turn into drafts again and disappear from the app. A day with clocked hours cannot be unpublished.</p>
<p class="note">Changes to a published week are marked with an orange dot until you publish them again.</p>`,
  },
  {
    key: 'copy-a-week',
    section: 'rota',
    title: 'Copy a week or save it as a template',
    labels: ['copy', 'template', 'rota'],
    bodyHtml: `<h2>Copy a week</h2>
<ol>
<li>Open the week you want to copy.</li>
<li>Click <strong>Actions &gt; Copy week</strong>.</li>
<li>Choose the target week. You can copy up to 8 weeks ahead.</li>
<li>Decide whether people stay assigned or the shifts are copied empty.</li>
<li>Click <strong>Copy</strong> and check the conflicts that are marked in red.</li>
</ol>
<h2>Save a template</h2>
<p>Click <strong>Actions &gt; Save as template</strong> and give it a name. A template keeps times, breaks and roles, but no names. To use it, open an empty week and click <strong>Actions &gt; Apply template</strong>.</p>
<p>When the copy looks right, <a href="${articleUrl('publish-the-rota')}">publish the rota</a>.</p>`,
  },
  {
    key: 'open-shifts',
    section: 'rota',
    title: 'Offer open shifts to your team',
    labels: ['open shift', 'claim'],
    bodyHtml: `<p>An open shift has no name on it. Everyone with the right role can claim it in the app.</p>
<ol>
<li>Create a shift and choose <strong>Open shift</strong> instead of a person.</li>
<li>Set the role that is needed and the number of people.</li>
<li>Publish the day. People with that role get a notification and tap <strong>Claim</strong>.</li>
<li>If approval is switched on, confirm the claim under <strong>Rota &gt; Claims</strong>.</li>
</ol>
<p>Without approval the first claim wins. Claims close 2 hours before the shift starts.</p>
<p class="note">Approval is a setting of the location: <strong>Settings &gt; Locations &gt; Rota rules</strong>.</p>`,
  },
  {
    key: 'hand-over-a-shift',
    section: 'rota',
    title: 'Hand a shift over to a colleague',
    labels: ['swap', 'shift swap', 'hand over'],
    bodyHtml: `<p>Two people can swap a shift or hand one over, and the manager has the last word.</p>
<h2>In the app</h2>
<ol>
<li>Tap the shift and then <strong>Offer to a colleague</strong>.</li>
<li>Choose one or more colleagues. Only people with the same role are listed.</li>
<li>The first colleague who taps <strong>Accept</strong> takes the shift.</li>
<li>A manager confirms the swap under <strong>Rota &gt; Requests</strong>.</li>
</ol>
<table>
<thead><tr><th>Status</th><th>Meaning</th></tr></thead>
<tbody>
<tr><td>Offered</td><td>Nobody has accepted yet, the shift is still yours.</td></tr>
<tr><td>Waiting</td><td>A colleague accepted, the manager has not confirmed yet.</td></tr>
<tr><td>Done</td><td>The shift has moved to your colleague.</td></tr>
</tbody>
</table>
<p class="note">A shift can be offered up to 12 hours before it starts.</p>`,
  },
];
