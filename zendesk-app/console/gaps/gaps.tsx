import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label, Select } from '@zendeskgarden/react-forms';
import type { GapRow } from '../../../shared/console/knowledge.ts';
import { useApi } from '../../frame/joined.tsx';
import { useLoad } from '../../frame/load.ts';
import { named, useConsoleWords } from '../keys.ts';
import { Bar } from '../parts/bar.tsx';
import { ExportButtons } from '../parts/export.tsx';
import { Grid } from '../parts/grid.tsx';
import { Line, Link, Stack } from '../parts/layout.tsx';
import { Page } from '../parts/page.tsx';
import { usePager } from '../parts/pager.ts';
import { Empty, Shown } from '../parts/states.tsx';
import { choose, linkTo } from '../route.ts';
import { GapDetail } from './gap.tsx';
import { Trend } from './trend.tsx';

const FILTERS = ['open', 'mine', 'waiting', 'over', 'all'] as const;
type Filter = (typeof FILTERS)[number];
const OVER = new Set(['healed', 'no_effect', 'rejected', 'withdrawn']);

/** What customers ask and knowledge does not answer, by what it costs. */
export function Gaps({ gapId, query }: { gapId: string | null; query: string }) {
  const { t } = useConsoleWords();
  const loaded = useLoad<{ gaps: GapRow[] }>(gapId === null ? '/app/console/gaps' : null);
  if (gapId !== null) return <GapDetail id={gapId} />;
  return (
    <Page title={t('nav.gaps')} lead={t('gaps.lead')} actions={<ExportButtons table="gaps" />}>
      <Shown of={loaded}>
        {({ gaps }) =>
          gaps.length === 0 ? (
            <Empty title={t('gaps.none')}>{t('gaps.none.text')}</Empty>
          ) : (
            <List gaps={gaps} query={query} />
          )
        }
      </Shown>
    </Page>
  );
}

function List({ gaps, query }: { gaps: GapRow[]; query: string }) {
  const words = useConsoleWords();
  const { t, number, date } = words;
  const { viewer } = useApi();
  const wanted = new URLSearchParams(query);
  const filter = FILTERS.find((one) => one === wanted.get('show')) ?? 'open';
  const cause = wanted.get('why') ?? '';
  const search = (wanted.get('q') ?? '').toLowerCase();
  const set = (name: string, value: string) => {
    if (value === '' || value === 'open') wanted.delete(name);
    else wanted.set(name, value);
    choose(wanted.toString());
  };
  const fits: Record<Filter, (gap: GapRow) => boolean> = {
    open: (gap) => !OVER.has(gap.state),
    mine: (gap) => gap.assignee?.userId === viewer.userId,
    waiting: (gap) => gap.waitingFixId !== null,
    over: (gap) => OVER.has(gap.state),
    all: () => true,
  };
  const found = gaps.filter(
    (gap) => fits[filter](gap) && (cause === '' || gap.cause === cause) && gap.title.toLowerCase().includes(search),
  );
  const { shown, left, more } = usePager(found);
  return (
    <Stack>
      <Line role="search" aria-label={t('gaps.find')}>
        <Field>
          <Label hidden>{t('gaps.search')}</Label>
          <Input
            isCompact
            type="search"
            placeholder={t('gaps.search')}
            value={wanted.get('q') ?? ''}
            onChange={(event) => set('q', event.target.value)}
          />
        </Field>
        <Field>
          <Label hidden>{t('gaps.filter')}</Label>
          <Select isCompact value={filter} onChange={(event) => set('show', event.target.value)}>
            {FILTERS.map((one) => (
              <option key={one} value={one}>
                {`${t(`gaps.filter.${one}`)} (${number(gaps.filter(fits[one]).length)})`}
              </option>
            ))}
          </Select>
        </Field>
        <Field>
          <Label hidden>{t('gaps.cause')}</Label>
          <Select isCompact value={cause} onChange={(event) => set('why', event.target.value)}>
            <option value="">{`${t('gaps.cause')}: ${t('filter.any')}`}</option>
            {[...new Set(gaps.map((gap) => gap.cause))].map((one) => (
              <option key={one} value={one}>
                {named(words, 'cause', one)}
              </option>
            ))}
          </Select>
        </Field>
      </Line>
      {shown.length === 0 ? (
        <p role="status">{t('gaps.noneHere')}</p>
      ) : (
        <Grid
          label={t('nav.gaps')}
          rows={shown}
          keyOf={(gap) => gap.id}
          minWidth={1080}
          columns={[
            {
              name: t('gaps.title'),
              width: '22%',
              cell: (gap) => <Link href={linkTo('gaps', gap.id)}>{gap.title}</Link>,
            },
            { name: t('gaps.cause'), width: '15%', cell: (gap) => named(words, 'cause', gap.cause) },
            { name: t('gaps.state'), width: '13%', cell: (gap) => named(words, 'gap', gap.state) },
            {
              name: t('gaps.impact'),
              width: '110px',
              cell: (gap) => (
                <Stack $gap={2}>
                  {number(gap.impact.score)}
                  <Bar share={gap.impact.score / 100} label={t('gaps.impact')} />
                </Stack>
              ),
            },
            { name: t('gaps.trend'), width: '112px', cell: (gap) => <Trend weeks={gap.weeks} /> },
            { name: t('gaps.people'), isNumeric: true, width: '110px', cell: (gap) => number(gap.people) },
            { name: t('gaps.assignee'), width: '120px', cell: (gap) => gap.assignee?.name ?? '–' },
            { name: t('gaps.opened'), width: '110px', cell: (gap) => date(gap.openedAt) },
          ]}
        />
      )}
      {left > 0 && (
        <Line>
          <Button size="small" onClick={more}>
            {t('act.more', { count: left })}
          </Button>
        </Line>
      )}
    </Stack>
  );
}
