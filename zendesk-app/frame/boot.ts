import type { Boot } from '../../shared/viewer.ts';

export type { Boot };

/**
 * Reads the data block that the server put into the page and removes it, so that the bearer stands in memory alone.
 * Null where there is none, or none that can be read: the page was not opened through the helpdesk.
 */
export function takeBoot(page: Pick<Document, 'getElementById'>): Boot | null {
  const block = page.getElementById('boot');
  if (!block) return null;
  const text = block.textContent ?? '';
  block.remove();
  try {
    const read: unknown = JSON.parse(text);
    return isBoot(read) ? read : null;
  } catch {
    return null;
  }
}

function isBoot(read: unknown): read is Boot {
  if (typeof read !== 'object' || read === null) return false;
  const { bearer, expiresAt, viewer } = read as Record<string, unknown>;
  return typeof bearer === 'string' && typeof expiresAt === 'number' && typeof viewer === 'object' && viewer !== null;
}
