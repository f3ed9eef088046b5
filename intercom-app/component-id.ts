/**
 * What a component of a canvas asks for when it is pressed. `patchHash` says which text was on the screen: a decision
 * holds for that text alone.
 */
export type Press =
  | { action: 'show'; fixId: string }
  | { action: 'approve'; fixId: string; patchHash: string }
  | { action: 'reject'; fixId: string; patchHash: string };

/**
 * The id of a component, from which its press is known again: Intercom gives back the id and nothing else of the
 * component. Parts are percent-encoded, so a colon separates them and stands in none.
 */
export function encodeComponentId(press: Press): string {
  const parts = press.action === 'show' ? [press.action, press.fixId] : [press.action, press.fixId, press.patchHash];
  return parts.map(encodeURIComponent).join(':');
}

/** The press that an id stands for; null for every text that `encodeComponentId` does not make. */
export function decodeComponentId(id: string): Press | null {
  const [action, fixId, patchHash, ...rest] = id.split(':').map(decodedOrNull);
  if (!fixId || rest.length > 0) return null;
  const press = pressOf(action ?? '', fixId, patchHash ?? null);
  return press && encodeComponentId(press) === id ? press : null;
}

function pressOf(action: string, fixId: string, patchHash: string | null): Press | null {
  if (action === 'show') return { action, fixId };
  return (action === 'approve' || action === 'reject') && patchHash ? { action, fixId, patchHash } : null;
}

function decodedOrNull(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
