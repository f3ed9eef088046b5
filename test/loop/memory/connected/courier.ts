import type { Courier, Letter } from '../../../../worker/loop/ports/stores/outbox.ts';

/** A webhook in the test's hands: what was sent to whom; `before` may throw as a receiver fails. */
export interface MemoryCourier extends Courier {
  letters: { tenant: string; letter: Letter }[];
  urls: Map<string, string>;
  before: (tenant: string, letter: Letter) => void;
}

export function createMemoryCourier(): MemoryCourier {
  const urls = new Map<string, string>();
  const shown = (tenant: string) => ({ url: urls.get(tenant) ?? '', createdAt: 0, previousUntil: null });
  const courier: MemoryCourier = {
    letters: [],
    urls,
    before: () => undefined,
    hasWebhook: async (tenant) => urls.has(tenant),
    webhook: async (tenant) => (urls.has(tenant) ? shown(tenant) : null),
    async setWebhook(tenant, url) {
      urls.set(tenant, url);
      return { webhook: shown(tenant), secret: 'whsec_AAAA' };
    },
    rotateSecret: async (tenant) => ({ webhook: shown(tenant), secret: 'whsec_BBBB' }),
    async removeWebhook(tenant) {
      urls.delete(tenant);
    },
    async deliver(tenant, letter) {
      courier.before(tenant, letter);
      courier.letters.push({ tenant, letter });
    },
  };
  return courier;
}
