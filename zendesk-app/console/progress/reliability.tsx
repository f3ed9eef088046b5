import { getColor } from '@zendeskgarden/react-theming';
import { useEffect, useRef } from 'react';
import { useTheme } from 'styled-components';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Figures } from '../../../shared/measure/figure.ts';
import { useConsoleWords } from '../keys.ts';
import { Grid } from '../parts/grid.tsx';
import { Card, Heading, Quiet, Stack } from '../parts/layout.tsx';
import { restsOn } from './shown.ts';

type Rows = Figures['reliability'];

const HEIGHT = 240;

/** What confidence promised and what came of it: on the line both are equal. */
export function Reliability({ rows }: { rows: Rows }) {
  const words = useConsoleWords();
  const { t, percent } = words;
  return (
    <Card>
      <Stack $gap={8}>
        <Heading>{t('reliability.title')}</Heading>
        {rows.length === 0 ? (
          <span>{t('reliability.none')}</span>
        ) : (
          <>
            <Diagram rows={rows} />
            <Grid
              label={t('reliability.title')}
              rows={rows}
              keyOf={(row) => String(row.from)}
              columns={[
                { name: t('reliability.promised'), cell: (row) => percent(row.predicted) },
                {
                  name: t('reliability.right'),
                  isNumeric: true,
                  cell: (row) => (row.observed.value === null ? '–' : percent(row.observed.value)),
                },
                {
                  name: t('figures.n'),
                  isNumeric: true,
                  cell: (row) => restsOn(words, 'share', row.observed, false),
                },
              ]}
            />
          </>
        )}
        <Quiet as="p">{t('reliability.is')}</Quiet>
      </Stack>
    </Card>
  );
}

function Diagram({ rows }: { rows: Rows }) {
  const { t, percent } = useConsoleWords();
  const theme = useTheme();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const shade = theme.colors.base === 'dark' ? 500 : 700;
    const axis = {
      stroke: getColor({ variable: 'foreground.subtle', theme }),
      grid: { stroke: getColor({ variable: 'border.subtle', theme }), width: 1 },
      ticks: { show: false },
      font: `12px ${theme.fonts.system}`,
      values: (_: uPlot, splits: number[]) => splits.map((value) => percent(value)),
    };
    const value = (_: uPlot, share: number | null) => (share === null ? '–' : percent(share));
    const ordered = rows.toSorted((a, b) => a.predicted - b.predicted);
    const promised = [0, ...ordered.map((row) => row.predicted), 1];
    const plot = new uPlot(
      {
        width: element.clientWidth || 320,
        height: HEIGHT,
        scales: { x: { time: false, range: [0, 1] }, y: { range: [0, 1] } },
        axes: [axis, { ...axis, size: 52 }],
        series: [
          { label: t('reliability.promised'), value },
          { label: '=', stroke: axis.stroke, width: 1, dash: [4, 4], points: { show: false }, value },
          {
            label: t('reliability.right'),
            stroke: getColor({ hue: 'blue', shade, theme }),
            width: 2,
            points: { show: true, size: 8 },
            value,
          },
        ],
      },
      [promised, promised, [null, ...ordered.map((row) => row.observed.value), null]],
      element,
    );
    const observer = new ResizeObserver(() => plot.setSize({ width: element.clientWidth || 320, height: HEIGHT }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [rows, theme, t, percent]);
  return <div ref={box} role="img" aria-label={t('reliability.chart')} style={{ minWidth: 0, overflow: 'hidden' }} />;
}
