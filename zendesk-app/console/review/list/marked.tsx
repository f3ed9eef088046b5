import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { QueueItem } from '../../../../shared/console/review.ts';
import { useApi } from '../../../frame/joined.tsx';
import { useConsoleWords } from '../../keys.ts';
import { useAct } from '../../parts/act.ts';
import { Card, Line, Quiet, Stack } from '../../parts/layout.tsx';
import { Failed } from '../../parts/states.tsx';
import { PutOff } from '../forms/put-off.tsx';
import { BatchDialog } from './batch.tsx';

/** What can be done with the decisions that are marked: decided together, taken, put off. */
export function MarkedBar(bar: {
  items: QueueItem[];
  onDecided: (fixIds: string[], what: 'approve' | 'reject', undoMs: number) => void;
  onDone: () => void;
}) {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const [open, setOpen] = useState<'decide' | 'snooze' | null>(null);
  const { items } = bar;
  if (items.length === 0 && open === null) return null;
  const each = (what: 'assignee' | 'snooze', body: object) =>
    act.run(async () => {
      for (const gapId of new Set(items.map((item) => item.gapId)))
        await api.send('PUT', `/app/console/gaps/${encodeURIComponent(gapId)}/${what}`, body);
      setOpen(null);
      bar.onDone();
    });
  return (
    <Card style={{ padding: 8 }}>
      <Stack $gap={6}>
        <Quiet role="status">{t('review.marked', { count: items.length })}</Quiet>
        <Line $gap={4}>
          <Button size="small" onClick={() => setOpen('decide')}>
            {t('marked.decide')}
          </Button>
          <Button
            size="small"
            isBasic
            disabled={act.isBusy}
            onClick={() => void each('assignee', { to: { userId: api.viewer.userId, name: api.viewer.name } })}
          >
            {t('gaps.take')}
          </Button>
          <Button size="small" isBasic onClick={() => setOpen(open === 'snooze' ? null : 'snooze')}>
            {t('act.snooze')}
          </Button>
        </Line>
        {open === 'snooze' && (
          <PutOff
            isBusy={act.isBusy}
            onCancel={() => setOpen(null)}
            onPutOff={(forMs) => void each('snooze', { forMs })}
          />
        )}
        {act.failure && <Failed failure={act.failure} />}
        {open === 'decide' && <BatchDialog items={items} onClose={() => setOpen(null)} onDecided={bar.onDecided} />}
      </Stack>
    </Card>
  );
}
