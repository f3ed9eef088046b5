import { Button } from '@zendeskgarden/react-buttons';
import { Field, Label, Select } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import type { FigurePeriod, Figures } from '../../../shared/measure/figure.ts';
import { useLoad } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { ExportButtons } from '../parts/export.tsx';
import { Columns, Line, Stack } from '../parts/layout.tsx';
import { Page } from '../parts/page.tsx';
import { Empty, Shown } from '../parts/states.tsx';
import { goTo } from '../route.ts';
import { DriftNote } from './drift.tsx';
import { FigureDetail } from './figure.tsx';
import { FigureGroups, Headlines } from './groups.tsx';
import { PilotPage } from './pilot/pilot-page.tsx';
import { PilotCard } from './pilot.tsx';
import { Reliability } from './reliability.tsx';
import { Report } from './report.tsx';
import { TeamTime } from './team-time.tsx';
import { ValueCard } from './value.tsx';

/** Whether the system gets better: every figure, one of them in full, or the month's report. */
export function Progress({ part }: { part: string | null }) {
  const { t } = useConsoleWords();
  const [period, setPeriod] = useState<FigurePeriod>('month');
  const [category, setCategory] = useState<string | null>(null);
  const isReport = part === 'report';
  const asked = new URLSearchParams({
    period: isReport ? 'month' : period,
    ...(category === null || isReport ? {} : { category }),
  });
  const loaded = useLoad<Figures>(`/app/console/figures?${asked}`);
  if (part === 'pilot') return <PilotPage />;
  if (isReport) return <Shown of={loaded}>{(figures) => <Report figures={figures} />}</Shown>;
  const choices = (
    <Choices {...{ period, setPeriod, category, setCategory }} categories={loaded.value?.categories ?? []} />
  );
  if (part !== null)
    return (
      <Shown of={loaded}>
        {(figures) => (
          <FigureDetail
            figure={figures.figures.find((one) => one.id === part) ?? null}
            figures={figures}
            choices={choices}
          />
        )}
      </Shown>
    );
  const actions = (
    <>
      <Button size="small" onClick={() => goTo('progress', 'report')}>
        {t('figures.report')}
      </Button>
      <ExportButtons table="figures" />
    </>
  );
  return (
    <Page title={t('nav.progress')} lead={t('figures.lead')} actions={actions}>
      <Shown of={loaded}>
        {(figures) =>
          figures.figures.every((figure) => figure.all.n === 0) ? (
            <Empty title={t('figures.none')}>{t('figures.none.text')}</Empty>
          ) : (
            <Stack>
              {choices}
              <DriftNote drift={figures.drift} />
              <Headlines figures={figures} />
              <Columns>
                <ValueCard value={figures.value} worth={figures.worth} />
                <PilotCard />
              </Columns>
              <TeamTime figures={figures} />
              <Reliability rows={figures.reliability} />
              <FigureGroups figures={figures} />
            </Stack>
          )
        }
      </Shown>
    </Page>
  );
}

function Choices(chosen: {
  period: FigurePeriod;
  setPeriod: (period: FigurePeriod) => void;
  category: string | null;
  setCategory: (category: string | null) => void;
  categories: readonly string[];
}) {
  const { t } = useConsoleWords();
  return (
    <Line $gap={12}>
      <Field>
        <Label>{t('figures.period')}</Label>
        <Select
          isCompact
          value={chosen.period}
          onChange={(event) => chosen.setPeriod(event.target.value === 'week' ? 'week' : 'month')}
        >
          <option value="month">{t('figures.month')}</option>
          <option value="week">{t('figures.week')}</option>
        </Select>
      </Field>
      <Field>
        <Label>{t('figures.category')}</Label>
        <Select
          isCompact
          value={chosen.category === null ? 'all' : `of ${chosen.category}`}
          onChange={(event) =>
            chosen.setCategory(event.target.value === 'all' ? null : event.target.value.slice('of '.length))
          }
        >
          <option value="all">{t('figures.allCategories')}</option>
          {chosen.categories.map((category) => (
            <option key={category} value={`of ${category}`}>
              {category === '' ? t('figures.noCategory') : category}
            </option>
          ))}
        </Select>
      </Field>
    </Line>
  );
}
