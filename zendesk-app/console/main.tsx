import { startApp } from '../frame/start.tsx';
import { App } from './app.tsx';
import { Closed } from './closed.tsx';
import { type Key, tables } from './keys.ts';

void startApp<Key>({
  tables,
  draw: () => <App />,
  closed: (words) => <Closed words={words} what="closed" />,
  crashed: (words) => <Closed words={words} what="crashed" />,
});
