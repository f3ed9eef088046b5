import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import { useApi } from '../../frame/joined.tsx';
import { useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { Card, Heading, Line, Quiet, Stack } from '../parts/layout.tsx';
import { ReasonDialog } from '../parts/reason.tsx';

/** Takes back everything published since a day; its progress stands among the long work. */
export function RollbackSince({ onAsked }: { onAsked: () => Promise<void> }) {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const [day, setDay] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [answer, setAnswer] = useState<{ asked: number; left: number } | null>(null);
  const since = Date.parse(`${day}T00:00:00Z`);
  const run = (reason: string) =>
    act
      .run(async () => {
        setAnswer(await api.send('POST', '/app/console/publications/rollback-since', { since, reason }));
      })
      .then(async (isDone) => {
        if (!isDone) return;
        setAsking(false);
        await onAsked();
      });
  return (
    <Card>
      <Stack $gap={8}>
        <Heading>{t('bulk.title')}</Heading>
        <Quiet as="p">{t('bulk.text')}</Quiet>
        <Line>
          <Field>
            <Label>{t('bulk.day')}</Label>
            <Input type="date" isCompact value={day} onChange={(event) => setDay(event.target.value)} />
          </Field>
          <Button isDanger disabled={!Number.isFinite(since)} onClick={() => setAsking(true)}>
            {t('bulk.button')}
          </Button>
        </Line>
        {answer && <p role="status">{t('bulk.asked', { count: answer.asked })}</p>}
      </Stack>
      {isAsking && (
        <ReasonDialog
          title={t('bulk.title')}
          text={t('bulk.confirm', { day })}
          button={t('bulk.button')}
          isDanger
          act={act}
          onClose={() => setAsking(false)}
          onConfirm={(reason) => void run(reason)}
        />
      )}
    </Card>
  );
}
