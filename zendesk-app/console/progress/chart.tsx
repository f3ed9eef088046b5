import { getColor } from '@zendeskgarden/react-theming';
import { useEffect, useRef } from 'react';
import { useTheme } from 'styled-components';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { FigureUnit, MeasuredAt } from '../../../shared/measure/figure.ts';
import { useConsoleWords } from '../keys.ts';
import { inUnit } from './shown.ts';

const HEIGHT = 220;

/** A figure from one place to the next as a line in the band of its interval. The table beside it says the same in words. */
export function Chart({
  points,
  unit,
  label,
  nameOf,
  axisOf,
}: {
  points: readonly MeasuredAt[];
  unit: FigureUnit;
  label: string;
  nameOf: (at: string) => string;
  axisOf: (at: string) => string;
}) {
  const words = useConsoleWords();
  const theme = useTheme();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const shade = theme.colors.base === 'dark' ? 500 : 700;
    const stroke = getColor({ hue: 'blue', shade, theme });
    const axis = {
      stroke: getColor({ variable: 'foreground.subtle', theme }),
      grid: { stroke: getColor({ variable: 'border.subtle', theme }), width: 1 },
      ticks: { show: false },
      font: `12px ${theme.fonts.system}`,
    };
    const shown = (_: uPlot, value: number | null) => inUnit(words, unit, value);
    const edge = { stroke: 'transparent', width: 0, points: { show: false }, value: shown };
    const enough = (of: 'value' | 'low' | 'high') => points.map((point) => (point.isEnough ? point[of] : null));
    const plot = new uPlot(
      {
        width: element.clientWidth || 320,
        height: HEIGHT,
        scales: {
          x: { time: false, range: [-0.3, Math.max(0.3, points.length - 0.7)] },
          y: {
            range: (_, min, max) => [
              Math.min(0, min),
              unit === 'share' ? Math.min(1, Math.max(0.1, max * 1.1)) : Math.max(1, max * 1.1),
            ],
          },
        },
        axes: [
          {
            ...axis,
            splits: () => points.map((_, i) => i),
            values: (_, splits) => splits.map((at) => (points[at] ? axisOf(points[at].at) : '')),
            space: 70,
            incrs: [1, 2, 3, 4, 6],
          },
          { ...axis, size: 52, values: (_, splits) => splits.map((value) => inUnit(words, unit, value)) },
        ],
        series: [
          {
            label: words.t('figures.period'),
            value: (_, at) => (at === null || !points[at] ? '–' : nameOf(points[at].at)),
          },
          { label: words.t('figures.value'), stroke, width: 2, points: { show: true, size: 6 }, value: shown },
          { ...edge, label: words.t('figures.low') },
          { ...edge, label: words.t('figures.high') },
        ],
        bands: [{ series: [3, 2], fill: `${stroke}33` }],
      },
      [points.map((_, i) => i), enough('value'), enough('low'), enough('high')],
      element,
    );
    const observer = new ResizeObserver(() => plot.setSize({ width: element.clientWidth || 320, height: HEIGHT }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [points, unit, theme, words, nameOf, axisOf]);
  return <div ref={box} role="img" aria-label={label} style={{ minWidth: 0, overflow: 'hidden' }} />;
}
