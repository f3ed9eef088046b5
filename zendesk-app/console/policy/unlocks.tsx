import { Button } from '@zendeskgarden/react-buttons';
import { Alert, Title } from '@zendeskgarden/react-notifications';
import type { Unlock } from '../../../shared/autonomy.ts';
import type { PolicyView } from '../../../shared/console/running.ts';
import { useApi } from '../../frame/joined.tsx';
import { useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { Grid } from '../parts/grid.tsx';
import { Card, Heading, Quiet, Stack } from '../parts/layout.tsx';
import { Failed } from '../parts/states.tsx';

/** Section by section: what has been earned, what is missing, and whether it is switched on. */
export function Unlocks({ view, onChanged }: { view: PolicyView; onChanged: (view: PolicyView) => void }) {
  const { t, number, percent } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const { policy, standing } = view;
  const put = (next: PolicyView['policy']) =>
    act.run(async () => onChanged(await api.send<PolicyView>('PUT', '/app/console/policy', next)));
  const without = (list: readonly string[], name: string) => list.filter((one) => one !== name);
  const toggled = (unlock: Unlock) => {
    const { autoPublish, stoppedCategories } = policy;
    if (stoppedCategories.includes(unlock.category))
      return put({ ...policy, stoppedCategories: without(stoppedCategories, unlock.category) });
    const isOn = autoPublish.categories.includes(unlock.category);
    const categories = isOn
      ? without(autoPublish.categories, unlock.category)
      : [...autoPublish.categories, unlock.category];
    return put({ ...policy, autoPublish: { ...autoPublish, categories } });
  };
  const buttonOf = (unlock: Unlock) => {
    if (policy.stoppedCategories.includes(unlock.category)) return t('unlock.letGo');
    return t(policy.autoPublish.categories.includes(unlock.category) ? 'unlock.off' : 'unlock.on');
  };
  return (
    <Card>
      <Stack $gap={8}>
        <Heading>{t('unlock.title')}</Heading>
        <Quiet as="p">
          {t('unlock.lead', {
            target: percent(standing.targetBadRate),
            floor: standing.floor,
            reviewed: standing.reviewed,
            first: standing.reviewedFirst,
          })}
        </Quiet>
        {standing.isAutomaticStopped && (
          <Alert type="warning">
            <Title>{t('unlock.allStopped')}</Title>
          </Alert>
        )}
        {act.failure && <Failed failure={act.failure} />}
        {standing.categories.length === 0 ? (
          <Quiet>{t('unlock.none')}</Quiet>
        ) : (
          <Grid
            label={t('unlock.title')}
            rows={standing.categories}
            keyOf={(unlock) => unlock.category}
            columns={[
              { name: t('unlock.category'), cell: (unlock) => unlock.category },
              { name: t('unlock.state'), cell: (unlock) => t(`unlock.${unlock.state}`) },
              {
                name: t('unlock.missing'),
                width: '38%',
                cell: (unlock) => (
                  <Stack $gap={2}>
                    {unlock.state === 'locked' && (
                      <span>{t('unlock.more', { count: unlock.cleanApprovalsMissing })}</span>
                    )}
                    {unlock.state === 'locked' && unlock.weeksMissing !== null && (
                      <span>{t('unlock.pace', { count: unlock.weeksMissing })}</span>
                    )}
                    <Quiet>
                      {unlock.decided === 0
                        ? t('unlock.noPast')
                        : t('unlock.past', {
                            clean: unlock.clean,
                            decided: number(unlock.decided),
                            bound: percent(unlock.upperBound, 1),
                          })}
                    </Quiet>
                  </Stack>
                ),
              },
              {
                name: t('unlock.switch'),
                cell: (unlock) =>
                  unlock.state !== 'never' && view.mayChange ? (
                    <Button size="small" disabled={act.isBusy} onClick={() => toggled(unlock)}>
                      {buttonOf(unlock)}
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
