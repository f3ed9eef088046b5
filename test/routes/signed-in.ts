import type { Role } from '../../shared/viewer.ts';
import { TENANT, type World } from '../loop/world/world.ts';
import { createOperator, type People, PUBLIC_URL } from './services.ts';

let nonces = 0;

/** The app with people of the helpdesk signed in: `as` asks as one of a role, from Mend's own page. */
export function createSignedIn(world: World, mayOpen: string[] = []) {
  const people: People = { persons: new Map(), open: new Map([[TENANT, new Set(mayOpen)]]) };
  const operator = createOperator(world, people);
  return {
    ...operator,
    as(role: Role, tenant = TENANT, under = '/app/console') {
      const userId = `${role} of ${tenant}`;
      people.persons.set(`${tenant}/${userId}`, { userId, name: role, locale: 'en', role });
      const proof = { tenant, userId, id: userId, seal: userId, isReusable: true };
      return async (
        method: string,
        path: string,
        body?: unknown,
      ): Promise<[number, Record<string, unknown>, string]> => {
        const { bearer } = await operator.services.sessions.begin(proof);
        nonces += 1;
        const response = await operator.app.request(`${under}${path}`, {
          method,
          headers: {
            authorization: `Bearer ${bearer}`,
            'content-type': 'application/json',
            origin: PUBLIC_URL,
            'x-mend-nonce': `nonce-of-a-test-${nonces}`,
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const text = await response.text();
        const isJson = response.headers.get('content-type')?.includes('json') ?? false;
        return [response.status, isJson ? JSON.parse(text) : {}, text];
      };
    },
  };
}
