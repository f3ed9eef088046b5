import { Skeleton } from '@zendeskgarden/react-loaders';
import { useEffect, useId, useState } from 'react';
import type { Advice, AdviceState } from '../../../shared/advice.ts';
import { useApi, useWords } from '../../frame/joined.tsx';
import { useLoad } from '../../frame/load.ts';
import type { Zaf } from '../../zaf/zaf.ts';
import { ArticleCard } from '../article/article-card.tsx';
import { SearchBox } from '../article/search-box.tsx';
import { StartArticle } from '../article/start-article.tsx';
import { ContradictionLine } from '../draft/contradiction-line.tsx';
import { useDraftCheck } from '../draft/draft-check.ts';
import { Heading, Hidden, List, Part } from '../look.tsx';
import { FailureNote, StateNote } from '../state-note.tsx';
import type { Key } from '../words.ts';
import { CustomerHeader } from './customer-header.tsx';
import { GapLine } from './gap-line.tsx';
import { KnownIssueBanner } from './known-issue.tsx';
import { QuestionCard } from './question-card.tsx';
import { ReplyCard } from './reply-card.tsx';
import { useTicketEvents } from './ticket-events.ts';

/** How soon a ticket is asked for again that Zendesk was slow to show. */
const LATE_RETRY_MS = 5_000;

/** Everything Mend has to say beside one ticket, kept up with what happens in it. */
export function Ticket({ zaf, id }: { zaf: Zaf; id: string }) {
  const api = useApi();
  const [isSolved, setSolved] = useState(false);
  const path = `/app/advice/${encodeURIComponent(id)}`;
  const { value: advice, failure, reload } = useLoad<Advice>(isSolved ? `${path}?solved=1` : path);
  const last = useLast(advice);

  useTicketEvents(zaf, ({ isSolved: isNow }) => (isNow === isSolved ? void reload() : setSolved(isNow)));
  useEffect(() => {
    const back = () => void reload();
    window.addEventListener('online', back);
    return () => window.removeEventListener('online', back);
  }, [reload]);
  useEffect(() => {
    if (advice?.state !== 'not_read_yet') return;
    const timer = setTimeout(() => void reload(), LATE_RETRY_MS);
    return () => clearTimeout(timer);
  }, [advice, reload]);
  const questionId = advice?.question?.id ?? null;
  const of = advice?.question?.conversationId ?? id;
  const isShown = advice !== null && isKnown(advice.state);
  useEffect(() => {
    if (!isShown) return;
    const tell = (conversation: string, question: string | null) =>
      api.send('POST', `/app/advice/${encodeURIComponent(conversation)}/outcomes`, {
        kind: 'shown',
        questionId: question,
      });
    tell(id, null).catch(() => undefined);
    if (questionId) tell(of, questionId).catch(() => undefined);
  }, [api, id, isShown, of, questionId]);

  if (failure && (!last || failure.kind !== 'down'))
    return <FailureNote kind={failure.kind} onRetry={() => void reload()} />;
  if (!last) return <Loading />;
  return (
    <>
      {isShown && <CustomerHeader conversationId={id} />}
      <Shown advice={last} zaf={zaf} reload={() => void reload()} />
    </>
  );
}

/** The last answer stands while a newer one is on its way: nothing jumps. */
function useLast(advice: Advice | null): Advice | null {
  const [last, setLast] = useState(advice);
  useEffect(() => {
    if (advice) setLast(advice);
  }, [advice]);
  return advice ?? last;
}

function Loading() {
  const { t } = useWords<Key>();
  return (
    <Part role="status">
      <Hidden>{t('loading')}</Hidden>
      <Skeleton height="18px" width="60%" />
      <Skeleton height="72px" />
      <Skeleton height="18px" width="80%" />
    </Part>
  );
}

const QUIET: Record<Exclude<AdviceState, 'ready'>, { text: Key; hint?: Key; isRetried?: true }> = {
  nothing_to_say: { text: 'state_nothing' },
  language_unsupported: { text: 'state_language' },
  unknown_conversation: { text: 'state_gone', hint: 'state_gone_hint' },
  not_read_yet: { text: 'state_late', hint: 'state_late_hint', isRetried: true },
  not_connected: { text: 'state_paused', hint: 'state_paused_hint', isRetried: true },
};

/** Whether there is a conversation to look something up for. */
const isKnown = (state: AdviceState): boolean =>
  state === 'ready' || state === 'nothing_to_say' || state === 'language_unsupported';

function Shown({ advice, zaf, reload }: { advice: Advice; zaf: Zaf; reload: () => void }) {
  const { t } = useWords<Key>();
  const headingId = useId();
  const { conversationId, articles, knownIssue, gap, reply, question, state, asOf } = advice;
  const contradictions = useDraftCheck(zaf, conversationId, articles.map((article) => article.id).join(','));
  const quiet = state === 'ready' ? null : QUIET[state];
  return (
    <>
      {contradictions.map((found) => (
        <ContradictionLine
          key={`${found.articleId}/${found.line}`}
          found={found}
          zaf={zaf}
          conversationId={conversationId}
        />
      ))}
      {knownIssue && <KnownIssueBanner issue={knownIssue} />}
      {question && <QuestionCard key={question.id} question={question} conversationId={conversationId} />}
      {gap && !(knownIssue && gap.cause === 'product_bug') && <GapLine gap={gap} />}
      {reply && <ReplyCard key={reply.id} reply={reply} zaf={zaf} conversationId={conversationId} />}
      {articles.length > 0 && (
        <Part aria-labelledby={headingId}>
          <Heading id={headingId}>{t('articles')}</Heading>
          <List>
            {articles.map((article) => (
              <ArticleCard
                key={`${article.id}/${article.locale}`}
                article={article}
                conversationId={conversationId}
                zaf={zaf}
                asOf={asOf}
                onChanged={reload}
              />
            ))}
          </List>
        </Part>
      )}
      {quiet && (
        <StateNote
          text={t(quiet.text)}
          {...(quiet.hint ? { hint: t(quiet.hint) } : {})}
          {...(quiet.isRetried ? { onRetry: reload } : {})}
        />
      )}
      {isKnown(state) && (
        <>
          <SearchBox conversationId={conversationId} zaf={zaf} asOf={asOf} />
          <StartArticle conversationId={conversationId} zaf={zaf} />
        </>
      )}
    </>
  );
}
