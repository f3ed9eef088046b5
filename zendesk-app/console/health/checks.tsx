import { Tag } from '@zendeskgarden/react-tags';
import type { Check, Checklist } from '../../../shared/checklist.ts';
import { useLoad } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { Bar } from '../parts/bar.tsx';
import { Card, Heading, Line, Quiet, Stack } from '../parts/layout.tsx';
import { Shown } from '../parts/states.tsx';

const HUES = { proved: 'green', waiting: 'yellow', failed: 'red' } as const;

/** The first-run checklist: each part of the connection, whether it is proved, and what to do where it is not. */
export function Checks() {
  const { t } = useConsoleWords();
  const loaded = useLoad<Checklist>('/app/console/checklist');
  return (
    <Card>
      <Stack $gap={12}>
        <Heading>{t('checks.title')}</Heading>
        <Shown of={loaded}>
          {(list) => (
            <Stack $gap={12}>
              <p>{t(list.isReady ? 'checks.ready' : 'checks.notReady')}</p>
              {list.checks.map((check) => (
                <CheckRow key={check.check} check={check} />
              ))}
            </Stack>
          )}
        </Shown>
      </Stack>
    </Card>
  );
}

function CheckRow({ check }: { check: Check }) {
  const { t, dateTime } = useConsoleWords();
  const { progress } = check;
  const share = progress?.of ? progress.done / progress.of : null;
  return (
    <Stack $gap={4}>
      <Line>
        <Tag size="small" hue={HUES[check.state]}>
          <span>{t(`checks.${check.state}`)}</span>
        </Tag>
        <strong>{t(`check.${check.check}`)}</strong>
        <span>{t(`reason.${check.reason}`)}</span>
      </Line>
      {check.detail && <Quiet lang="en">{check.detail}</Quiet>}
      {check.todo && <span lang="en">→ {check.todo}</span>}
      {progress && <Bar share={check.state === 'proved' ? 1 : share} label={t(`check.${check.check}`)} />}
      {check.provedAt !== null && <Quiet>{t('checks.provedAt', { at: dateTime(check.provedAt) })}</Quiet>}
    </Stack>
  );
}
