import { describe, expect, it, vi } from 'vitest';
import { isOpenedByZendesk } from '../../../zendesk-app/zaf/origin.ts';
import { loadSdk, type Sdk, type SdkClient } from '../../../zendesk-app/zaf/sdk.ts';
import { connectZaf, NotInZendesk, ZafSilent } from '../../../zendesk-app/zaf/zaf.ts';

const ADDRESS = { search: '?origin=https://acme.zendesk.com&app_guid=g', hash: '', hostname: 'mend.example' };

/** An SDK of which each call answers as the test says. */
function anSdk(client: Partial<SdkClient>): () => Promise<Sdk> {
  const whole: SdkClient = {
    get: async () => ({}),
    invoke: async () => ({}),
    set: async () => ({}),
    on: () => undefined,
    off: () => undefined,
    context: async () => ({ ticketId: 7 }),
    metadata: async () => ({ name: 'Mend' }),
    request: async () => ({}),
    ...client,
  };
  return async () => ({ init: () => whole });
}

describe('the page in Zendesk', () => {
  it.each([
    ['?origin=https://acme.zendesk.com&app_guid=g', '', 'mend.example', true],
    ['', '#origin=https%3A%2F%2Facme.zendesk.com&app_guid=g', 'mend.example', true],
    ['?origin=http://localhost:4567&app_guid=g', '', '127.0.0.1', true],
    ['?origin=http://localhost:4567&app_guid=g', '', 'mend.example', false],
    ['?origin=https://evil.example&app_guid=g', '', 'mend.example', false],
    ['?origin=https://acme.zendesk.com.evil.example&app_guid=g', '', 'mend.example', false],
    ['?origin=https://evil.example/.zendesk.com&app_guid=g', '', 'mend.example', false],
    ['?origin=http://acme.zendesk.com&app_guid=g', '', 'mend.example', false],
    ['?origin=https://acme.zendesk.com', '', 'mend.example', false],
    ['', '', 'localhost', false],
  ])('is opened by whom its address names: %s %s at %s: %s', (search, hash, hostname, isTrue) => {
    expect(isOpenedByZendesk({ search, hash, hostname })).toBe(isTrue);
  });

  it('does not start an SDK for anybody else', async () => {
    const load = vi.fn(anSdk({}));
    await expect(connectZaf({ ...ADDRESS, search: '?origin=https://evil.example&app_guid=g' }, load)).rejects.toThrow(
      NotInZendesk,
    );
    expect(load).not.toHaveBeenCalled();
  });

  it('answers one value, rejects a refusal, and a time-out that the old package resolves', async () => {
    const zaf = await connectZaf(
      ADDRESS,
      anSdk({
        get: async (path) => ({ errors: {}, [String(path)]: 'open' }),
        invoke: async (name) => {
          if (name === 'late') return { name: 'TimeoutError', message: 'Timeout when invoking' };
          throw new Error('explode');
        },
      }),
    );
    expect([zaf.context.ticketId, await zaf.get('ticket.status')]).toEqual([7, 'open']);
    await expect(zaf.invoke('late')).rejects.toThrow(ZafSilent);
    await expect(zaf.invoke('other')).rejects.toThrow('explode');
  });

  it('gives up where nobody answers', async () => {
    vi.useFakeTimers();
    const joined = connectZaf(ADDRESS, anSdk({ context: () => new Promise(() => undefined) }));
    const refused = expect(joined).rejects.toThrow(ZafSilent);
    await vi.advanceTimersByTimeAsync(16_000);
    await refused;
    vi.useRealTimers();
  });

  it('lets go of what it listened to, and of the handlers of a request', async () => {
    const handlers: Record<string, unknown[]> = { 'ticket.updated': [1] };
    const off = vi.fn((key: string) => void delete handlers[key]);
    const zaf = await connectZaf(
      ADDRESS,
      anSdk({
        _messageHandlers: handlers,
        off,
        request: async () => {
          handlers['request:1.done'] = [2];
          handlers['request:1.fail'] = [3];
          return { ticket: 1 };
        },
      }),
    );
    zaf.on('a', () => undefined)();
    expect(await zaf.request({ url: '/api' })).toEqual({ ticket: 1 });
    expect(off.mock.calls.map(([key]) => key)).toEqual(['a', 'request:1.done', 'request:1.fail']);
    expect(Object.keys(handlers)).toEqual(['ticket.updated']);
  });
});

describe('the SDK', () => {
  const official: Sdk = { init: () => false };
  const bundled: Sdk = { init: () => false };
  const page = (more: object) => ({
    sdk: () => undefined,
    script: () => null,
    hasEnded: () => false,
    bundled: async () => bundled,
    ...more,
  });

  it('is Zendesk’s own where its script has loaded or loads in time', async () => {
    expect(await loadSdk(page({ sdk: () => official }))).toBe(official);
    let loaded: Sdk | undefined;
    const addEventListener = (event: string, done: () => void) => {
      if (event === 'load')
        queueMicrotask(() => {
          loaded = official;
          done();
        });
    };
    expect(await loadSdk(page({ sdk: () => loaded, script: () => ({ addEventListener }) }))).toBe(official);
  });

  it('is the bundled one where the script failed, fails, or takes too long', async () => {
    const failing = {
      addEventListener: (event: string, done: () => void) => event === 'error' && queueMicrotask(done),
    };
    expect(await loadSdk(page({}))).toBe(bundled);
    expect(await loadSdk(page({ script: () => failing, hasEnded: () => true }))).toBe(bundled);
    expect(await loadSdk(page({ script: () => failing }))).toBe(bundled);
    vi.useFakeTimers();
    const late = loadSdk(page({ script: () => ({ addEventListener: () => undefined }) }));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await late).toBe(bundled);
    vi.useRealTimers();
  });
});
