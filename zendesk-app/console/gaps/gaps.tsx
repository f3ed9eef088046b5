import { Button } from '@zendeskgarden/react-buttons';
import { Field, Label, Select } from '@zendeskgarden/react-forms';
import { useState } from 'react';
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
import { linkTo } from '../route.ts';
import { GapDetail } from './gap.tsx';

const FILTERS = ['open', 'mine', 'waiting', 'over', 'all'] as const;
type Filter = (typeof FILTERS)[number];
const OVER = new Set(['healed', 'no_effect', 'rejected', 'withdrawn']);

/** What customers ask and knowledge does not answer, by what it costs. */
export function Gaps({ gapId }: { gapId: string | null }) {
  const { t } = useConsoleWords();
  const loaded = useLoad<{ gaps: GapRow[] }>(gapId === null ? '/app/console/gaps' : null);
  if (gapId !== null) return <GapDetail id={gapId} />;
  return (
    <Page title={t('nav.gaps')} lead={t('gaps.lead')} actions={<ExportButtons table="gaps" />}>
      <Shown of={loaded}>
        {({ gaps }) =>
          gaps.length === 0 ? <Empty title={t('gaps.none')}>{t('gaps.none.text')}</Empty> : <List gaps={gaps} />
        }
      </Shown>
    </Page>
  );
}

function List({ gaps }: { gaps: GapRow[] }) {
  const words = useConsoleWords();
  const { t, number, date } = words;
  const { viewer } = useApi();
  const [filter, setFilter] = useState<Filter>('open');
  const fits: Record<Filter, (gap: GapRow) => boolean> = {
    open: (gap) => !OVER.has(gap.state),
    mine: (gap) => gap.assignee?.userId === viewer.userId,
    waiting: (gap) => gap.waitingFixId !== null,
    over: (gap) => OVER.has(gap.state),
    all: () => true,
  };
  const { shown, left, more } = usePager(gaps.filter(fits[filter]));
  return (
    <Stack>
      <Field style={{ maxWidth: 320 }}>
        <Label>{t('gaps.filter')}</Label>
        <Select isCompact value={filter} onChange={(event) => setFilter(event.target.value as Filter)}>
          {FILTERS.map((one) => (
            <option key={one} value={one}>
              {`${t(`gaps.filter.${one}`)} (${number(gaps.filter(fits[one]).length)})`}
            </option>
          ))}
        </Select>
      </Field>
      {shown.length === 0 ? (
        <p role="status">{t('gaps.noneHere')}</p>
      ) : (
        <Grid
          label={t('nav.gaps')}
          rows={shown}
          keyOf={(gap) => gap.id}
          minWidth={820}
          columns={[
            {
              name: t('gaps.title'),
              width: '28%',
              cell: (gap) => <Link href={linkTo('gaps', gap.id)}>{gap.title}</Link>,
            },
            { name: t('gaps.cause'), width: '20%', cell: (gap) => named(words, 'cause', gap.cause) },
            { name: t('gaps.state'), cell: (gap) => named(words, 'gap', gap.state) },
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
            { name: t('gaps.people'), isNumeric: true, width: '128px', cell: (gap) => number(gap.people) },
            { name: t('gaps.assignee'), cell: (gap) => gap.assignee?.name ?? '–' },
            { name: t('gaps.opened'), cell: (gap) => date(gap.openedAt) },
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
