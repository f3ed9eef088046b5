import { Button } from '@zendeskgarden/react-buttons';
import { Field, Hint, Input, Label } from '@zendeskgarden/react-forms';
import { useRef, useState } from 'react';
import type { DeparturesTold, DeparturesView } from '../../../shared/measure/departures.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { useApi } from '../../frame/joined.tsx';
import { useLoad } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { Card, Columns, Heading, Line, Quiet, Stack } from '../parts/layout.tsx';
import { Failed, Shown } from '../parts/states.tsx';

/** Customers who left, as a list that the company gives; kept as keyed hashes, and forgotten when asked. */
export function Departures() {
  const { t, date, number, list } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const loaded = useLoad<DeparturesView>('/app/console/departures');
  const picked = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
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
            ref={picked}
            type="file"
            accept=".csv,text/csv"
            hidden
            onChange={async ({ target }) => {
              const file = target.files?.[0] ?? null;
              setName(file?.name ?? '');
              setCsv((await file?.text()) ?? '');
            }}
          />
        </Field>
        <Line>
          <Button size="small" onClick={() => picked.current?.click()}>
            {t('departures.choose')}
          </Button>
          <Quiet role="status">{name}</Quiet>
        </Line>
        <Columns>
          {(
            [
              ['from', from, setFrom],
              ['to', to, setTo],
            ] as const
          ).map(([side, value, set]) => (
            <Field key={side}>
              <Label>{t(`departures.${side}`)}</Label>
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
