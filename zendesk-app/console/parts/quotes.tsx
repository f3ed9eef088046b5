import { Button } from '@zendeskgarden/react-buttons';
import { getColor } from '@zendeskgarden/react-theming';
import { useState } from 'react';
import styled from 'styled-components';
import type { Quotes } from '../../../shared/console/review.ts';
import { useConsoleWords } from '../keys.ts';
import { Link, Quiet, Stack } from './layout.tsx';

const Quote = styled.blockquote`
  border-inline-start: 3px solid ${({ theme }) => getColor({ variable: 'border.default', theme })};
  padding: 2px 12px;
  white-space: pre-line;
`;

/** People's words with the way to their tickets, the same words once; of those that may not be seen, how many there are. */
export function QuoteList({ quotes, none, atFirst }: { quotes: Quotes; none: string; atFirst?: number }) {
  const { t } = useConsoleWords();
  const [isAll, setAll] = useState(atFirst === undefined);
  const said = [...Map.groupBy(quotes.shown, ({ text }) => text)];
  const shown = isAll ? said : said.slice(0, atFirst);
  const left = said.length - shown.length;
  const isNone = quotes.shown.length === 0 && quotes.hidden === 0;
  return (
    <Stack $gap={8}>
      {isNone && <Quiet>{none}</Quiet>}
      {shown.map(([text, of]) => (
        <Quote key={text}>
          {text}{' '}
          {of.map(({ conversationId, url }) => (
            <Quiet key={conversationId}>
              <Link href={url} target="_blank" rel="noreferrer noopener">
                {t('quote.ticket', { id: conversationId })}
              </Link>{' '}
            </Quiet>
          ))}
        </Quote>
      ))}
      {left > 0 && (
        <div>
          <Button size="small" isLink onClick={() => setAll(true)}>
            {t('act.more', { count: left })}
          </Button>
        </div>
      )}
      {quotes.hidden > 0 && <Quiet>{t('quote.hidden', { count: quotes.hidden })}</Quiet>}
    </Stack>
  );
}
