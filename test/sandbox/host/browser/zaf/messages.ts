/** What an app posts to the helpdesk (platform facts A5): a request with an id, or a key with a message. */
export interface AppMessage {
  id?: number;
  request?: string;
  params?: unknown;
  key?: string;
  message?: unknown;
  error?: unknown;
  appGuid?: string;
  instanceGuid?: string;
}

/** A posted message, which may be an object or JSON text (both official and old SDKs send both); null for anything else. */
export function messageOf(data: unknown): AppMessage | null {
  let value = data;
  if (typeof data === 'string') {
    try {
      value = JSON.parse(data);
    } catch {
      return null;
    }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const message = value as AppMessage;
  return typeof message.request === 'string' || typeof message.key === 'string' ? message : null;
}

/** Why a hook's answer blocks; null where it allows. */
export function objectionOf(message: AppMessage): string | null {
  if (message.error === undefined || message.error === null) return null;
  const { msg } = message.error as { msg?: unknown };
  if (typeof msg === 'string') return msg;
  const { message: words } = (msg ?? {}) as { message?: unknown };
  return typeof words === 'string' ? words : 'The app did not allow it.';
}
