import { Button } from '@zendeskgarden/react-buttons';
import { Field, Hint, Input, Label } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import type { DeparturesTold, DeparturesView } from '../../../shared/departures.ts';
import { useApi } from '../../frame/joined.tsx';
import { useLoad } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { Card, Columns, Heading, Line, Quiet, Stack } from '../parts/layout.tsx';
import { Failed, Shown } from '../parts/states.tsx';

const DAY_MS = 86_400_000;

/** Customers who left, as a list that the company gives; kept as keyed hashes, and forgotten when asked. */
export function Departures() {
  const { t, date, number, list } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const loaded = useLoad<DeparturesView>('/app/console/departures');
  const [csv, setCsv] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [told, setTold] = useState<DeparturesTold | null>(null);
  const take = () =>
    act.run(async () => {
      setTold(await api.send<DeparturesTold>('POST', '/app/console/departures', { csv, from, to }));
      await loaded.reload();
    });
  const forget = () =>
    act.run(async () => {
      await api.send('DELETE', '/app/console/departures', {});
      setTold(null);
      await loaded.reload();
    });
  return (
    <Card>
      <Stack $gap={12}>
        <Heading>{t('departures.title')}</Heading>
        <Quiet as="p">{t('departures.text')}</Quiet>
        <Shown of={loaded}>
          {({ count, known }) => (
            <span>
              {known === null
                ? t('departures.none')
                : t('departures.known', {
                    count: number(count),
                    from: date(known.from),
                    to: date(known.to - DAY_MS),
                  })}
            </span>
          )}
        </Shown>
        <Field>
          <Label>{t('departures.list')}</Label>
          <Hint>{t('departures.list.hint')}</Hint>
          <input
            type="file"
            accept=".csv,text/csv"
            aria-label={t('departures.list')}
            onChange={async ({ target }) => setCsv((await target.files?.[0]?.text()) ?? '')}
          />
        </Field>
        <Columns>
          {(
            [
              ['from', from, setFrom],
              ['to', to, setTo],
            ] as const
          ).map(([name, value, set]) => (
            <Field key={name}>
              <Label>{t(`departures.${name}`)}</Label>
              <Input isCompact type="date" value={value} onChange={({ target }) => set(target.value)} />
            </Field>
          ))}
        </Columns>
        {act.failure && <Failed failure={act.failure} />}
        {told && (
          <p role="status">
            {t('departures.told', { count: number(told.stored) })}{' '}
            {told.oddLines.length > 0 && t('departures.odd', { lines: list(told.oddLines.map(String)) })}
          </p>
        )}
        <Line>
          <Button disabled={act.isBusy || csv === '' || from === '' || to === ''} onClick={take}>
            {t('departures.take')}
          </Button>
          {loaded.value && loaded.value.known !== null && (
            <Button isBasic isDanger disabled={act.isBusy} onClick={forget}>
              {t('departures.forget')}
            </Button>
          )}
        </Line>
      </Stack>
    </Card>
  );
}
