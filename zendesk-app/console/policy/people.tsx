import { Field, Label, Select } from '@zendeskgarden/react-forms';
import type { PersonRow, PolicyView } from '../../../shared/console/running.ts';
import { useApi } from '../../frame/joined.tsx';
import { useLoad } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { Grid } from '../parts/grid.tsx';
import { Card, Heading, Quiet, Stack } from '../parts/layout.tsx';
import { Failed, Shown } from '../parts/states.tsx';

/** Who decides: everybody who opened Mend lately, with the role that the helpdesk gives, and what the account makes of it. */
export function People({ view, onChanged }: { view: PolicyView; onChanged: (view: PolicyView) => void }) {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const loaded = useLoad<{ people: PersonRow[] }>('/app/console/people');
  const raise = (person: PersonRow, to: string) =>
    act.run(async () => {
      const others = Object.entries(view.policy.roles).filter(([userId]) => userId !== person.userId);
      const own = to === 'lead' || to === 'admin' ? [[person.userId, to] as const] : [];
      const roles = Object.fromEntries([...others, ...own]);
      onChanged(await api.send<PolicyView>('PUT', '/app/console/policy', { ...view.policy, roles }));
      await loaded.reload();
    });
  return (
    <Card>
      <Stack $gap={8}>
        <Heading>{t('people.title')}</Heading>
        <Quiet as="p">{t('people.lead')}</Quiet>
        {act.failure && <Failed failure={act.failure} />}
        <Shown of={loaded}>
          {({ people }) => (
            <Grid
              label={t('people.title')}
              rows={people}
              keyOf={(person) => person.userId}
              columns={[
                { name: t('people.name'), cell: (person) => person.name ?? person.userId },
                { name: t('people.role'), cell: (person) => (person.role ? t(`role.${person.role}`) : '–') },
                {
                  name: t('people.counts'),
                  cell: (person) =>
                    view.mayChange ? (
                      <Field>
                        <Label hidden>{t('people.countsOf', { name: person.name ?? person.userId })}</Label>
                        <Select
                          isCompact
                          disabled={act.isBusy}
                          value={person.raisedTo ?? ''}
                          onChange={(event) => void raise(person, event.target.value)}
                        >
                          <option value="">{t('people.asHelpdesk')}</option>
                          <option value="lead">{t('role.lead')}</option>
                          <option value="admin">{t('role.admin')}</option>
                        </Select>
                      </Field>
                    ) : (
                      t(person.raisedTo ? `role.${person.raisedTo}` : 'people.asHelpdesk')
                    ),
                },
              ]}
            />
          )}
        </Shown>
      </Stack>
    </Card>
  );
}
