import { IconButton } from '@zendeskgarden/react-buttons';
import { Tag } from '@zendeskgarden/react-tags';
import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import type { Queue, QueueItem } from '../../../shared/console/review.ts';
import { named, useConsoleWords } from '../keys.ts';
import { Line, Quiet, Stack } from '../parts/layout.tsx';
import { linkTo } from '../route.ts';

const List = styled.ol`
  list-style: none;
  padding: 0;
  display: flex;
  flex-direction: column;
  gap: 4px;
  max-height: calc(100vh - 180px);
  overflow-y: auto;
  @media (max-width: 860px) { max-height: none; }
`;
const Item = styled.a`
  display: flex;
  flex-direction: column;
  gap: 2px;
  padding: 8px 10px;
  border-radius: ${({ theme }) => theme.borderRadii.md};
  border-inline-start: 3px solid transparent;
  color: inherit;
  text-decoration: none;
  &:hover { background: ${({ theme }) => getColor({ variable: 'background.subtle', theme })}; }
  &[aria-current] {
    background: ${({ theme }) => getColor({ variable: 'background.subtle', theme })};
    border-inline-start-color: ${({ theme }) => getColor({ variable: 'border.primaryEmphasis', theme })};
  }
  &:focus-visible { outline: 2px solid ${({ theme }) => getColor({ variable: 'border.primaryEmphasis', theme })}; outline-offset: -2px; }
`;

/** What waits, what prevents most tickets a second of review first. */
export function QueueList({ queue, fixId, onHelp }: { queue: Queue; fixId: string | null; onHelp: () => void }) {
  const { t } = useConsoleWords();
  const { medianMs, decisions } = queue.pace;
  return (
    <Stack $gap={8}>
      <Line $end>
        <Quiet>
          {t('review.count', { count: queue.items.length })}
          {medianMs !== null && ` · ${t('review.pace', { seconds: Math.round(medianMs / 1000), count: decisions })}`}
        </Quiet>
        <IconButton size="small" aria-label={t('help.open')} onClick={onHelp}>
          <span aria-hidden>?</span>
        </IconButton>
      </Line>
      <List aria-label={t('review.list')}>
        {queue.items.map((item) => (
          <li key={item.fixId} id={`item-${item.fixId}`}>
            <Row item={item} isOpen={item.fixId === fixId} />
          </li>
        ))}
      </List>
    </Stack>
  );
}

function Row({ item, isOpen }: { item: QueueItem; isOpen: boolean }) {
  const words = useConsoleWords();
  const { t } = words;
  return (
    <Item href={linkTo('review', item.fixId)} aria-current={isOpen ? 'true' : undefined}>
      <strong>{item.title}</strong>
      <Quiet>{named(words, 'kind', item.kind)}</Quiet>
      {item.glimpse !== null && <span>{item.glimpse}</span>}
      <Line $gap={4}>
        {item.state === 'escalated' && (
          <Tag size="small" hue="yellow">
            <span>{t('fix.escalated')}</span>
          </Tag>
        )}
        <Quiet>
          {t('review.worth', {
            prevented: words.number(item.worth.prevented, 1),
            seconds: Math.round(item.worth.seconds),
          })}
        </Quiet>
      </Line>
    </Item>
  );
}
