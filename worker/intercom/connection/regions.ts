import { Invalid } from '../../loop/ports/errors.ts';

/** Where a workspace's data lives. Each region has its own API host, and a token is good in one of them. */
export const REGIONS = ['us', 'eu', 'au'] as const;
export type Region = (typeof REGIONS)[number];

const API_BASES: Record<Region, string> = {
  us: 'https://api.intercom.io',
  eu: 'https://api.eu.intercom.io',
  au: 'https://api.au.intercom.io',
};

/** The web app's hosts; those of EU and AU are from memory of the vendor. */
const APP_BASES: Record<Region, string> = {
  us: 'https://app.intercom.com',
  eu: 'https://app.eu.intercom.com',
  au: 'https://app.au.intercom.com',
};

const LOCAL_BASE = /^http:\/\/127\.0\.0\.1:\d{1,5}$/;

export function regionBaseUrl(region: Region): string {
  return API_BASES[region];
}

export function regionAppUrl(region: Region): string {
  return APP_BASES[region];
}

/** The region as `/me` names it, in whatever case; null where it is none of the three. */
export function regionOf(name: string | null | undefined): Region | null {
  const region = name?.trim().toLowerCase();
  return REGIONS.find((known) => known === region) ?? null;
}

/** A base that a token may be sent to: one of the three, written exactly so; with `allowLocal` also the sandbox's. */
export function workspaceBaseUrl(stored: string, options: { allowLocal?: boolean } = {}): string {
  if (options.allowLocal && LOCAL_BASE.test(stored)) return stored;
  const base = REGIONS.map(regionBaseUrl).find((known) => known === stored);
  if (base === undefined) throw new Invalid('the stored base URL is none of Intercom’s');
  return base;
}
