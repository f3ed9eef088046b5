import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { type Api, createApi } from './api.ts';
import { type Boot, takeBoot } from './boot.ts';
import { Crash } from './crash.tsx';
import { JoinedProvider } from './joined.tsx';
import { loadWords, type Tables, type Words } from './words.ts';

/** How often an open page sees whether its session is about to end; the bearer lives 15 minutes. */
const KEEP_ALIVE_MS = 60_000;

export interface Started<Key extends string> {
  api: Api;
  words: Words<Key>;
}

/**
 * Starts an app: takes the boot block, loads the viewer's words, draws. `closed` is drawn where the page was not opened
 * through the helpdesk; `crashed` in place of the app where drawing it fails.
 */
export async function startApp<Key extends string>(app: {
  tables: Tables<Key>;
  draw(started: Started<Key>): ReactNode;
  closed(words: Words<Key>): ReactNode;
  crashed(words: Words<Key>): ReactNode;
}): Promise<void> {
  const boot = takeBoot(document);
  const words = await loadWords(boot?.viewer.locale ?? navigator.language, app.tables);
  document.documentElement.lang = words.locale;
  const element = document.getElementById('app');
  if (!element) throw new Error('the page has no place for the app');
  createRoot(element).render(
    <StrictMode>
      <Crash instead={app.crashed(words)}>{boot ? joined(boot, words, app.draw) : app.closed(words)}</Crash>
    </StrictMode>,
  );
}

function joined<Key extends string>(boot: Boot, words: Words<Key>, draw: (started: Started<Key>) => ReactNode) {
  const api = createApi(boot);
  setInterval(() => api.keepAlive().catch(() => undefined), KEEP_ALIVE_MS);
  return (
    <JoinedProvider api={api} words={words}>
      {draw({ api, words })}
    </JoinedProvider>
  );
}
