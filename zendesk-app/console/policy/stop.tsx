import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import type { PolicyView } from '../../../shared/console/running.ts';
import { useApi } from '../../frame/joined.tsx';
import { isAdmin, isLead } from '../../frame/rights.ts';
import { useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { Card, Heading, Line, Quiet, Stack } from '../parts/layout.tsx';
import { ReasonDialog } from '../parts/reason.tsx';
import { Failed } from '../parts/states.tsx';

/** The switch that stops all writing to the help center: anybody who decides stops by one press, an admin lets it go on. */
export function Stop({ view, onChanged }: { view: PolicyView; onChanged: (view: PolicyView) => void }) {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const [isAsking, setAsking] = useState(false);
  const [hasStopped, setHasStopped] = useState(false);
  const isStopped = view.policy.isStopped;
  const mayPress = isStopped ? isAdmin(api.viewer) : isLead(api.viewer);
  const put = (next: boolean, reason: string) =>
    act.run(async () => {
      onChanged(await api.send<PolicyView>('POST', '/app/console/policy/stop', { isStopped: next, reason }));
    });
  const stop = async () => setHasStopped(await put(true, ''));
  const explain = async (reason: string) => setHasStopped(!(await put(true, reason)));
  const letGoOn = async (reason: string) => setAsking(!(await put(false, reason)));
  return (
    <Card>
      <Stack $gap={12}>
        <Line $end>
          <Stack $gap={4}>
            <Heading>{t(isStopped ? 'stop.isStopped' : 'stop.isRunning')}</Heading>
            <p>{t(isStopped ? 'stop.isStopped.text' : 'stop.isRunning.text')}</p>
          </Stack>
          {mayPress && (
            <Button
              isPrimary
              isDanger={!isStopped}
              disabled={act.isBusy}
              onClick={() => (isStopped ? setAsking(true) : void stop())}
            >
              {t(isStopped ? 'stop.start' : 'stop.stop')}
            </Button>
          )}
        </Line>
        {act.failure && !isAsking && <Failed failure={act.failure} />}
        {isStopped && hasStopped && <Afterwards isBusy={act.isBusy} onReason={(reason) => void explain(reason)} />}
      </Stack>
      {isAsking && (
        <ReasonDialog
          title={t('stop.start')}
          text={t('stop.start.text')}
          button={t('stop.start')}
          act={act}
          onClose={() => setAsking(false)}
          onConfirm={(reason) => void letGoOn(reason)}
        />
      )}
    </Card>
  );
}

/** Why it was stopped, asked once it is: nothing waits for the answer. */
function Afterwards({ isBusy, onReason }: { isBusy: boolean; onReason: (reason: string) => void }) {
  const { t } = useConsoleWords();
  const [reason, setReason] = useState('');
  const canSend = reason.trim() !== '' && !isBusy;
  return (
    <Stack
      as="form"
      $gap={6}
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend) onReason(reason);
      }}
    >
      <Field>
        <Label>{t('stop.why')}</Label>
        <Input isCompact maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <Line>
        <Button size="small" type="submit" disabled={!canSend}>
          {t('stop.tell')}
        </Button>
        <Quiet>{t('reason.hint')}</Quiet>
      </Line>
    </Stack>
  );
}
