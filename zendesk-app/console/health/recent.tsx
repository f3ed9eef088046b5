import type { RecentEvent } from '../../../shared/console/running.ts';
import { useConsoleWords } from '../keys.ts';
import { Grid } from '../parts/grid.tsx';
import { Card, Heading, Quiet, Stack } from '../parts/layout.tsx';

/** What came last and what became of it: the quickest way to see that events arrive. */
export function RecentEvents({ events, waiting }: { events: RecentEvent[]; waiting: number }) {
  const { t, dateTime } = useConsoleWords();
  const [last] = events;
  return (
    <Card as="details">
      <summary>
        <Heading style={{ display: 'inline' }}>{t('recent.title')}</Heading>{' '}
        <Quiet>
          {last ? t('recent.last', { at: dateTime(last.receivedAt) }) : t('recent.none')} ·{' '}
          {t('recent.waiting', { count: waiting })}
        </Quiet>
      </summary>
      <Stack $gap={8}>
        <Grid
          label={t('recent.title')}
          rows={events}
          keyOf={(event) => event.key}
          columns={[
            { name: t('recent.received'), cell: (event) => dateTime(event.receivedAt) },
            { name: t('dead.what'), cell: (event) => event.type },
            { name: t('recent.state'), cell: (event) => t(`recent.${event.state}`) },
            { name: t('dead.reason'), width: '35%', cell: (event) => <span lang="en">{event.reason ?? ''}</span> },
          ]}
        />
      </Stack>
    </Card>
  );
}
