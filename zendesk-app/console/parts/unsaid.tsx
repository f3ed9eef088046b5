import type { DecisionView } from '../../../shared/console/review.ts';
import { useConsoleWords } from '../keys.ts';
import { Link, Quiet } from './layout.tsx';
import { Said } from './said.tsx';

/** What agents said often and the proposal does not say: each in their words, with the reason. */
export function UnsaidList({ unsaid: { shown, hidden } }: { unsaid: DecisionView['unsaid'] }) {
  const { t } = useConsoleWords();
  if (shown.length === 0) return null;
  return (
    <details>
      <summary>{t('review.unsaid', { count: shown.length })}</summary>
      <ul>
        {shown.map((one) => (
          <li key={`${one.conversationId} ${one.text}`}>
            {one.text}{' '}
            <Quiet>
              <Said it={one.why} />{' '}
              <Link href={one.url} target="_blank" rel="noreferrer noopener">
                {t('quote.ticket', { id: one.conversationId })}
              </Link>
            </Quiet>
          </li>
        ))}
      </ul>
      {hidden > 0 && <Quiet>{t('quote.hidden', { count: hidden })}</Quiet>}
    </details>
  );
}
