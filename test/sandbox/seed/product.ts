import { organizations } from './organizations.ts';
import { agents, customers } from './people.ts';
import type { Product } from './types.ts';

/** Shiftloom: shift planning and time tracking for businesses with several sites. */
export const product: Product = {
  name: 'Shiftloom',
  subdomain: 'shiftloom',
  sections: [
    { key: 'getting_started', name: 'Getting started' },
    { key: 'rota', name: 'Planning the rota' },
    { key: 'time', name: 'Time and attendance' },
    { key: 'people', name: 'People and access' },
    { key: 'account', name: 'Billing and account' },
  ],
  organizations,
  customers,
  agents,
};
