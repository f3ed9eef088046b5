import { Button } from '@zendeskgarden/react-buttons';
import { Alert, Title } from '@zendeskgarden/react-notifications';
import { Tag } from '@zendeskgarden/react-tags';
import { XL } from '@zendeskgarden/react-typography';
import { type MutableRefObject, useEffect, useRef, useState } from 'react';
import type { RewordRefusal } from '../../../shared/advice.ts';
import type { DecisionView, Edited } from '../../../shared/console/review.ts';
import type { FixKind } from '../../../shared/fix.ts';
import { useApi } from '../../frame/joined.tsx';
import { isLead } from '../../frame/rights.ts';
import { named, useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { ChangeView } from '../parts/change.tsx';
import { Card, Columns, Heading, Line, Link, Quiet, Stack } from '../parts/layout.tsx';
import { QuoteList } from '../parts/quotes.tsx';
import { Said } from '../parts/said.tsx';
import { Failed } from '../parts/states.tsx';
import { linkTo } from '../route.ts';
import { EditForm } from './edit.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { Escalation } from './escalation.tsx';
import { HabitFacts } from './habit.tsx';
import { useOpenTime } from './open-time.ts';
import { RejectForm } from './reject.tsx';
import type { Command } from './shortcuts.ts';
import { IfWrong, Sureness } from './sureness.tsx';

/** What a yes is called where nothing is published by it. */
const APPROVING: Partial<Record<FixKind, 'act.acknowledge' | 'act.done'>> = {
  bug_report: 'act.acknowledge',
  reply_template: 'act.done',
  routing_rule: 'act.done',
};

type OnDecided = (fixIds: string[], what: 'approve' | 'reject' | 'edit', undoMs: number, nextId?: string) => void;

interface Shown {
  view: DecisionView;
  commands: MutableRefObject<Partial<Record<Command, () => void>>>;
  reload(): Promise<unknown>;
  onDecided: OnDecided;
  /** Called with a decision that is on its way, so that it can be taken back before its answer came. */
  onDeciding(decision: Promise<unknown>): void;
  /** Gives up a person's wording for the draft that it replaced. */
  onToDraft(): Promise<void>;
}

/** One screen a decision: what is asked, what changes, what it rests on, how sure it is, and what if it is wrong. */
export function Decision({ view, commands, reload, onDecided, onDeciding, onToDraft }: Shown) {
  const words = useConsoleWords();
  const { t } = words;
  const api = useApi();
  const act = useAct();
  const openMs = useOpenTime();
  const heading = useRef<HTMLHeadingElement>(null);
  const failing = useRef<HTMLDivElement>(null);
  const [form, setForm] = useState<'edit' | 'reject' | null>(null);
  const [refused, setRefused] = useState<RewordRefusal[]>([]);
  const [isEscalated] = useState(view.state === 'escalated');
  const mayDecide = isLead(api.viewer) && (view.state === 'in_review' || view.state === 'escalated');
  const canApprove = view.failed.length === 0;
  const shown = { patchHash: view.patchHash, baseHash: view.baseHash };
  const path = `/app/console/review/${encodeURIComponent(view.fixId)}`;
  const send = (what: 'approve' | 'reject' | 'edit', more: object = {}) => {
    if (act.isBusy) return;
    setRefused([]);
    // What is typed from here on is a key again, not a letter of the form that is about to close.
    if (what !== 'approve') heading.current?.focus();
    const decision = act.run(async () => {
      const body = { ...shown, tookMs: openMs(), ...more };
      const answer = await api.send<Edited>('POST', `${path}/${what}`, body);
      if (answer.state === 'refused') return setRefused(answer.refused);
      setForm(null);
      onDecided([view.fixId], what, answer.undoMs, what === 'edit' ? answer.fixId : undefined);
    });
    onDeciding(decision);
    return decision;
  };
  useEffect(() => heading.current?.focus(), []);
  commands.current = mayDecide
    ? {
        approve: () => (canApprove ? void send('approve') : failing.current?.focus()),
        edit: () => setForm('edit'),
        reject: () => setForm('reject'),
      }
    : {};
  return (
    <Stack as="article" aria-labelledby="decision">
      <Stack $gap={6}>
        <XL tag="h2" id="decision" isBold tabIndex={-1} ref={heading} style={{ outline: 'none' }}>
          {view.title}
        </XL>
        <Line $gap={6}>
          <Tag>
            <span>{named(words, 'kind', view.kind)}</span>
          </Tag>
          {view.cause && (
            <Tag>
              <span>{named(words, 'cause', view.cause)}</span>
            </Tag>
          )}
          <Quiet>
            {[view.category, t('review.asked', { people: view.people, week: words.number(view.perWeek, 1) })]
              .filter(Boolean)
              .join(' · ')}
          </Quiet>
          {view.gap && <Link href={linkTo('gaps', view.gap.id)}>{t('review.gap')}</Link>}
          {view.article && (
            <Link href={linkTo('articles', view.article.id, view.article.locale)}>{t('review.article')}</Link>
          )}
        </Line>
      </Stack>
      {view.state === 'in_review' && view.reason && (
        <Quiet as="p">
          <Said it={view.reason} />
        </Quiet>
      )}
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
      {isEscalated && <Escalation fixId={view.fixId} onAnswered={reload} />}
      {!mayDecide && (
        <Quiet role="status">
          {t(isLead(api.viewer) ? 'review.over' : 'review.look', { state: named(words, 'fix', view.state) })}
        </Quiet>
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
      {mayDecide && (
        <Line>
          {canApprove && (
            <Button isPrimary disabled={act.isBusy} onClick={() => send('approve')}>
              {t(view.savesMacro ? 'act.saveMacro' : (APPROVING[view.kind] ?? 'act.approve'))}
            </Button>
          )}
          {view.kind !== 'terms' && (
            <Button
              isPrimary={!canApprove}
              disabled={act.isBusy}
              onClick={() => setForm(form === 'edit' ? null : 'edit')}
            >
              {t('act.edit')}
            </Button>
          )}
          <Button isDanger disabled={act.isBusy} onClick={() => setForm(form === 'reject' ? null : 'reject')}>
            {t('act.reject')}
          </Button>
          {view.isEdited && (
            <Button isBasic disabled={act.isBusy} onClick={() => act.run(onToDraft)}>
              {t('edit.toDraft')}
            </Button>
          )}
          <Quiet>{t('review.keys')}</Quiet>
        </Line>
      )}
      {form === 'reject' && (
        <RejectForm
          isBusy={act.isBusy}
          onCancel={() => setForm(null)}
          onReject={(reason) => send('reject', { reason })}
        />
      )}
      {form === 'edit' && (
        <EditForm
          view={view}
          isBusy={act.isBusy}
          refused={refused}
          onCancel={() => setForm(null)}
          onSave={(edit) => send('edit', edit)}
        />
      )}
      <Card>
        <Stack $gap={8}>
          <Heading as="h3">{t('review.questions')}</Heading>
          <QuoteList quotes={view.questions} none={t('review.questions.none')} />
        </Stack>
      </Card>
      <Card>
        <Stack $gap={8}>
          <Heading as="h3">{t(view.ifWrong.isNew ? 'review.proposal' : 'review.change')}</Heading>
          <HabitFacts view={view} />
          <ChangeView change={view.change} />
          <Elsewhere view={view} />
        </Stack>
      </Card>
      <Columns>
        <Card>
          <Stack $gap={8}>
            <Heading as="h3">{t('review.evidence')}</Heading>
            <Quiet>
              {t('review.support', { agents: view.sureness.agents, organizations: view.sureness.organizations })}
            </Quiet>
            <QuoteList quotes={view.evidence} none={t('review.evidence.none')} />
          </Stack>
        </Card>
        <Stack>
          <Sureness view={view} />
          <IfWrong view={view} />
        </Stack>
      </Columns>
    </Stack>
  );
}
