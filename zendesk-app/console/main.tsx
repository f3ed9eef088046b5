import { startApp } from '../frame/start.tsx';
import { Theme, useScheme } from '../frame/theme.tsx';
import type { Words } from '../frame/words.ts';

const load = () => import('./words/en.json');
type Key = keyof Awaited<ReturnType<typeof load>>['default'];

function Reopen({ words }: { words: Words<Key> }) {
  return (
    <Theme scheme={useScheme(null)}>
      <p>{words.t('reopen')}</p>
    </Theme>
  );
}

void startApp<Key>({
  tables: { en: load, de: load, es: load, fr: load, ja: load, 'pt-BR': load },
  draw: ({ words }) => <Reopen words={words} />,
  closed: (words) => <Reopen words={words} />,
  crashed: (words) => <Reopen words={words} />,
});
