import { z } from 'zod';

/** Where Zendesk Support lets an app stand. */
const LOCATIONS = [
  'top_bar',
  'nav_bar',
  'ticket_sidebar',
  'new_ticket_sidebar',
  'user_sidebar',
  'organization_sidebar',
  'background',
  'modal',
  'ticket_editor',
  'system_top_bar',
] as const;
const PARAMETER_TYPES = ['text', 'checkbox', 'url', 'number', 'multiline', 'hidden', 'oauth'] as const;
const SCOPES = [
  'header',
  'body',
  'url',
  'jwt_secret_key',
  'jwt_claim',
  'basic_auth_username',
  'basic_auth_password',
] as const;

/** `https` to a real host, or a file of the package. */
const address = z.string().refine((url) => {
  if (url.startsWith('assets/')) return true;
  return /^https:\/\/[a-z0-9.-]+(\/|$)/.test(url) && URL.canParse(url);
}, 'must be https, or in assets/');

const place = z.strictObject({
  url: address,
  autoLoad: z.boolean().optional(),
  autoHide: z.boolean().optional(),
  flexible: z.boolean().optional(),
  signed: z.boolean().optional(),
  size: z.strictObject({ width: z.string(), height: z.string() }).optional(),
});

const parameter = z
  .strictObject({
    name: z.string().refine((name) => name !== 'name', 'may not be "name"'),
    type: z.enum(PARAMETER_TYPES).default('text'),
    required: z.boolean().default(false),
    secure: z.boolean().default(false),
    default: z.unknown().optional(),
    scopes: z.array(z.enum(SCOPES)).min(1).optional(),
  })
  .refine(({ scopes, secure }) => !scopes || secure, 'scopes are for secure parameters alone')
  .refine(({ type, required }) => type !== 'hidden' || !required, 'a hidden parameter cannot be required')
  .refine(({ type, secure }) => type !== 'oauth' || !secure, 'an oauth parameter cannot be secure');

/** The rules of Zendesk's app validator for a manifest of framework 2.0, as far as they concern an app with places. */
export const zendeskManifest = z.strictObject({
  name: z.string(),
  author: z.strictObject({ name: z.string(), email: z.email(), url: address.optional() }),
  defaultLocale: z.string().regex(/^[a-z]{2,3}(-\w{2,3})?$/),
  location: z.strictObject({
    support: z.partialRecord(z.enum(LOCATIONS), place).refine((places) => Object.keys(places).length > 0, 'no place'),
  }),
  frameworkVersion: z.literal('2.0'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  private: z.boolean().default(true),
  singleInstall: z.boolean().default(false),
  signedUrls: z.boolean().default(false),
  termsConditionsURL: address.optional(),
  domainWhitelist: z.array(z.string()).optional(),
  parameters: z
    .array(parameter)
    .default([])
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'a parameter is named twice'),
});

/** What packaging puts the worker's host in place of. */
export const HOST_SLOT = '{{MEND_HOST}}';
