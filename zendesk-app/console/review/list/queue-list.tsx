import { IconButton } from '@zendeskgarden/react-buttons';
import { Tag } from '@zendeskgarden/react-tags';
import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import type { Queue, QueueItem } from '../../../../shared/console/review.ts';
import { named, useConsoleWords } from '../../keys.ts';
import { Line, Quiet, Stack } from '../../parts/layout.tsx';
import { linkHere } from '../../route.ts';

const List = styled.ol`
  list-style: none;
  padding: 0;
  display: flex;
  flex-direction: column;
  min-height: 0;
  overflow-y: auto;
  overscroll-behavior: contain;
  @media (max-width: 860px) { overflow-y: visible; }
`;
const Row = styled.li`
  display: grid;
  grid-template-columns: auto minmax(0, 1fr);
  align-items: start;
  border-bottom: 1px solid ${({ theme }) => getColor({ variable: 'border.subtle', theme })};
  input { margin: 13px 0 0 8px; }
`;
const Item = styled.a`
  display: flex;
  flex-direction: column;
  gap: 2px;
  padding: 8px 10px;
  border-inline-start: 3px solid transparent;
  color: inherit;
  text-decoration: none;
  min-width: 0;
  &:hover { background: ${({ theme }) => getColor({ variable: 'background.subtle', theme })}; }
  &[aria-current] {
    background: ${({ theme }) => getColor({ variable: 'background.subtle', theme })};
    border-inline-start-color: ${({ theme }) => getColor({ variable: 'border.primaryEmphasis', theme })};
  }
  &:focus-visible { outline: 2px solid ${({ theme }) => getColor({ variable: 'border.primaryEmphasis', theme })}; outline-offset: -2px; }
`;
const OneLine = styled.span`
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
`;

/** What the selection shows of the queue; each can be marked, to be decided with others. */
export function QueueList(list: {
  queue: Queue;
  items: readonly QueueItem[];
  fixId: string | null;
  marked: ReadonlySet<string>;
  mayMark: boolean;
  onMark: (fixId: string) => void;
  onHelp: () => void;
}) {
  const { t, number } = useConsoleWords();
  const { queue, items } = list;
  const { medianMs, decisions } = queue.pace;
  return (
    <Stack $gap={6} style={{ minHeight: 0 }}>
      <Line $end>
        <Quiet>
          {items.length === queue.items.length
            ? t('review.count', { count: items.length })
            : t('review.countOf', { count: items.length, of: number(queue.items.length) })}
          {medianMs !== null && ` · ${t('review.pace', { seconds: Math.round(medianMs / 1000), count: decisions })}`}
        </Quiet>
        <IconButton size="small" aria-label={t('help.open')} onClick={list.onHelp}>
          <span aria-hidden>?</span>
        </IconButton>
      </Line>
      <List aria-label={t('review.list')}>
        {items.map((item) => (
          <Row key={item.fixId} id={`item-${item.fixId}`}>
            {list.mayMark ? (
              <input
                type="checkbox"
                aria-label={t('review.mark', { title: item.title })}
                checked={list.marked.has(item.fixId)}
                onChange={() => list.onMark(item.fixId)}
              />
            ) : (
              <span />
            )}
            <Entry item={item} isOpen={item.fixId === list.fixId} />
          </Row>
        ))}
      </List>
    </Stack>
  );
}

function Entry({ item, isOpen }: { item: QueueItem; isOpen: boolean }) {
  const words = useConsoleWords();
  const { t } = words;
  const who = item.assignee ? ` · ${item.assignee.name}` : '';
  return (
    <Item href={linkHere('review', item.fixId)} aria-current={isOpen ? 'true' : undefined}>
      <strong>{item.title}</strong>
      <Quiet>{`${named(words, 'kind', item.kind)}${item.category ? ` · ${item.category}` : ''}${who}`}</Quiet>
      {item.glimpse !== null && <OneLine>{item.glimpse}</OneLine>}
      <Line $gap={4}>
        {item.state === 'escalated' && (
          <Tag size="small" hue="yellow">
            <span>{t('fix.escalated')}</span>
          </Tag>
        )}
        {item.hasFailed && (
          <Tag size="small" hue="red">
            <span>{t('review.hasFailed')}</span>
          </Tag>
        )}
        {item.snoozedUntil !== null && (
          <Tag size="small">
            <span>{t('snooze.until', { at: words.dateTime(item.snoozedUntil) })}</span>
          </Tag>
        )}
        <Quiet>
          {t('review.worth', {
            count: Math.round(item.worth.prevented * 10) / 10,
            seconds: Math.round(item.worth.seconds),
          })}
        </Quiet>
      </Line>
    </Item>
  );
}
