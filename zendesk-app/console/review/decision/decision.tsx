import { Alert, Title } from '@zendeskgarden/react-notifications';
import { XL } from '@zendeskgarden/react-typography';
import { type MutableRefObject, useEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import type { RewordRefusal } from '../../../../shared/advice.ts';
import type { DecisionView, Edited } from '../../../../shared/console/review.ts';
import { useApi } from '../../../frame/joined.tsx';
import { isLead } from '../../../frame/rights.ts';
import { named, useConsoleWords, useSaid } from '../../keys.ts';
import { useAct } from '../../parts/act.ts';
import { ChangeView } from '../../parts/change.tsx';
import { Card, Heading, Line, Link, Quiet, Stack } from '../../parts/layout.tsx';
import { Evidence } from '../../parts/note-facts.tsx';
import { QuoteList } from '../../parts/quotes.tsx';
import { Said } from '../../parts/said.tsx';
import { Failed } from '../../parts/states.tsx';
import { UnsaidList } from '../../parts/unsaid.tsx';
import { linkHere, linkTo } from '../../route.ts';
import type { Form, OnDecided, Verdict } from '../deciding.ts';
import { EditForm } from '../forms/edit.tsx';
import { PutOff } from '../forms/put-off.tsx';
import { RedraftForm } from '../forms/redraft.tsx';
import { RejectForm } from '../forms/reject.tsx';
import type { Command } from '../shortcuts.ts';
import { ActionBar } from './action-bar.tsx';
import { ChangedSince } from './changed-since.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { Escalation } from './escalation.tsx';
import { HabitFacts } from './habit.tsx';
import { useOpenTime } from './open-time.ts';
import { Remarks } from './remarks.tsx';
import { IfWrong, Sureness, Why } from './sureness.tsx';

/** The change beside what it rests on; below one another where there is no room for both. */
const Sides = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1.7fr) minmax(260px, 1fr);
  gap: 16px;
  align-items: start;
  @media (max-width: 1180px) { grid-template-columns: minmax(0, 1fr); }
