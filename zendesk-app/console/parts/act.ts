import { useCallback, useState } from 'react';
import { asFailure, type Failure } from '../../frame/failure.ts';

/** Something that is asked of the worker: whether it is under way, and why the last one did not work. */
export interface Act {
  isBusy: boolean;
  failure: Failure | null;
  /** Runs it unless one is under way; answers whether it worked. */
  run(what: () => Promise<unknown>): Promise<boolean>;
  clear(): void;
}

export function useAct(): Act {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = useCallback(
    async (what: () => Promise<unknown>) => {
      if (isBusy) return false;
      setBusy(true);
      setFailure(null);
      try {
        await what();
        return true;
      } catch (error) {
        setFailure(asFailure(error));
        return false;
      } finally {
        setBusy(false);
      }
    },
    [isBusy],
  );
  const clear = useCallback(() => setFailure(null), []);
  return { isBusy, failure, run, clear };
}
