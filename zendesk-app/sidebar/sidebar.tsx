import { useEffect, useState } from 'react';
import { useWords } from '../frame/joined.tsx';
import { type Scheme, Theme, useScheme } from '../frame/theme.tsx';
import { connectZaf, NotInZendesk, type Zaf } from '../zaf/zaf.ts';
import { useFitted } from './fitted.ts';
import { HiddenHeading, Panel } from './look.tsx';
import { PlainNote, StateNote } from './state-note.tsx';
import { Ticket } from './ticket/ticket.tsx';
import type { Key } from './words.ts';

type Joined = { zaf: Zaf } | { isRefused: boolean } | null;

/** The panel beside a ticket: joins Zendesk, takes its colours, and shows the ticket it stands beside. */
export function Sidebar() {
  const { t } = useWords<Key>();
  const [joined, setJoined] = useState<Joined>(null);
  const [host, setHost] = useState<Scheme | null>(() =>
    schemeOf(new URLSearchParams(location.search).get('colorScheme')),
  );
  const scheme = useScheme(host);
  useEffect(() => {
    let isOver = false;
    const stops: (() => void)[] = [];
    connectZaf().then(
      (zaf) => {
        if (isOver) return;
        setJoined({ zaf });
        stops.push(zaf.on('colorScheme.changed', (said) => setHost(schemeOf(said))));
        zaf.get('colorScheme').then(
          (said) => setHost(schemeOf(said)),
          () => undefined,
        );
      },
      (error: unknown) => !isOver && setJoined({ isRefused: error instanceof NotInZendesk }),
    );
    return () => {
      isOver = true;
      for (const stop of stops) stop();
    };
  }, []);
  return (
    <Theme scheme={scheme}>
      {joined && 'isRefused' in joined ? (
        <PlainNote
          text={t(joined.isRefused ? 'fail_closed' : 'fail_silent')}
          {...(joined.isRefused ? {} : { hint: t('fail_silent_hint') })}
        />
      ) : (
        <Panel aria-label={t('title')} aria-busy={joined === null}>
          <HiddenHeading>{t('title')}</HiddenHeading>
          {joined && <Beside zaf={joined.zaf} />}
        </Panel>
      )}
    </Theme>
  );
}

/** The ticket that the panel stands beside; one that was never saved has no number yet. */
function Beside({ zaf }: { zaf: Zaf }) {
  const { t } = useWords<Key>();
  const [id, setId] = useState<string | null>(() => idOf(zaf.context.ticketId));
  useFitted(zaf);
  useEffect(() => {
    if (id !== null) return;
    const ask = () =>
      zaf.get('ticket.id').then(
        (said) => setId(idOf(said)),
        () => undefined,
      );
    void ask();
    return zaf.on('ticket.submit.done', () => void ask());
  }, [zaf, id]);
  return id === null ? <StateNote text={t('state_new')} /> : <Ticket key={id} zaf={zaf} id={id} />;
}

function idOf(said: unknown): string | null {
  return typeof said === 'number' || (typeof said === 'string' && said !== '') ? String(said) : null;
}

function schemeOf(said: unknown): Scheme | null {
  return said === 'dark' || said === 'light' ? said : null;
}
