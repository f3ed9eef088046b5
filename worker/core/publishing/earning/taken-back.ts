/** Automatic publications of the whole deployment that are looked at, the latest. Own choice. */
export const LAST_AUTOMATIC = 200;

/** The share of them that may have been taken back; one more stops automatic publishing everywhere. Own choice: one in a hundred. */
export const MAX_TAKEN_BACK_SHARE = 0.01;

/** A publication that nobody approved, of any tenant, and whether it was taken back since. */
export interface AutomaticEnd {
  tenant: string;
  id: string;
  isTakenBack: boolean;
}

/** By which it is known across tenants. */
export function endKey({ tenant, id }: AutomaticEnd): string {
  return `${tenant}/${id}`;
}

/**
 * Those taken back of the last automatic publications, but for those that were `judged` when it was let go on. `isTooMany`
 * where they are more than the share of LAST_AUTOMATIC. While fewer were published the number is the same: it takes three
 * in every case, since the first mistake of a young deployment is no share of anything.
 */
export function takenBackOf(last: readonly AutomaticEnd[], judged: readonly string[] = []) {
  const known = new Set(judged);
  const takenBack = last
    .slice(0, LAST_AUTOMATIC)
    .filter((end) => end.isTakenBack)
    .map(endKey)
    .filter((key) => !known.has(key));
  return { takenBack, isTooMany: takenBack.length > MAX_TAKEN_BACK_SHARE * LAST_AUTOMATIC };
}
