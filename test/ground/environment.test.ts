import { describe, expect, it } from 'vitest';
import { type Env, parseEnv } from '../../worker/env.ts';

const KEY = `${'A'.repeat(43)}=`;
const WHOLE = {
  DB: {},
  WAKE: {},
  API_TOKEN: 'operator-token-for-tests-0123456789',
  SEAL_KEY: KEY,
  PERSON_KEY: KEY,
  PUBLIC_URL: 'https://mend.example',
};
const MODEL = { MODEL_BASE_URL: 'https://api.openai.com/v1', MODEL_ID: 'm-1', MODEL_KEY: 'key' };
const parse = (more: Record<string, unknown> = {}) => parseEnv({ ...WHOLE, ...more } as unknown as Env);

describe('the environment', () => {
  it('names no model, with the caps and times of one all the same', () => {
    const vars = parse();
    expect([vars.MODEL_BASE_URL, vars.MODEL_ID, vars.MODEL_KEY]).toEqual([undefined, undefined, undefined]);
    expect(vars).toMatchObject({
      MODEL_TIMEOUT_MS: 20_000,
      MODEL_PATIENCE_MS: 3_600_000,
      MODEL_OUTPUT: 'jsonSchema',
      MODEL_TENANT_CALLS: 200,
      MODEL_TENANT_TOKENS: 1_000_000,
      MODEL_GLOBAL_CALLS: 5_000,
      MODEL_GLOBAL_TOKENS: 20_000_000,
    });
  });

  it('names an embedding model beside a model, never alone', () => {
    expect(parse({ ...MODEL, EMBEDDING_ID: 'e-1', EMBEDDING_DIMENSIONS: '768' }).EMBEDDING_DIMENSIONS).toBe(768);
    expect(() => parse({ EMBEDDING_ID: 'e-1' })).toThrow(/an embedding model needs MODEL_BASE_URL/);
    const own = { EMBEDDING_ID: 'e-1', EMBEDDING_BASE_URL: 'https://e.example/v1', EMBEDDING_KEY: 'k' };
    expect(parse(own).EMBEDDING_BASE_URL).toBe('https://e.example/v1');
    expect(() => parse({ EMBEDDER: 'static' })).toThrow(/the static model is among the assets/);
    expect(() => parse({ EMBEDDER: 'workers-ai', EMBEDDING_ID: 'e-1' })).toThrow(/needs the binding AI/);
    expect(() => parse({ ...MODEL, EMBEDDING_ID: 'e-1', EMBEDDING_DIMENSIONS: '3072' })).toThrow(
      /EMBEDDING_DIMENSIONS/,
    );
  });

  it('names a model whole', () => {
    expect(
      parse({ ...MODEL, MODEL_TIMEOUT_MS: '45000', MODEL_OUTPUT: 'jsonMode', MODEL_TENANT_CALLS: '0' }),
    ).toMatchObject({
      ...MODEL,
      MODEL_TIMEOUT_MS: 45_000,
      MODEL_OUTPUT: 'jsonMode',
      MODEL_TENANT_CALLS: 0,
    });
  });

  it.each(Object.keys(MODEL))('is refused where only %s is left out', (name) => {
    expect(() => parse({ ...MODEL, [name]: undefined })).toThrow(`${name}: a model needs`);
  });

  it.each([
    { MODEL_TIMEOUT_MS: '45001' },
    { MODEL_TIMEOUT_MS: 'soon' },
    { MODEL_OUTPUT: 'yaml' },
    { MODEL_GLOBAL_TOKENS: '-1' },
    { MODEL_KEY: '' },
  ])('is refused with %o', (more) => {
    expect(() => parse({ ...MODEL, ...more })).toThrow(Object.keys(more)[0]);
  });

  it('lets Zendesk alone frame the apps, in production whatever is set', () => {
    expect(parse().FRAME_ANCESTORS).toBe('https://*.zendesk.com');
    const frames = [
      '*',
      "'self'",
      "'none'",
      '',
      'https:',
      'https://*',
      'https://*.evil.example',
      'https://*.zendesk.com https://evil.example',
      'https://*.zendesk.com *',
      'https://*.zendesk.com; script-src *',
      'http://*.zendesk.com',
      'http://127.0.0.1:8787',
      'http://localhost:*',
    ];
    for (const FRAME_ANCESTORS of frames) expect(() => parse({ FRAME_ANCESTORS })).toThrow('FRAME_ANCESTORS: must be');
  });

  it('lets pages of this machine frame them in a sandbox, and still nobody else', () => {
    const sandbox = (FRAME_ANCESTORS: string) => parse({ FRAME_ANCESTORS, ALLOW_LOOPBACK: 'yes' }).FRAME_ANCESTORS;
    for (const frames of ['http://127.0.0.1:8787', 'http://127.0.0.1:* http://localhost:*'])
      expect(sandbox(frames)).toBe(frames);
    const wrong = [
      'http://10.0.0.1:80',
      'http://localhost:8787; img-src *',
      'http://localhost',
      '*',
      'http://127.0.0.1:* *',
    ];
    for (const frames of wrong) expect(() => sandbox(frames)).toThrow('FRAME_ANCESTORS: must be');
  });

  it('says of an OAuth app what belongs together', () => {
    const marketplace = {
      ZENDESK_MARKETPLACE_NAME: 'Mend',
      ZENDESK_MARKETPLACE_ORGANIZATION_ID: '12',
      ZENDESK_MARKETPLACE_APP_ID: '34',
    };
    expect(parse({ ZENDESK_CLIENT_ID: 'zdg-mend', ...marketplace })).toMatchObject(marketplace);
    expect(() => parse({ ...marketplace, ZENDESK_MARKETPLACE_APP_ID: undefined })).toThrow('a Marketplace app needs');
    expect(() => parse({ ...marketplace, ZENDESK_MARKETPLACE_NAME: 'Mend\n' })).toThrow('printable');
    expect(() => parse({ ZENDESK_CLIENT_SECRET: 's' })).toThrow('ZENDESK_CLIENT_ID: the client secret belongs to one');
    expect(() => parse({ INTERCOM_CLIENT_ID: 'i' })).toThrow('INTERCOM_CLIENT_SECRET: an Intercom app has one');
  });
});
