import { Button } from '@zendeskgarden/react-buttons';
import type { DeadLetterRow } from '../../../shared/console/running.ts';
import { useApi } from '../../frame/joined.tsx';
import { isLead } from '../../frame/rights.ts';
import { useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { ExportButtons } from '../parts/export.tsx';
import { Grid } from '../parts/grid.tsx';
import { Card, Heading, Line, Quiet, Stack } from '../parts/layout.tsx';
import { Failed } from '../parts/states.tsx';

/** Letters put back at once. */
const MAX_AT_ONCE = 100;

/** What failed for good with its reason: nothing of it is lost, and each can be put back to be worked again. */
export function DeadLetters({ letters, onReplayed }: { letters: DeadLetterRow[]; onReplayed: () => Promise<void> }) {
  const { t, dateTime, number } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const replay = (keys: string[]) =>
    act.run(async () => {
      await api.send('POST', '/app/console/dead-letters/replay', { keys });
      await onReplayed();
    });
  const mayReplay = isLead(api.viewer);
  return (
    <Card>
      <Stack $gap={8}>
        <Line $end>
          <Heading>{t('dead.title', { count: letters.length })}</Heading>
          <Line>
            {letters.length > 0 && <ExportButtons table="dead-letters" />}
            {mayReplay && letters.length > 1 && (
              <Button
                size="small"
                disabled={act.isBusy}
                onClick={() => replay(letters.slice(0, MAX_AT_ONCE).map((letter) => letter.key))}
              >
                {t('dead.replayAll', { count: Math.min(MAX_AT_ONCE, letters.length) })}
              </Button>
            )}
          </Line>
        </Line>
        {act.failure && <Failed failure={act.failure} />}
        {letters.length === 0 ? (
          <Quiet>{t('dead.none')}</Quiet>
        ) : (
          <Grid
            label={t('dead.title', { count: letters.length })}
            rows={letters}
            keyOf={(letter) => letter.key}
            columns={[
              { name: t('dead.what'), cell: (letter) => letter.type },
              { name: t('dead.reason'), width: '45%', cell: (letter) => <span lang="en">{letter.reason}</span> },
              { name: t('dead.attempts'), isNumeric: true, cell: (letter) => number(letter.attempts) },
              { name: t('dead.at'), cell: (letter) => dateTime(letter.at) },
              {
                name: t('dead.action'),
                cell: (letter) =>
                  mayReplay ? (
                    <Button size="small" disabled={act.isBusy} onClick={() => replay([letter.key])}>
                      {t('dead.replay')}
                    </Button>
                  ) : (
                    '–'
                  ),
              },
            ]}
          />
        )}
      </Stack>
    </Card>
  );
}
