import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import type { Quotes } from '../../../shared/console/review.ts';
import { useConsoleWords } from '../keys.ts';
import { Link, Quiet, Stack } from './layout.tsx';

const Quote = styled.blockquote`
  border-inline-start: 3px solid ${({ theme }) => getColor({ variable: 'border.default', theme })};
  padding: 2px 12px;
  white-space: pre-line;
`;

/** People's words with the way to their ticket; of those that may not be seen, how many there are. */
export function QuoteList({ quotes, none }: { quotes: Quotes; none: string }) {
  const { t } = useConsoleWords();
  const isNone = quotes.shown.length === 0 && quotes.hidden === 0;
  return (
    <Stack $gap={8}>
      {isNone && <Quiet>{none}</Quiet>}
      {quotes.shown.map((quote) => (
        <Quote key={`${quote.conversationId} ${quote.text}`}>
          {quote.text}{' '}
          <Quiet>
            <Link href={quote.url} target="_blank" rel="noreferrer noopener">
              {t('quote.ticket', { id: quote.conversationId })}
            </Link>
          </Quiet>
        </Quote>
      ))}
      {quotes.hidden > 0 && <Quiet>{t('quote.hidden', { count: quotes.hidden })}</Quiet>}
    </Stack>
  );
}
