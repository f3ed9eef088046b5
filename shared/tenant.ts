import { z } from 'zod';

export const VENDORS = ['zendesk', 'intercom'] as const;
export type Vendor = (typeof VENDORS)[number];

export const TENANT_STATES = ['active', 'paused', 'auth_required', 'closing'] as const;
export type TenantState = (typeof TENANT_STATES)[number];

/** `id` = vendor + ":" + the vendor's immutable account id; never the subdomain, which can change hands. */
export const tenantSchema = z.object({
  id: z.string(),
  vendor: z.enum(VENDORS),
  accountId: z.string(),
  subdomain: z.string(),
  baseUrl: z.string(),
  state: z.enum(TENANT_STATES),
  locale: z.string(),
  createdAt: z.number().int(),
  /** The teammate in whose name a machine answers, by the helpdesk's id, as the policy has it: what they say is no person's word. */
  answersAs: z.string().optional(),
});
export type Tenant = z.infer<typeof tenantSchema>;

/** The tenant key of an account. */
export function tenantId(vendor: Vendor, accountId: string): string {
  return `${vendor}:${accountId}`;
}

/** The vendor whose key this is; throws for what no `tenantId` made. */
export function vendorOf(tenant: string): Vendor {
  const vendor = VENDORS.find((one) => tenant.startsWith(`${one}:`));
  if (!vendor) throw new Error(`"${tenant}" is no key of an account`);
  return vendor;
}
