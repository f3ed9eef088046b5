import { Button } from '@zendeskgarden/react-buttons';
import { useId } from 'react';
import type { Answer, Question } from '../../../shared/advice.ts';
import { useWords } from '../../frame/joined.tsx';
import { Card, Heading, Quiet, Row } from '../look.tsx';
import { useTelling } from '../telling.ts';
import type { Key } from '../words.ts';

const ANSWERS: readonly Answer[] = ['yes', 'no', 'not_sure'];

/** One question of a conversation that was solved; three answers, and none is needed. */
export function QuestionCard({ question, conversationId }: { question: Question; conversationId: string }) {
  const { t } = useWords<Key>();
  const id = useId();
  const { state, failure, tell } = useTelling(question.conversationId);
  const { id: questionId, kind, subject, text, other } = question;
  const answer = (given: Answer) =>
    void tell({ kind: 'answered', questionId, question: kind, subject, text: text.slice(0, 900), answer: given });
  return (
    <Card aria-labelledby={id}>
      <Heading id={id}>{t('question')}</Heading>
      {question.conversationId !== conversationId && (
        <Quiet>{t('question_earlier', { id: question.conversationId })}</Quiet>
      )}
      <p>{t(`question_${kind}`, { text, title: question.articleTitle ?? '', other: other ?? '' })}</p>
      {state === 'told' ? (
        <Quiet role="status">{t('thanks')}</Quiet>
      ) : (
        <Row>
          {ANSWERS.map((given) => (
            <Button key={given} size="small" disabled={state === 'sending'} onClick={() => answer(given)}>
              {t(given)}
            </Button>
          ))}
          <Quiet as="span" role="status">
            {failure && t(failure === 'moved' ? 'question_moved' : 'not_sent')}
          </Quiet>
        </Row>
      )}
    </Card>
  );
}
