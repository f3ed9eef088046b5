/**
 * One thing that a package breaks. `key` is the name that Zendesk's own validator gives it (zendesk_apps_support 4.52.0);
 * a key that starts with `mend_` is a rule of ours for what that validator leaves to the upload. Warnings block nothing.
 */
export interface Finding {
  level: 'error' | 'warning';
  key: string;
  message: string;
}

/** The files of a package by their path in the zip. */
export type Files = ReadonlyMap<string, Uint8Array>;

export function error(key: string, message: string): Finding {
  return { level: 'error', key, message };
}

export function warning(key: string, message: string): Finding {
  return { level: 'warning', key, message };
}

export function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Nothing, an empty text or an empty list. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
