import { createApp } from '../../worker/app.ts';
import type { Services } from '../../worker/routes/services.ts';
import type { World } from '../loop/world.ts';

export const TOKEN = 'operator-token-for-tests-0123456789';

/** The app over a world in memory; `call` asks it as an operator and answers status and body. */
export function createOperator(world: World) {
  const woken: string[] = [];
  const services: Services = {
    ports: world.ports,
    apiToken: TOKEN,
    settleMs: 0,
    wake: async (tenant) => void woken.push(tenant),
    wakeAll: async (tenants) => void woken.push(...tenants),
    receiveZendesk: async () => ({ refused: 'no', status: 401 }),
    connectZendesk: async () => Promise.reject(new Error('not here')),
    receiveIntercom: async () => ({ refused: 'no_signature', status: 401 }),
    connectIntercom: async () => Promise.reject(new Error('not here')),
    driver: null,
  };
  const app = createApp(services);
  return {
    app,
    woken,
    async call(
      method: string,
      path: string,
      body?: unknown,
      token = TOKEN,
    ): Promise<[number, Record<string, unknown>]> {
      const response = await app.request(`/api${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return [response.status, await response.json()];
    },
  };
}
