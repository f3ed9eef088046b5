import { describe, expect, it } from 'vitest';
import { prepare } from '../../../worker/core/conversation/prepare.ts';
import { desk } from '../said.ts';

const nobody = { id: 'c1', role: 'customer' as const, name: '', email: null, phone: null };
const MAIL = {
  id: '77',
  subject: '',
  channel: 'email',
  state: 'open' as const,
  mergedInto: null,
  requester: nobody,
  people: [nobody],
  organization: null,
  brand: null,
  createdAt: 1_000,
  updatedAt: 1_000,
  solvedAt: null,
  reopenedAt: [],
  handovers: 0,
  rating: null,
  tags: [],
  segment: {},
};

describe('a mail that is delivered as HTML', () => {
  const asked = (html: string) => {
    const turns = [{ id: '1', author: 'customer' as const, authorId: 'c1', text: '', html, isPublic: true, at: 1_000 }];
    return prepare({ ...MAIL, turns }, { personId: (id) => id }, desk('en')).turns[0]?.text;
  };

  it.each([
    ['<p>How do I export a chart?</p><p>Thanks,<br>Kim Doe<br>Kim Ltd | +49 30 901820</p>', 'paragraphs'],
    ['<div>How do I export a chart?</div><div><br></div><div>Best,</div><div>Kim Doe</div>', 'lines of Gmail'],
    [
      '<p class="MsoNormal">How do I export a chart?<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">Regards,</p><p class="MsoNormal">Kim Doe</p>',
      'lines of Outlook',
    ],
  ])('keeps its paragraphs apart, so that no closing stays on the sentence: %s', (html) => {
    expect(asked(html)).toBe('How do I export a chart?');
  });

  it('keeps lines that are mere lines together', () => {
    expect(asked('<p class="MsoNormal">Step one</p><p class="MsoNormal">Step two</p>')).toBe('Step one\nStep two');
  });

  it('says its address and nothing of its closing', () => {
    expect(asked('<p>billing@acme.example</p><p>Best,<br>Kim Doe</p>')).toBe('…');
  });
});
