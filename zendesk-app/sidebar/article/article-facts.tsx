import styled from 'styled-components';
import type { HealthFacts } from '../../../shared/advice.ts';
import { useWords } from '../../frame/joined.tsx';
import { Quiet, Said } from '../look.tsx';
import type { Key } from '../words.ts';

const Facts = styled.ul`
  display: flex;
  flex-direction: column;
  gap: 4px;
  padding: 0;
  list-style: none;
`;

/** Why an article has its health: counts, and the sentences in doubt with what agents say in their place. */
export function ArticleFacts({ why, asOf }: { why: HealthFacts; asOf: number }) {
  const { t, ago, date } = useWords<Key>();
  const { statements, confirmed, asked, saidWrong, saidRight, healedAt, editedAt } = why;
  const lines = [
    asked > 0 ? t('fact_asked', { count: asked }) : t('fact_no_one'),
    statements > 0 && asked > 0 && t('fact_confirmed', { confirmed, statements }),
    saidWrong > 0 && t('fact_wrong', { count: saidWrong }),
    saidRight > 0 && t('fact_right', { count: saidRight }),
    healedAt !== null ? t('fact_healed', { ago: ago(healedAt, asOf) }) : t('fact_edited', { date: date(editedAt) }),
  ].filter((line) => line !== false);
  return (
    <Facts>
      {lines.map((line) => (
        <Quiet as="li" key={line}>
          {line}
        </Quiet>
      ))}
      {why.doubted.map(({ line, text, instead, people }) => (
        <li key={line}>
          <Quiet>{t('fact_doubted')}</Quiet>
          <Said>{text}</Said>
          {instead && (
            <>
              <Quiet>{t('fact_instead')}</Quiet>
              <Said>{instead}</Said>
            </>
          )}
          {people > 0 && <Quiet>{t('fact_told', { count: people })}</Quiet>}
        </li>
      ))}
    </Facts>
  );
}
