import type { PilotView } from '../../../shared/measure/pilot.ts';
import { useLoad } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { Card, Heading, Link, Quiet, Stack } from '../parts/layout.tsx';
import { Shown } from '../parts/states.tsx';
import { linkTo } from '../route.ts';
import { PilotAdvice } from './pilot/running.tsx';

/** How the trial of Mend stands, in a line; all of it has a page. */
export function PilotCard() {
  const { t } = useConsoleWords();
  const loaded = useLoad<PilotView>('/app/console/pilot');
  return (
    <Card>
      <Stack $gap={8}>
        <Heading>{t('pilot.title')}</Heading>
        <Shown of={loaded}>
          {({ pilot, outcome, isObserving }) => (
            <Stack $gap={8}>
              {isObserving && <strong>{t('pilot.observing')}</strong>}
              {pilot?.state === 'running' && <strong>{t('pilot.running')}</strong>}
              {pilot?.state === 'running' && outcome && <PilotAdvice outcome={outcome} />}
              <Quiet as="p">{t('pilot.is')}</Quiet>
              <Link href={linkTo('progress', 'pilot')}>{t('pilot.open')}</Link>
            </Stack>
          )}
        </Shown>
      </Stack>
    </Card>
  );
}
