import { Button } from '@zendeskgarden/react-buttons';
import type { Overview } from '../../../shared/console/overview.ts';
import { useConsoleWords } from '../keys.ts';
import { Card, Heading, Line, Quiet, Stack } from '../parts/layout.tsx';
import { goTo } from '../route.ts';

/** Until the first decision was taken: how far reading is, what was found so far, and the way to that decision. */
export function FirstSteps({ seen }: { seen: Overview }) {
  const { t, number, percent } = useConsoleWords();
  const { review, published, found, work } = seen;
  const isBegun = review.pace.decisions > 0 || published.thisWeek > 0 || published.awaitingProof > 0;
  if (isBegun || seen.healed.all > 0) return null;
  const reading = work.jobs.find((job) => job.kind === 'backfill');
  const isReading = reading !== undefined && !reading.isDone;
  const steps = [
    { isDone: true, text: t('first.connected') },
    {
      isDone: !isReading,
      text: isReading
        ? t('first.reading', { share: reading.share === null ? number(reading.done) : percent(reading.share) })
        : t('first.read', { count: seen.conversations.thisWeek }),
    },
    {
      isDone: found.missing + found.wrong > 0,
      text:
        found.missing + found.wrong > 0
          ? `${t('first.wrong', { count: found.wrong })} ${t('first.missing', { count: found.missing })}`
          : t('first.looking'),
    },
    { isDone: false, text: t(review.best ? 'first.decide' : 'first.wait') },
  ];
  return (
    <Card aria-labelledby="first">
      <Stack $gap={10}>
        <Heading id="first">{t('first.title')}</Heading>
        <ol style={{ margin: 0, padding: 0, listStyle: 'none' }}>
          {steps.map(({ isDone, text }) => (
            <li key={text}>
              <span aria-hidden>{isDone ? '✓ ' : '○ '}</span>
              {isDone ? text : <strong>{text}</strong>}
            </li>
          ))}
        </ol>
        {review.best && (
          <Line>
            <Button isPrimary onClick={() => goTo('review', review.best?.fixId ?? '')}>
              {t('first.open')}
            </Button>
            <Quiet>{review.best.title}</Quiet>
          </Line>
        )}
      </Stack>
    </Card>
  );
}
