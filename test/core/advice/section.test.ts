import { expect, it } from 'vitest';
import { sectionFor } from '../../../worker/core/advice/section.ts';
import { createLearned } from '../../../worker/core/learning/learned.ts';

const TABLE =
  '<table><thead><tr><th>Message</th><th>What to do</th></tr></thead><tbody><tr><td>Email missing</td><td>Fill in the address.</td></tr><tr><td>Unknown role</td><td>Use a role that exists.</td></tr></tbody></table>';

it('puts a table into a reply a row a line, without its head: cells one below another say nothing', () => {
  const body = `<h2>Errors</h2><p>If it fails:</p>${TABLE}<h2>Other</h2><p>Nothing here.</p>`;
  expect(sectionFor(createLearned(), body, 'my import says email missing')).toEqual({
    heading: 'Errors',
    text: 'If it fails:\n- Email missing: Fill in the address.\n- Unknown role: Use a role that exists.',
  });
});
