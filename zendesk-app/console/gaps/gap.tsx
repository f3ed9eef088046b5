import { Button } from '@zendeskgarden/react-buttons';
import { Tag } from '@zendeskgarden/react-tags';
import type { GapView } from '../../../shared/console/knowledge.ts';
import { useApi } from '../../frame/joined.tsx';
import { useLoad } from '../../frame/load.ts';
import { isLead } from '../../frame/rights.ts';
import { actorName, named, useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { Card, Columns, Heading, Line, Link, Quiet, Stack } from '../parts/layout.tsx';
import { Page } from '../parts/page.tsx';
import { QuoteList } from '../parts/quotes.tsx';
import { Said } from '../parts/said.tsx';
import { Failed, Shown } from '../parts/states.tsx';
import { linkTo } from '../route.ts';
import { Impact } from './impact.tsx';

/** One gap: what it costs and why it stands, its questions, its fixes and its life. */
export function GapDetail({ id }: { id: string }) {
  const words = useConsoleWords();
  const { t } = words;
  const loaded = useLoad<GapView>(`/app/console/gaps/${encodeURIComponent(id)}`);
  return (
    <Stack>
      <Link href={linkTo('gaps')}>{t('gaps.back')}</Link>
      <Shown of={loaded}>
        {(gap) => (
          <Page title={gap.title} lead={`${named(words, 'cause', gap.cause)} · ${named(words, 'gap', gap.state)}`}>
            <Line>
              {gap.waitingFixId && <Link href={linkTo('review', gap.waitingFixId)}>{t('gaps.decide')}</Link>}
              {gap.article && (
                <Link href={linkTo('articles', gap.article.id, gap.article.locale)}>{gap.article.title}</Link>
              )}
              <Assignee gap={gap} onAssigned={loaded.reload} />
            </Line>
            <Columns>
              <Stack>
                <Impact gap={gap} />
                <Card>
                  <Stack $gap={8}>
                    <Heading>{t('gaps.questions')}</Heading>
                    <QuoteList quotes={gap.questions} none={t('review.questions.none')} />
                  </Stack>
                </Card>
              </Stack>
              <Stack>
                <Life gap={gap} />
              </Stack>
            </Columns>
          </Page>
        )}
      </Shown>
    </Stack>
  );
}

function Assignee({ gap, onAssigned }: { gap: GapView; onAssigned: () => Promise<void> }) {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const { viewer } = api;
  const isMine = gap.assignee?.userId === viewer.userId;
  const assign = (to: { userId: string; name: string } | null) =>
    act.run(async () => {
      await api.send('PUT', `/app/console/gaps/${encodeURIComponent(gap.id)}/assignee`, { to });
      await onAssigned();
    });
  return (
    <Line>
      <Quiet>{gap.assignee ? t('gaps.assignedTo', { name: gap.assignee.name }) : t('gaps.unassigned')}</Quiet>
      {isLead(viewer) && !isMine && (
        <Button size="small" disabled={act.isBusy} onClick={() => assign({ userId: viewer.userId, name: viewer.name })}>
          {t('gaps.take')}
        </Button>
      )}
      {isLead(viewer) && gap.assignee && (
        <Button size="small" isBasic disabled={act.isBusy} onClick={() => assign(null)}>
          {t('gaps.free')}
        </Button>
      )}
      {act.failure && <Failed failure={act.failure} />}
    </Line>
  );
}

function Life({ gap }: { gap: GapView }) {
  const words = useConsoleWords();
  const { t, dateTime } = words;
  return (
    <Card>
      <Stack $gap={8}>
        <Heading>{t('gaps.life')}</Heading>
        <ol style={{ margin: 0, paddingInlineStart: 20 }}>
          {gap.life.map((event) => (
            <li key={`${event.at} ${event.what} ${JSON.stringify(event.reason)}`}>
              <strong>{named(words, 'what', event.what.replaceAll(' ', '_'))}</strong>{' '}
              <Quiet>
                {dateTime(event.at)} · {actorName(event.actor)}
              </Quiet>
              <br />
              <Said it={event.reason} />
            </li>
          ))}
        </ol>
        {gap.fixes.length > 0 && <Heading as="h3">{t('gaps.fixes')}</Heading>}
        {gap.fixes.map((fix) => (
          <Line key={fix.id} $gap={6}>
            <Link href={linkTo('review', fix.id)}>{fix.title}</Link>
            <Tag size="small">
              <span>{named(words, 'fix', fix.state)}</span>
            </Tag>
          </Line>
        ))}
      </Stack>
    </Card>
  );
}