`;

interface Shown {
  view: DecisionView;
  /** The proposal of the same gap that was looked at before, where it is another. */
  before: DecisionView | null;
  commands: MutableRefObject<Partial<Record<Command, () => void>>>;
  reload(): Promise<unknown>;
  onDecided: OnDecided;
  /** Called with a decision that is on its way, so that it can be taken back before its answer came. */
  onDeciding(decision: Promise<unknown>): void;
  /** Gives up a person's wording for the draft that it replaced. */
  onToDraft(): Promise<void>;
}

/** One screen a decision: what changes, why, what it rests on and what if it is wrong; what can be done is always in sight. */
export function Decision({ view, before, commands, reload, onDecided, onDeciding, onToDraft }: Shown) {
  const words = useConsoleWords();
  const { t } = words;
  const said = useSaid();
  const api = useApi();
  const act = useAct();
  const openMs = useOpenTime();
  const heading = useRef<HTMLHeadingElement>(null);
  const failing = useRef<HTMLDivElement>(null);
  const remark = useRef<HTMLTextAreaElement>(null);
  const [form, setForm] = useState<Form | null>(null);
  const [refused, setRefused] = useState<RewordRefusal[]>([]);
  const [isEscalated] = useState(view.state === 'escalated');
  const mayDecide = isLead(api.viewer) && (view.state === 'in_review' || view.state === 'escalated');
  const canApprove = view.failed.length === 0;
  const shown = { patchHash: view.patchHash, baseHash: view.baseHash };
  const path = `/app/console/review/${encodeURIComponent(view.fixId)}`;
  const send = (what: Verdict, more: object = {}) => {
    if (act.isBusy) return;
    setRefused([]);
    // What is typed from here on is a key again, not a letter of the form that is about to close.
    if (what !== 'approve') heading.current?.focus();
    const decision = act.run(async () => {
      const body = { ...shown, tookMs: openMs(), ...more };
      const answer = await api.send<Edited>('POST', `${path}/${what}`, body);
      if (answer.state === 'refused') return setRefused(answer.refused);
      setForm(null);
      if (answer.state === 'approved') onDecided([view.fixId, answer.fixId], 'approve', answer.undoMs);
      else onDecided([view.fixId], what, answer.undoMs, what === 'edit' ? answer.fixId : undefined);
    });
    onDeciding(decision);
    return decision;
  };
  const keep = (what: 'snooze' | 'assignee', body: object) =>
    act.run(async () => {
      await api.send('PUT', `/app/console/gaps/${encodeURIComponent(view.gapId)}/${what}`, body);
      setForm(null);
      await reload();
    });
  const isMine = view.assignee?.userId === api.viewer.userId;
  const take = () =>
    void keep('assignee', { to: isMine ? null : { userId: api.viewer.userId, name: api.viewer.name } });
  const wake = () => void keep('snooze', { forMs: null });
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  commands.current = {
    remark: () => remark.current?.focus(),
    ...(mayDecide
      ? {
          approve: () => (canApprove ? void send('approve') : failing.current?.focus()),
          edit: () => view.kind !== 'terms' && setForm('edit'),
          reject: () => setForm('reject'),
          redraft: () => view.kind !== 'terms' && setForm('redraft'),
          snooze: () => (view.snoozedUntil === null ? setForm('snooze') : wake()),
          take,
        }
      : {}),
  };
  const failedWords = view.failed.map(({ detail }) => said(detail));
  return (
    <Stack as="article" $gap={12} aria-labelledby="decision">
      <Stack $gap={4}>
        <XL tag="h2" id="decision" isBold tabIndex={-1} ref={heading} style={{ outline: 'none' }}>
          {view.title}
        </XL>
        <Line $gap={6}>
          <Quiet>
            {[named(words, 'kind', view.kind), view.cause && named(words, 'cause', view.cause), view.category]
              .filter(Boolean)
              .join(' · ')}
          </Quiet>
          {view.gap && <Link href={linkTo('gaps', view.gap.id)}>{t('review.gap')}</Link>}
          {view.article && (
            <Link href={linkTo('articles', view.article.id, view.article.locale)}>{t('review.article')}</Link>
          )}
          {view.assignee && <Quiet>{t('gaps.assignedTo', { name: view.assignee.name })}</Quiet>}
          {view.snoozedUntil !== null && <Quiet>{t('snooze.until', { at: words.dateTime(view.snoozedUntil) })}</Quiet>}
        </Line>
      </Stack>
      {before && <ChangedSince before={before} now={view} />}
      {view.state === 'escalated' && (
        <Alert type="warning">
          <Title>{t('review.escalated')}</Title>
          {view.reason && <Said it={view.reason} />}
        </Alert>
      )}
      {mayDecide && !canApprove && (
        <Alert type="error" tabIndex={-1} ref={failing}>
          <Title>{t('review.failed')}</Title>
          <Stack $gap={4}>
            {view.failed.map(({ rule, detail }) => (
              <span key={`${rule} ${JSON.stringify(detail)}`}>
                {t(`refused.${rule}`)}{' '}
                <q>
                  <Said it={detail} />
                </q>
              </span>
            ))}
            <span>{t(view.kind === 'terms' ? 'review.failed.terms' : 'review.failed.todo')}</span>
          </Stack>
        </Alert>
      )}
      {!mayDecide && (
        <Line role="status">
          <Quiet>
            {t(isLead(api.viewer) ? 'review.over' : 'review.look', { state: named(words, 'fix', view.state) })}
          </Quiet>
          {view.insteadId && <Link href={linkHere('review', view.insteadId)}>{t('review.instead')}</Link>}
        </Line>
      )}
      {act.failure && (
        <Failed
          failure={act.failure}
          onAgain={() => {
            act.clear();
            void reload();
          }}
        />
      )}
      {form === 'edit' ? (
        <EditForm
          view={view}
          isBusy={act.isBusy}
          refused={refused}
          onCancel={() => setForm(null)}
          onSave={(edit) => send('edit', edit)}
        />
      ) : (
        <Sides>
          <Card>
            <Stack $gap={8}>
              <Heading as="h3">{t(view.ifWrong.isNew ? 'review.proposal' : 'review.change')}</Heading>
              <HabitFacts view={view} />
              <ChangeView change={view.change} wrong={failedWords} />
              <Elsewhere view={view} />
            </Stack>
          </Card>
          <Stack $gap={12}>
            <Why view={view} />
            {isEscalated && <Escalation fixId={view.fixId} onAnswered={reload} />}
            <Card>
              <Stack $gap={8}>
                <Heading as="h3">{t('review.questions')}</Heading>
                <QuoteList quotes={view.questions} none={t('review.questions.none')} />
                <Evidence view={view} />
                <UnsaidList unsaid={view.unsaid} />
              </Stack>
            </Card>
            <IfWrong view={view} />
            <Sureness view={view} />
            <Card>
              <Remarks gapId={view.gapId} remarks={view.remarks} field={remark} />
            </Card>
          </Stack>
        </Sides>
      )}
      {mayDecide && form !== 'edit' && (
        <ActionBar
          view={view}
          form={form}
          isBusy={act.isBusy}
          isMine={isMine}
          onApprove={() => void send('approve')}
          onForm={(one) => setForm(form === one ? null : one)}
          onTake={take}
          onWake={wake}
          onToDraft={() => void act.run(onToDraft)}
        >
          {form === 'reject' && (
            <RejectForm
              isBusy={act.isBusy}
              onCancel={() => setForm(null)}
              onReject={(reason) => send('reject', { reason })}
            />
          )}
          {form === 'redraft' && (
            <RedraftForm
              view={view}
              isBusy={act.isBusy}
              onCancel={() => setForm(null)}
              onRedraft={(more) => send('redraft', more)}
            />
          )}
          {form === 'snooze' && (
            <PutOff
              isBusy={act.isBusy}
              onCancel={() => setForm(null)}
              onPutOff={(forMs) => void keep('snooze', { forMs })}
            />
          )}
        </ActionBar>
      )}
    </Stack>
  );
}
