import { getColor } from '@zendeskgarden/react-theming';
import { useEffect, useRef } from 'react';
import { useTheme } from 'styled-components';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { ProgressRow } from '../../../shared/console/running.ts';
import { useConsoleWords } from '../keys.ts';

const HEIGHT = 220;

/** Gaps found, changes published and tickets prevented, week by week. The table beside it says the same in words. */
export function Chart({ rows }: { rows: ProgressRow[] }) {
  const { t, date, number } = useConsoleWords();
  const theme = useTheme();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const shade = theme.colors.base === 'dark' ? 500 : 700;
    const line = (label: string, hue: string) => ({
      label,
      stroke: getColor({ hue, shade, theme }),
      width: 2,
      points: { show: true, size: 6 },
      value: (_: uPlot, value: number | null) => (value === null ? '–' : number(value, 1)),
    });
    const axis = {
      stroke: getColor({ variable: 'foreground.subtle', theme }),
      grid: { stroke: getColor({ variable: 'border.subtle', theme }), width: 1 },
      ticks: { show: false },
      font: `12px ${theme.fonts.system}`,
    };
    const plot = new uPlot(
      {
        width: element.clientWidth || 320,
        height: HEIGHT,
        scales: { x: { time: false }, y: { range: (_, __, max) => [0, Math.max(4, Math.ceil(max * 1.1))] } },
        axes: [
          {
            ...axis,
            values: (_, splits) => splits.map((at) => (Number.isInteger(at) && rows[at] ? date(rows[at].from) : '')),
            space: 90,
          },
          { ...axis, size: 40 },
        ],
        series: [
          { label: t('progress.week'), value: (_, at) => (at === null || !rows[at] ? '–' : date(rows[at].from)) },
          line(t('progress.opened'), 'red'),
          line(t('progress.published'), 'blue'),
          line(t('progress.prevented'), 'green'),
        ],
      },
      [
        rows.map((_, i) => i),
        rows.map((row) => row.opened),
        rows.map((row) => row.published),
        rows.map((row) => row.prevented),
      ],
      element,
    );
    const observer = new ResizeObserver(() => plot.setSize({ width: element.clientWidth || 320, height: HEIGHT }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [rows, theme, t, date, number]);
  return <div ref={box} role="img" aria-label={t('progress.chart')} style={{ minWidth: 0, overflow: 'hidden' }} />;
}
