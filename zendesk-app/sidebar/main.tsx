import { startApp } from '../frame/start.tsx';
import { Theme, useScheme } from '../frame/theme.tsx';
import { Sidebar } from './sidebar.tsx';
import { PlainNote } from './state-note.tsx';
import { type Key, TABLES } from './words.ts';

/** What is drawn where the panel itself can't be. */
function Alone({ text, hint }: { text: string; hint?: string }) {
  return (
    <Theme scheme={useScheme(null)}>
      <PlainNote text={text} {...(hint === undefined ? {} : { hint })} />
    </Theme>
  );
}

void startApp<Key>({
  tables: TABLES,
  draw: () => <Sidebar />,
  closed: (words) => <Alone text={words.t('fail_closed')} />,
  crashed: (words) => <Alone text={words.t('fail_crashed')} hint={words.t('fail_crashed_hint')} />,
});
