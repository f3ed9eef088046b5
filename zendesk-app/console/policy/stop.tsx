import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { PolicyView } from '../../../shared/console/running.ts';
import { useApi } from '../../frame/joined.tsx';
import { isAdmin, isLead } from '../../frame/rights.ts';
import { useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { Card, Heading, Line, Stack } from '../parts/layout.tsx';
import { ReasonDialog } from '../parts/reason.tsx';

/** The switch that stops all writing to the help center: anybody who decides may stop, an admin lets it go on. */
export function Stop({ view, onChanged }: { view: PolicyView; onChanged: (view: PolicyView) => void }) {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const [isAsking, setAsking] = useState(false);
  const isStopped = view.policy.isStopped;
  const mayPress = isStopped ? isAdmin(api.viewer) : isLead(api.viewer);
  const press = (reason: string) =>
    act
      .run(async () => {
        onChanged(await api.send<PolicyView>('POST', '/app/console/policy/stop', { isStopped: !isStopped, reason }));
      })
      .then((isDone) => isDone && setAsking(false));
  return (
    <Card>
      <Line $end>
        <Stack $gap={4}>
          <Heading>{t(isStopped ? 'stop.isStopped' : 'stop.isRunning')}</Heading>
          <p>{t(isStopped ? 'stop.isStopped.text' : 'stop.isRunning.text')}</p>
        </Stack>
        {mayPress && (
          <Button isPrimary isDanger={!isStopped} onClick={() => setAsking(true)}>
            {t(isStopped ? 'stop.start' : 'stop.stop')}
          </Button>
        )}
      </Line>
      {isAsking && (
        <ReasonDialog
          title={t(isStopped ? 'stop.start' : 'stop.stop')}
          text={t(isStopped ? 'stop.start.text' : 'stop.stop.text')}
          button={t(isStopped ? 'stop.start' : 'stop.stop')}
          isDanger={!isStopped}
          act={act}
          onClose={() => setAsking(false)}
          onConfirm={(reason) => void press(reason)}
        />
      )}
    </Card>
  );
}
