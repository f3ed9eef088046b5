import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import { useConsoleWords } from '../keys.ts';

const WIDTH = 88;
const HEIGHT = 24;

const Line = styled.polyline`
  fill: none;
  stroke: ${({ theme }) => getColor({ variable: 'border.primaryEmphasis', theme })};
  stroke-width: 2;
`;

/** How many conversations asked it in each of the last weeks, oldest first, as a line; in words for who can't see it. */
export function Trend({ weeks }: { weeks: readonly number[] }) {
  const { t, number } = useConsoleWords();
  const most = Math.max(1, ...weeks);
  const points = weeks.map((count, at) => {
    const x = weeks.length > 1 ? 2 + (at * (WIDTH - 4)) / (weeks.length - 1) : WIDTH / 2;
    return `${x.toFixed(1)},${(HEIGHT - 2 - (count / most) * (HEIGHT - 4)).toFixed(1)}`;
  });
  return (
    <svg
      role="img"
      width={WIDTH}
      height={HEIGHT}
      aria-label={t('gaps.trend.words', { weeks: weeks.map((count) => number(count)).join(', ') })}
    >
      <Line points={points.join(' ')} />
    </svg>
  );
}
