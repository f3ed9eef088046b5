import { describe, expect, it } from 'vitest';
import { verifyCanvasRequest } from '../../../worker/intercom/connection/canvas-request.ts';
import { SECRET, WORKSPACE } from '../webhooks/deliveries.ts';
import { asked, post } from './canvas-requests.ts';
import { REFUSED } from './canvas-vectors.ts';

const verify = (over: Parameters<typeof post>[0] = {}) => {
  const { headers, rawBody, secrets } = post(over);
  return verifyCanvasRequest(headers, rawBody, secrets);
};

describe('a Canvas Kit request', () => {
  it.each(REFUSED)('is refused with %s', async (_, over, refused) => {
    const status = { too_large: 413, no_signature: 401, bad_signature: 401, malformed: 400 }[refused];
    expect(await verify(over)).toEqual({ refused, status });
  });

  it('is refused where the deployment has no secret, or an empty one', async () => {
    for (const secrets of [[], ['']]) expect(await verify({ secrets })).toMatchObject({ status: 401 });
    expect(await verify({ signedWith: '', secrets: [''] })).toMatchObject({ status: 401 });
  });

  it('is read with who asks, beside what and which press', async () => {
    const body = JSON.stringify(
      asked({
        component_id: 'home',
        input_values: { reply_text: 'Hello', choice: ['a'], number: 3 },
        current_canvas: { content: { components: [] }, stored_data: { nonce: 'n' } },
      }),
    );
    expect(await verify({ body })).toEqual({
      request: {
        tenant: `intercom:${WORKSPACE}`,
        adminId: '814',
        conversationId: '215470000000001',
        componentId: 'home',
        inputs: new Map([['reply_text', 'Hello']]),
        stored: { nonce: 'n' },
        locale: 'en',
      },
    });
  });

  it.each([
    [{ context: { locale: 'de' } }, 'de'],
    [{ context: { locale: 'pt-BR' }, current_canvas: { stored_data: { locale: 'de' } } }, 'pt-BR'],
    [{ context: null, current_canvas: { stored_data: { locale: 'ja' } } }, 'ja'],
    [{ context: { locale: 7 } }, 'en'],
    [{ context: { locale: 'x'.repeat(99) } }, 'en'],
    [{ context: {}, current_canvas: { stored_data: { locale: 7 } } }, 'en'],
  ])('says in which language its card is read, or is read in English (%j)', async (over, locale) => {
    expect(await verify({ body: JSON.stringify(asked(over)) })).toMatchObject({ request: { locale } });
  });

  it('finds the conversation in the context where none stands beside it, and none where there is none', async () => {
    const only = await verify({ body: JSON.stringify(asked({ conversation: undefined })) });
    expect(only).toMatchObject({ request: { conversationId: '215470000000001' } });
    const none = await verify({ body: JSON.stringify(asked({ conversation: null, context: null })) });
    expect(none).toMatchObject({ request: { conversationId: null, componentId: null, stored: {} } });
  });

  it('is accepted with either of two live secrets, over its bytes, whatever their spacing', async () => {
    const body = `  ${JSON.stringify(asked({ note: 'é 漢字 \u2028' }), null, 3)}\n`;
    for (const signedWith of ['old', SECRET])
      expect(await verify({ body, signedWith, secrets: [SECRET, 'old'] })).toHaveProperty('request');
  });
});
