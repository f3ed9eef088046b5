import type { Company, Contact } from '../records.ts';
import { unixOrNull, unixSeconds, type World } from '../world.ts';

export function presentContact(world: World, row: Contact): Record<string, unknown> {
  const list = (name: string, data: unknown[]) => ({
    type: 'list',
    data,
    url: `/contacts/${row.id}/${name}`,
    total_count: data.length,
    has_more: false,
  });
  return {
    type: 'contact',
    id: row.id,
    external_id: row.externalId,
    workspace_id: world.workspace.id,
    role: row.role,
    email: row.email,
    email_domain: row.email.split('@')[1] ?? '',
    phone: row.phone,
    name: row.name,
    owner_id: null,
    has_hard_bounced: false,
    marked_email_as_spam: false,
    unsubscribed_from_emails: false,
    created_at: unixSeconds(row.createdAt),
    updated_at: unixSeconds(row.updatedAt),
    signed_up_at: null,
    last_seen_at: null,
    last_replied_at: unixOrNull(row.lastRepliedAt),
    last_contacted_at: null,
    language_override: row.language,
    browser_language: null,
    custom_attributes: row.customAttributes,
    avatar: null,
    tags: list(
      'tags',
      row.tagIds.map((id) => ({ type: 'tag', id, url: `/tags/${id}` })),
    ),
    notes: list('notes', []),
    companies: list(
      'companies',
      row.companyIds.map((id) => ({ type: 'company', id, url: `/companies/${id}` })),
    ),
    location: { type: 'location', country: null, region: null, city: null },
    social_profiles: { type: 'list', data: [] },
  };
}

/** `plan` is an empty object where none is set (examples of the API description). */
export function presentCompany(world: World, row: Company): Record<string, unknown> {
  return {
    type: 'company',
    id: row.id,
    company_id: row.companyId,
    app_id: world.workspace.id,
    name: row.name,
    plan: row.plan === null ? {} : { type: 'plan', id: row.plan, name: row.plan },
    remote_created_at: unixSeconds(row.createdAt),
    created_at: unixSeconds(row.createdAt),
    updated_at: unixSeconds(row.updatedAt),
    monthly_spend: row.monthlySpend,
    session_count: 0,
    user_count: row.userCount,
    size: row.size,
    industry: row.industry,
    website: row.website,
    custom_attributes: row.customAttributes,
    tags: { type: 'tag.list', tags: [] },
    segments: { type: 'segment.list', segments: [] },
  };
}
