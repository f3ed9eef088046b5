import { useCallback, useState } from 'react';
import type { OutcomeInput } from '../../shared/advice.ts';
import { asFailure, type FailureKind } from '../frame/failure.ts';
import { useApi } from '../frame/joined.tsx';

/** Telling Mend what was done: not yet, on its way, told, or why it could not be. */
export interface Telling {
  state: 'idle' | 'sending' | 'told';
  failure: FailureKind | null;
  /** Tells; answers whether it arrived. */
  tell(input: OutcomeInput): Promise<boolean>;
}

export function useTelling(conversationId: string): Telling {
  const api = useApi();
  const [state, setState] = useState<Telling['state']>('idle');
  const [failure, setFailure] = useState<FailureKind | null>(null);
  const tell = useCallback(
    async (input: OutcomeInput) => {
      setState('sending');
      setFailure(null);
      try {
        await api.send('POST', `/app/advice/${encodeURIComponent(conversationId)}/outcomes`, input);
        setState('told');
        return true;
      } catch (error) {
        setState('idle');
        setFailure(asFailure(error).kind);
        return false;
      }
    },
    [api, conversationId],
  );
  return { state, failure, tell };
}
