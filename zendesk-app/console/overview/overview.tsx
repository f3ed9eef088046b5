import { Alert, Title } from '@zendeskgarden/react-notifications';
import type { Overview as Seen } from '../../../shared/console/overview.ts';
import { useLoad } from '../../frame/load.ts';
import { useLookAgain } from '../../frame/look-again.ts';
import { useConsoleWords } from '../keys.ts';
import { Columns, Heading, Link, Stack, Tiles } from '../parts/layout.tsx';
import { Page } from '../parts/page.tsx';
import { Shown } from '../parts/states.tsx';
import { linkTo } from '../route.ts';
import { FirstSteps } from './first-steps.tsx';
import { Jobs } from './jobs.tsx';
import { Notices } from './notices.tsx';
import { QuestionForYou } from './question-for-you.tsx';
import { Tile } from './tile.tsx';

/** What a lead needs in the morning: what waits, what was found, what was proved, what is under way. */
export function Overview() {
  const { t } = useConsoleWords();
  const loaded = useLoad<Seen>('/app/console/overview');
  const isWorking = loaded.value?.work.jobs.some((job) => !job.isDone) ?? false;
  useLookAgain(isWorking, loaded.reload);
  return (
    <Page title={t('nav.overview')} lead={t('overview.lead')}>
      <Shown of={loaded}>{(seen) => <Morning seen={seen} />}</Shown>
    </Page>
  );
}

function Morning({ seen }: { seen: Seen }) {
  const { t, number } = useConsoleWords();
  const { review, gaps, published, healed, work } = seen;
  const median = review.pace.medianMs;
  return (
    <Stack>
      {seen.isStopped && (
        <Alert type="warning">
          <Title>{t('overview.stopped')}</Title>
          <Link href={linkTo('policy')}>{t('overview.stopped.todo')}</Link>
        </Alert>
      )}
      {seen.tenantState !== 'active' && (
        <Alert type="error">
          <Title>{t(`tenant.${seen.tenantState}`)}</Title>
          <Link href={linkTo('health')}>{t('overview.tenant.todo')}</Link>
        </Alert>
      )}
      <QuestionForYou />
      <FirstSteps seen={seen} />
      <Columns>
        <Stack as="section" $gap={8} aria-labelledby="needs">
          <Heading id="needs">{t('overview.needs')}</Heading>
          <Tiles>
            <Tile
              to={linkTo('review')}
              name={t('overview.waiting')}
              value={number(review.waiting + review.escalated)}
              note={review.best ? t('overview.waiting.note', { title: review.best.title }) : t('overview.waiting.none')}
            />
            <Tile
              to={linkTo('review')}
              name={t('overview.pace')}
              value={median === null ? '–' : t('time.seconds', { count: Math.max(1, Math.round(median / 1000)) })}
              note={t('overview.pace.note', { count: review.pace.decisions, days: review.pace.days })}
            />
          </Tiles>
        </Stack>
        <Stack as="section" $gap={8} aria-labelledby="burning">
          <Heading id="burning">{t('overview.burning')}</Heading>
          <Tiles>
            <Tile
              to={linkTo('gaps')}
              name={t('overview.gaps')}
              value={number(gaps.open)}
              note={t('overview.gaps.note', { week: gaps.newThisWeek, mine: gaps.mine })}
            />
            {work.deadLetters > 0 && (
              <Tile
                to={linkTo('health')}
                name={t('overview.failed')}
                value={number(work.deadLetters)}
                note={t('overview.failed.note', { count: work.waiting })}
              />
            )}
          </Tiles>
        </Stack>
        <Stack as="section" $gap={8} aria-labelledby="better">
          <Heading id="better">{t('overview.better')}</Heading>
          <Tiles>
            <Tile
              to={linkTo('progress')}
              name={t('overview.healed')}
              value={number(healed.thisWeek)}
              note={t('overview.healed.note', { all: healed.all, awaiting: published.awaitingProof })}
            />
            <Tile
              to={linkTo('activity')}
              name={t('overview.published')}
              value={number(published.thisWeek)}
              note={t('overview.read', { count: seen.conversations.thisWeek })}
            />
          </Tiles>
        </Stack>
      </Columns>
      <Jobs jobs={work.jobs} />
      <Notices />
    </Stack>
  );
}
