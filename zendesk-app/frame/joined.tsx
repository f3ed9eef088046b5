import { createContext, type ReactNode, useContext } from 'react';
import type { Api } from './api.ts';
import type { Words } from './words.ts';

interface Joined {
  api: Api;
  words: Words;
}
const Context = createContext<Joined | null>(null);

export function JoinedProvider({ api, words, children }: Joined & { children: ReactNode }) {
  return <Context.Provider value={{ api, words }}>{children}</Context.Provider>;
}

function useJoined(): Joined {
  const joined = useContext(Context);
  if (!joined) throw new Error('nothing is joined above this component');
  return joined;
}

/** The worker's API as the viewer. */
export const useApi = (): Api => useJoined().api;

/** The words of the viewer's language; the app names its keys. */
export function useWords<Key extends string>(): Words<Key> {
  return useJoined().words as Words<Key>;
}
