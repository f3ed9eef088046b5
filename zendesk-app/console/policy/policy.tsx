import { Alert, Title } from '@zendeskgarden/react-notifications';
import { useState } from 'react';
import type { PolicyView } from '../../../shared/console/running.ts';
import { useLoad } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { Stack } from '../parts/layout.tsx';
import { Page } from '../parts/page.tsx';
import { Shown } from '../parts/states.tsx';
import { Automatic } from './automatic.tsx';
import { Departures } from './departures.tsx';
import { Forget } from './forget.tsx';
import { Measuring } from './measuring.tsx';
import { People } from './people.tsx';
import { Rules } from './rules.tsx';
import { Stop } from './stop.tsx';
import { Unlocks } from './unlocks.tsx';
import { WhatIfSlider } from './what-if.tsx';

/** What the account allows: the switch that stops everything, what has been earned, what a policy would have done. */
export function Policy() {
  const { t } = useConsoleWords();
  const loaded = useLoad<PolicyView>('/app/console/policy');
  const [answered, setAnswered] = useState<PolicyView | null>(null);
  const view = answered ?? loaded.value;
  return (
    <Page title={t('nav.policy')} lead={t('policy.lead')}>
      <Shown of={{ ...loaded, value: view }}>
        {(now) => (
          <Stack>
            {!now.mayChange && (
              <Alert type="info">
                <Title>{t('policy.look')}</Title>
              </Alert>
            )}
            <Stop view={now} onChanged={setAnswered} />
            <People view={now} onChanged={setAnswered} />
            <Rules key={JSON.stringify(now.policy)} view={now} onChanged={setAnswered} />
            <Unlocks view={now} onChanged={setAnswered} />
            {now.mayLook && <Automatic view={now} onChanged={setAnswered} />}
            <WhatIfSlider view={now} />
            <Measuring key={`measuring ${JSON.stringify(now.policy)}`} view={now} onChanged={setAnswered} />
            {now.mayChange && <Departures />}
            {now.mayChange && <Forget />}
          </Stack>
        )}
      </Shown>
    </Page>
  );
}
