import { ToggleButton } from '@zendeskgarden/react-buttons';
import { getColor } from '@zendeskgarden/react-theming';
import { createElement, type ReactNode, useState } from 'react';
import styled from 'styled-components';
import type { Change, DiffLine } from '../../../shared/console/change.ts';
import { useConsoleWords } from '../keys.ts';
import { Columns, Line, Quiet, Stack } from './layout.tsx';
import { inOrder, Rendered } from './rendered.tsx';

const Side = styled.div`
  border: 1px solid ${({ theme }) => getColor({ variable: 'border.subtle', theme })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  padding: 12px;
  min-width: 0;
`;
const Lines = styled.div`
  border: 1px solid ${({ theme }) => getColor({ variable: 'border.subtle', theme })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  padding: 8px 0;
`;
const Row = styled.p<{ $kind: DiffLine['kind'] }>`
  padding: 2px 12px;
  white-space: pre-wrap;
  background: ${({ $kind, theme }) =>
    $kind === 'same'
      ? 'transparent'
      : getColor({ variable: $kind === 'removed' ? 'background.danger' : 'background.success', theme })};
  ins, del { font-weight: ${({ theme }) => theme.fontWeights.semibold}; }
  del { text-decoration: line-through; }
  ins { text-decoration: underline; }
`;
/** Words that a check refuses, where they stand. */
const Wrong = styled.mark`
  background: ${({ theme }) => getColor({ variable: 'background.dangerEmphasis', theme })};
  color: ${({ theme }) => getColor({ variable: 'foreground.onEmphasis', theme })};
  padding: 0 2px;
`;

type Way = 'lines' | 'both';

/** A change: what differs line by line, or the article before and after as customers see it. */
export function ChangeView({ change, wrong = [] }: { change: Change; wrong?: readonly string[] }) {
  const { t } = useConsoleWords();
  const [way, setWay] = useState<Way>(change.before ? 'lines' : 'both');
  if (change.terms.length > 0 && change.lines.every((line) => line === null || line.kind === 'same'))
    return (
      <p>
        {t('change.terms')} <strong>{change.terms.join(', ')}</strong>
      </p>
    );
  return (
    <Stack $gap={8}>
      {change.before && (
        <Line role="group" aria-label={t('change.way')}>
          {(['lines', 'both'] as const).map((one) => (
            <ToggleButton key={one} size="small" isPressed={way === one} onClick={() => setWay(one)}>
              {t(`change.${one}`)}
            </ToggleButton>
          ))}
        </Line>
      )}
      {way === 'lines' && change.before ? (
        <DiffLines lines={change.lines} wrong={wrong} />
      ) : (
        <BothSides change={change} wrong={wrong} />
      )}
    </Stack>
  );
}

function BothSides({ change, wrong }: { change: Change; wrong: readonly string[] }) {
  const { t } = useConsoleWords();
  return (
    <Columns>
      {change.before && (
        <Stack $gap={4}>
          <Quiet>{t('change.before')}</Quiet>
          <Side role="region" aria-label={t('change.before')}>
            <strong>{change.before.title}</strong>
            <Rendered body={change.before.body} mark="before" />
          </Side>
        </Stack>
      )}
      <Stack $gap={4}>
        {change.before && <Quiet>{t('change.after')}</Quiet>}
        <Side role="region" aria-label={t(change.before ? 'change.after' : 'change.new')}>
          <strong>{change.after.title}</strong>
          <Rendered body={change.after.body} mark="after" text={(text) => withWrong(text, wrong)} />
        </Side>
      </Stack>
    </Columns>
  );
}

function DiffLines({ lines, wrong }: { lines: Change['lines']; wrong: readonly string[] }) {
  const { t } = useConsoleWords();
  return (
    <Lines role="region" aria-label={t('change.lines')}>
      {inOrder(lines.map((line) => diffRow(line, wrong)))}
    </Lines>
  );
}

function marked(kind: DiffLine['kind'], text: ReactNode): ReactNode {
  if (kind === 'same') return text;
  return createElement(kind === 'removed' ? 'del' : 'ins', null, text);
}

/** A text with the words that a check refuses marked where they stand. */
function withWrong(text: string, wrong: readonly string[]): ReactNode {
  const found = wrong.find((words) => words !== '' && text.includes(words));
  if (found === undefined) return text;
  const at = text.indexOf(found);
  return inOrder([
    text.slice(0, at),
    createElement(Wrong, null, found),
    withWrong(text.slice(at + found.length), wrong),
  ]);
}

function diffRow(line: DiffLine | null, wrong: readonly string[]): ReactNode {
  if (line === null)
    return (
      <Row $kind="same" aria-hidden>
        ⋯
      </Row>
    );
  return (
    <Row $kind={line.kind}>
      {line.kind === 'same' ? '  ' : line.kind === 'removed' ? '− ' : '+ '}
      {inOrder(
        line.parts.map((part) => {
          const text = line.kind === 'added' ? withWrong(part.text, wrong) : part.text;
          return part.isChanged ? marked(line.kind, text) : text;
        }),
      )}
    </Row>
  );
}
