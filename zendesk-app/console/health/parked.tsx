import { Button } from '@zendeskgarden/react-buttons';
import type { WebhookView } from '../../../shared/notice.ts';
import { useApi } from '../../frame/joined.tsx';
import { named, useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { Grid } from '../parts/grid.tsx';
import { Stack } from '../parts/layout.tsx';
import { Failed } from '../parts/states.tsx';

/** Notices that the receiver did not take, with its reason; each can be sent again under the id it had. */
export function Parked({ rows, onReplayed }: { rows: WebhookView['parked']; onReplayed: () => Promise<void> }) {
  const words = useConsoleWords();
  const { t, dateTime, number } = words;
  const api = useApi();
  const act = useAct();
  const replay = (key: string) =>
    act.run(async () => {
      await api.send('POST', '/app/console/webhook/replay', { key });
      await onReplayed();
    });
  return (
    <Stack $gap={8}>
      <strong>{t('hook.parked')}</strong>
      {act.failure && <Failed failure={act.failure} />}
      <Grid
        label={t('hook.parked')}
        rows={rows}
        keyOf={(row) => row.key}
        columns={[
          { name: t('dead.what'), cell: (row) => named(words, 'notice', row.kind.replace('.', '_')) },
          { name: t('dead.reason'), width: '40%', cell: (row) => <span lang="en">{row.delivery.detail ?? ''}</span> },
          { name: t('dead.attempts'), isNumeric: true, cell: (row) => number(row.delivery.attempts) },
          { name: t('dead.at'), cell: (row) => dateTime(row.at) },
          {
            name: t('dead.action'),
            cell: (row) => (
              <Button size="small" disabled={act.isBusy} onClick={() => replay(row.key)}>
                {t('hook.replay')}
              </Button>
            ),
          },
        ]}
      />
    </Stack>
  );
}
