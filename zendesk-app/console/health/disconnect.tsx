import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import { useApi } from '../../frame/joined.tsx';
import { useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { ReasonDialog } from '../parts/reason.tsx';

/** Takes Mend out of the account: asks why first, and says what goes and what stays. */
export function Disconnect({ onDone }: { onDone: () => Promise<void> }) {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const [isAsking, setAsking] = useState(false);
  const disconnect = async (reason: string) => {
    if (!(await act.run(() => api.send('DELETE', '/app/connection', { reason })))) return;
    setAsking(false);
    await onDone();
  };
  return (
    <>
      <Button size="small" isDanger onClick={() => setAsking(true)}>
        {t('disconnect.button')}
      </Button>
      {isAsking && (
        <ReasonDialog
          title={t('disconnect.title')}
          text={t('disconnect.text')}
          button={t('disconnect.button')}
          isDanger
          act={act}
          onClose={() => setAsking(false)}
          onConfirm={(reason) => void disconnect(reason)}
        />
      )}
    </>
  );
}
