import styled from 'styled-components';
import type { PilotView } from '../../../../shared/measure/pilot.ts';
import { useConsoleWords } from '../../keys.ts';
import { Quiet } from '../../parts/layout.tsx';

const STEPS = ['choose', 'observe', 'go', 'compare', 'decide'] as const;

const List = styled.ol`
  display: grid;
  list-style: none;
  padding: 0;
  grid-template-columns: repeat(auto-fit, minmax(min(150px, 100%), 1fr));
  gap: 8px 16px;
  li { display: flex; flex-direction: column; }
`;

/** Which step a pilot stands at. */
function stepOf({ pilot, outcome }: PilotView): number {
  if (!pilot || pilot.state === 'ended') return 0;
  if (pilot.state === 'observing') return 1;
  return outcome && outcome.reason !== 'too_early' ? 4 : 3;
}

/** The way of a pilot, with where it stands: choosing, observing, go, comparing, deciding. */
export function Steps({ view }: { view: PilotView }) {
  const { t } = useConsoleWords();
  const at = stepOf(view);
  return (
    <List aria-label={t('pilot.steps')}>
      {STEPS.map((step, n) => (
        <li key={step} aria-current={n === at ? 'step' : undefined}>
          {n === at ? (
            <strong>{`${n + 1}. ${t(`pilot.step.${step}`)}`}</strong>
          ) : (
            <span>{`${n + 1}. ${t(`pilot.step.${step}`)}`}</span>
          )}
          <Quiet>{n < at ? t('pilot.step.done') : n === at ? t('pilot.step.now') : ''}</Quiet>
        </li>
      ))}
    </List>
  );
}
