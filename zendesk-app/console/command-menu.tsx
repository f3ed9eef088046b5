import { Field, Input, Label } from '@zendeskgarden/react-forms';
import { Body, Close, Header, Modal } from '@zendeskgarden/react-modals';
import { useEffect, useState } from 'react';
import type { Queue } from '../../shared/console/review.ts';
import { useLoad } from '../frame/load.ts';
import { useConsoleWords } from './keys.ts';
import { Link, Stack } from './parts/layout.tsx';
import { goTo, linkTo, VIEWS } from './route.ts';

/** Most places that are offered at once. */
const OFFERED = 8;

/** Ctrl+K or Cmd+K from anywhere: the way to a view or a waiting decision by some of its letters. */
export function CommandMenu() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
  return isOpen ? <Menu onClose={() => setOpen(false)} /> : null;
}

function Menu({ onClose }: { onClose: () => void }) {
  const { t } = useConsoleWords();
  const queue = useLoad<Queue>('/app/console/review');
  const [text, setText] = useState('');
  const places = [
    ...VIEWS.map((view) => ({ name: t(`nav.${view}`), view, parts: [] as string[] })),
    ...(queue.value?.items ?? []).map((item) => ({ name: item.title, view: 'review' as const, parts: [item.fixId] })),
  ];
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = places.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word))).slice(0, OFFERED);
  const first = found[0];
  return (
    <Modal onClose={onClose}>
      <Header tag="h2">{t('command.title')}</Header>
      <Body>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!first) return;
            goTo(first.view, ...first.parts);
            onClose();
          }}
        >
          <Stack $gap={12}>
            <Field>
              <Label hidden>{t('command.title')}</Label>
              <Input
                autoFocus
                placeholder={t('command.hint')}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            </Field>
            <Stack as="ul" $gap={6} style={{ listStyle: 'none', padding: 0 }}>
              {found.map(({ name, view, parts }) => (
                <li key={`${view} ${parts.join('/')}`}>
                  <Link href={linkTo(view, ...parts)} onClick={onClose}>
                    {name}
                  </Link>
                </li>
              ))}
              {found.length === 0 && <li role="status">{t('command.nothing')}</li>}
            </Stack>
          </Stack>
        </form>
      </Body>
      <Close aria-label={t('act.close')} />
    </Modal>
  );
}
