import { lte } from 'drizzle-orm';
import type { SpentStates } from '../crypto/sign-in.ts';
import type { Database } from './database.ts';
import { spentStates } from './schema/connection-schema.ts';

/** Which sign-in states came back. The row is the proof: whoever writes it is the one who finishes. */
export function createSpentStates(db: Database): SpentStates {
  return {
    async spend(hash, until, now) {
      const [, added] = await db.batch([
        db.delete(spentStates).where(lte(spentStates.until, now)),
        db.insert(spentStates).values({ hash, until }).onConflictDoNothing(),
      ]);
      return added.meta.changes > 0;
    },
  };
}
