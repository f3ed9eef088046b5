import { Button } from '@zendeskgarden/react-buttons';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { Figure, FigureDrill, Figures, MeasuredAt } from '../../../shared/measure/figure.ts';
import { useLoad } from '../../frame/load.ts';
import { named, useConsoleWords } from '../keys.ts';
import { Grid } from '../parts/grid.tsx';
import { Card, Heading, Link, Quiet, Stack } from '../parts/layout.tsx';
import { Page } from '../parts/page.tsx';
import { Empty, Shown } from '../parts/states.tsx';
import { linkTo } from '../route.ts';
import { Chart } from './chart.tsx';
import { Reasons } from './reasons.tsx';
import { inUnit, periodName, shortPeriodName, sinceFirst } from './shown.ts';

/** One figure in full: over time, by what it is counted by, how it is made, and the conversations behind it. */
export function FigureDetail({
  figure,
  figures,
  choices,
}: {
  figure: Figure | null;
  figures: Figures;
  choices: ReactNode;
}) {
  const words = useConsoleWords();
  const { t } = words;
  const nameOf = useCallback((at: string) => periodName(words, figures.period, at), [words, figures.period]);
  const axisOf = useCallback((at: string) => shortPeriodName(words, figures.period, at), [words, figures.period]);
  const periods = useMemo(() => sinceFirst(figure?.periods ?? []), [figure]);
  if (!figure) return <Empty title={t('figures.none')} />;
  const title = t(`figure.${figure.id}`);
  return (
    <Page
      title={title}
      lead={t(`figure.${figure.id}.is`)}
      actions={<Link href={linkTo('progress')}>{t('nav.progress')}</Link>}
    >
      <Stack>
        {choices}
        {figure.all.n === 0 && <Empty title={t('figures.none')} />}
        {periods.length > 0 && (
          <Card>
            <Stack $gap={8}>
              <Chart
                points={periods}
                unit={figure.unit}
                nameOf={nameOf}
                axisOf={axisOf}
                label={t('figures.chart', { figure: title })}
              />
              <Points
                figure={figure}
                label={t(`figures.${figures.period}`)}
                points={periods.toReversed()}
                nameOf={nameOf}
              />
              {figure.spread && (
                <Quiet>
                  {t('figures.spread', {
                    low: inUnit(words, figure.unit, figure.spread.low),
                    high: inUnit(words, figure.unit, figure.spread.high),
                  })}
                </Quiet>
              )}
            </Stack>
          </Card>
        )}
        <Parts figure={figure} name="byAge" nameOf={(at) => named(words, 'age', at)} />
        <Reasons figure={figure} figures={figures} nameOf={nameOf} />
        <Parts figure={figure} name="byCategory" nameOf={(at) => (at === '' ? t('figures.noCategory') : at)} />
        <Quiet as="p">
          {t('figures.source', {
            formula: figure.formula,
            source: figure.source === 'own' ? t('figures.own') : figure.source,
          })}
        </Quiet>
        {figure.byCategory.length > 0 && <Conversations figure={figure} figures={figures} />}
      </Stack>
    </Page>
  );
}

function Parts({
  figure,
  name,
  nameOf,
}: {
  figure: Figure;
  name: 'byAge' | 'byCategory';
  nameOf: (at: string) => string;
}) {
  const { t } = useConsoleWords();
  const points = figure[name];
  if (points.length === 0) return null;
  return (
    <Card>
      <Stack $gap={8}>
        <Heading>{t(`figures.${name}`)}</Heading>
        <Points figure={figure} label={t(`figures.${name}`)} points={points} nameOf={nameOf} />
      </Stack>
    </Card>
  );
}

function Points({
  figure,
  label,
  points,
  nameOf,
}: {
  figure: Figure;
  label: string;
  points: readonly MeasuredAt[];
  nameOf: (at: string) => string;
}) {
  const words = useConsoleWords();
  const { t, number } = words;
  const said = (of: 'value' | 'low' | 'high') => (point: MeasuredAt) =>
    point.isEnough ? inUnit(words, figure.unit, point[of]) : '–';
  return (
    <Grid
      label={label}
      rows={points}
      keyOf={(point) => point.at}
      columns={[
        { name: label, cell: (point) => nameOf(point.at) },
        { name: t('figures.value'), isNumeric: true, cell: said('value') },
        { name: t('figures.low'), isNumeric: true, cell: said('low') },
        { name: t('figures.high'), isNumeric: true, cell: said('high') },
        {
          name: t('figures.n'),
          isNumeric: true,
          cell: (point) => (point.isEnough ? number(point.n) : t('figures.few', { n: point.n })),
        },
      ]}
    />
  );
}

/** The conversations that the figure counts in its latest period with any, once they are asked for. */
function Conversations({ figure, figures }: { figure: Figure; figures: Figures }) {
  const words = useConsoleWords();
  const { t, dateTime } = words;
  const [isAsked, setAsked] = useState(false);
  const at = figure.periods.findLast((period) => period.n > 0)?.at ?? figures.from;
  const category = figures.category === null ? {} : { category: figures.category };
  const query = new URLSearchParams({ period: figures.period, at, ...category });
  const loaded = useLoad<FigureDrill>(isAsked ? `/app/console/figures/${figure.id}/conversations?${query}` : null);
  if (!isAsked)
    return (
      <div>
        <Button size="small" onClick={() => setAsked(true)}>
          {t('figures.show')}
        </Button>
      </div>
    );
  return (
    <Card>
      <Stack $gap={8}>
        <Heading>{periodName(words, figures.period, at)}</Heading>
        <Shown of={loaded}>
          {({ conversations, others }) => (
            <Stack $gap={4}>
              {conversations.map((one) => (
                <Link key={one.conversationId} href={one.url} target="_blank" rel="noreferrer">
                  {`#${one.conversationId} · ${dateTime(one.openedAt)}`}
                </Link>
              ))}
              <Quiet>{t('figures.others', { count: others })}</Quiet>
            </Stack>
          )}
        </Shown>
      </Stack>
    </Card>
  );
}
