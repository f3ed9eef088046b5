import { Button } from '@zendeskgarden/react-buttons';
import { Tag } from '@zendeskgarden/react-tags';
import { useState } from 'react';
import type { Check, Checklist } from '../../../shared/checklist.ts';
import { useApi } from '../../frame/joined.tsx';
import { useLoad } from '../../frame/load.ts';
import { isAdmin } from '../../frame/rights.ts';
import { useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { Bar } from '../parts/bar.tsx';
import { Card, Heading, Line, Quiet, Stack } from '../parts/layout.tsx';
import { Said } from '../parts/said.tsx';
import { Failed, Shown } from '../parts/states.tsx';
import { Disconnect } from './disconnect.tsx';

const PATH = '/app/connection';
const HUES = { proved: 'green', waiting: 'yellow', failed: 'red' } as const;

/** The first-run checklist: each part of the connection, whether it is proved, and what to do; admins prove it anew. */
export function Checks({ onDisconnected }: { onDisconnected: () => Promise<void> }) {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const loaded = useLoad<Checklist>(PATH);
  const [hasProved, setProved] = useState(false);
  const prove = () =>
    act.run(async () => {
      setProved(false);
      await api.send('POST', PATH);
      await loaded.reload();
      setProved(true);
    });
  const disconnected = async () => {
    await Promise.all([loaded.reload(), onDisconnected()]);
  };
  return (
    <Card aria-labelledby="checks">
      <Shown of={loaded}>
        {(list) => (
          <Stack $gap={12}>
            <Line $end>
              <Heading id="checks">{t('checks.title')}</Heading>
              {isAdmin(api.viewer) && list.state !== 'closing' && (
                <Line>
                  <Button size="small" disabled={act.isBusy} onClick={prove}>
                    {t(act.isBusy ? 'checks.proving' : 'checks.prove')}
                  </Button>
                  <Disconnect onDone={disconnected} />
                </Line>
              )}
            </Line>
            {act.failure && <Failed failure={act.failure} onAgain={prove} />}
            <p role="status">
              {hasProved && `${t('checks.asked')} `}
              {t(list.isReady ? 'checks.ready' : 'checks.notReady')}
            </p>
            {list.checks.map((check) => (
              <CheckRow key={check.check} check={check} />
            ))}
          </Stack>
        )}
      </Shown>
    </Card>
  );
}

function CheckRow({ check }: { check: Check }) {
  const { t, dateTime } = useConsoleWords();
  const { progress, provedAt, checkedAt } = check;
  const share = progress?.of ? progress.done / progress.of : null;
  const times = [
    provedAt === null ? null : t('checks.provedAt', { at: dateTime(provedAt) }),
    checkedAt === null ? null : t('checks.checkedAt', { at: dateTime(checkedAt) }),
  ].filter(Boolean);
  return (
    <Stack $gap={4}>
      <Line>
        <Tag size="small" hue={HUES[check.state]}>
          <span>{t(`checks.${check.state}`)}</span>
        </Tag>
        <strong>{t(`check.${check.check}`)}</strong>
        <span>{t(`reason.${check.reason}`)}</span>
      </Line>
      {check.detail && (
        <Quiet>
          <Said it={check.detail} />
        </Quiet>
      )}
      {check.todo && (
        <span>
          → <Said it={check.todo} />
        </span>
      )}
      {progress && <Bar share={check.state === 'proved' ? 1 : share} label={t(`check.${check.check}`)} />}
      {times.length > 0 && <Quiet>{times.join(' · ')}</Quiet>}
    </Stack>
  );
}
