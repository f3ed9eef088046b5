import { useEffect } from 'react';

/** While something is under way it is looked at again this often. */
const LOOK_AGAIN_MS = 4_000;

/** Calls `reload` again and again for as long as something is under way. */
export function useLookAgain(isUnderWay: boolean, reload: () => Promise<void>): void {
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setInterval(() => void reload(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isUnderWay, reload]);
}
