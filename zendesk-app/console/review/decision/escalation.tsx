import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { DisputeAnswer, EscalationView } from '../../../../shared/escalation.ts';
import { useApi } from '../../../frame/joined.tsx';
import { useLoad } from '../../../frame/load.ts';
import { useConsoleWords } from '../../keys.ts';
import { useAct } from '../../parts/act.ts';
import { Card, Heading, Line, Quiet, Stack } from '../../parts/layout.tsx';
import { Said } from '../../parts/said.tsx';
import { Failed, Shown } from '../../parts/states.tsx';

const ANSWERS: readonly DisputeAnswer[] = ['yes', 'no', 'not_sure'];

/** Beside an escalated decision: what was tried, who could answer, and the one question whose answer would settle it. */
export function Escalation({ fixId, onAnswered }: { fixId: string; onAnswered: () => Promise<unknown> }) {
  const { t } = useConsoleWords();
  const loaded = useLoad<EscalationView>(`/app/console/review/${encodeURIComponent(fixId)}/escalation`);
  // It was decided or answered meanwhile, or an undo is about to bring it back: nothing is left to say here.
  if (loaded.failure?.kind === 'gone' && loaded.value === null) return null;
  return (
    <Card aria-labelledby="escalation">
      <Stack $gap={8}>
        <Heading as="h3" id="escalation">
          {t('escalation.title')}
        </Heading>
        <Shown of={loaded}>
          {(view) => (
            <Stack $gap={8}>
              <Ask key={view.question?.id ?? ''} view={view} onAnswered={onAnswered} reload={loaded.reload} />
              <strong>{t('escalation.tried')}</strong>
              <ul style={{ margin: 0, paddingInlineStart: 20 }}>
                {view.tried.map((line) => (
                  <li key={JSON.stringify(line)}>
                    <Said it={line} />
                  </li>
                ))}
              </ul>
              <Knowing view={view} />
            </Stack>
          )}
        </Shown>
      </Stack>
    </Card>
  );
}

function Knowing({ view: { whoCouldAnswer } }: { view: EscalationView }) {
  const { t } = useConsoleWords();
  if (whoCouldAnswer.length === 0) return <Quiet>{t('escalation.nobody')}</Quiet>;
  return (
    <Stack $gap={4}>
      <strong>{t('escalation.who')}</strong>
      <span>
        {whoCouldAnswer
          .map(
            (one) => `${one.name ?? t('escalation.unnamed')} (${t('escalation.spoke', { count: one.conversations })})`,
          )
          .join(' · ')}
      </span>
    </Stack>
  );
}

function Ask({
  view,
  onAnswered,
  reload,
}: {
  view: EscalationView;
  onAnswered: () => Promise<unknown>;
  reload: () => Promise<void>;
}) {
  const { t, dateTime } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const [given, setGiven] = useState<DisputeAnswer | null>(null);
  const { question } = view;
  if (!question) return <Quiet>{t('escalation.noQuestion')}</Quiet>;
  const answer = async (one: DisputeAnswer) => {
    const path = `/app/console/questions/${encodeURIComponent(question.id)}/answer`;
    if (!(await act.run(() => api.send('POST', path, { answer: one })))) return;
    setGiven(one);
    await onAnswered();
  };
  const lookAgain = () => {
    act.clear();
    void Promise.all([reload(), onAnswered()]);
  };
  return (
    <Stack $gap={8}>
      <p>{t('escalation.ask', { asked: question.asked, other: question.other })}</p>
      {view.isForViewer && given === null && <Quiet>{t('escalation.yours')}</Quiet>}
      {act.failure && <Failed failure={act.failure} onAgain={lookAgain} />}
      {given !== null && <p role="status">{t(`escalation.given.${given}`)}</p>}
      {given === null && view.mayAnswer && (
        <Line>
          {ANSWERS.map((one) => (
            <Button key={one} size="small" disabled={act.isBusy} onClick={() => answer(one)}>
              {t(`escalation.${one}`)}
            </Button>
          ))}
        </Line>
      )}
      {given === null && !view.mayAnswer && question.state === 'open' && <Quiet>{t('escalation.others')}</Quiet>}
      {question.answer !== null && question.answeredAt !== null && (
        <Quiet>
          {t('escalation.answered', {
            answer: t(`escalation.${question.answer}`),
            who: question.answeredBy ?? '',
            at: dateTime(question.answeredAt),
          })}
        </Quiet>
      )}
    </Stack>
  );
}
