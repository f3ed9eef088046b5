import type { DecisionView } from '../../../shared/console/review.ts';
import { named, useConsoleWords } from '../keys.ts';
import { Bar } from '../parts/bar.tsx';
import { Card, Facts, Heading, Quiet, Stack } from '../parts/layout.tsx';
import { Said } from '../parts/said.tsx';

/** How sure the proposal is and what that is earned from: evidence, rehearsal, checks, and how earlier ones ended. */
export function Sureness({ view }: { view: DecisionView }) {
  const words = useConsoleWords();
  const { t, percent, number } = words;
  const { confidence, shares, alike, learnedFrom, neededForCalibration } = view.sureness;
  const { rehearsal } = view;
  return (
    <Card>
      <Stack $gap={8}>
        <Heading as="h3">
          {t('sure.title')} {confidence !== null && percent(confidence)}
        </Heading>
        {confidence !== null && <Bar share={confidence} label={t('sure.title')} />}
        <Quiet as="p">
          {alike ? t('sure.alike', { approved: alike.approved, decided: alike.decided }) : t('sure.noAlike')}{' '}
          {learnedFrom < neededForCalibration && t('sure.uncalibrated', { learnedFrom, needed: neededForCalibration })}
        </Quiet>
        <p>
          {rehearsal
            ? t('sure.rehearsal', {
                tried: rehearsal.tried,
                wins: rehearsal.wins,
                controls: rehearsal.controls,
                regressions: rehearsal.regressions,
              })
            : t('sure.noRehearsal')}
        </p>
        {view.openQuestions.map((question) => (
          <p key={JSON.stringify(question)}>
            ⚠ <Said it={question} />
          </p>
        ))}
        <details>
          <summary>{t('sure.parts')}</summary>
          <Facts>
            {shares.map((share) => (
              <div key={share.name} style={{ display: 'contents' }}>
                <dt>{named(words, 'share', share.name)}</dt>
                <dd>
                  {share.logOdds >= 0 ? '+' : '−'}
                  {number(Math.abs(share.logOdds), 2)}
                </dd>
              </div>
            ))}
          </Facts>
        </details>
        <details>
          <summary>
            {t('sure.checks', { count: view.gates.filter((gate) => gate.isPassed).length, of: view.gates.length })}
          </summary>
          <ul>
            {view.gates.map((gate) => (
              <li key={`${gate.name} ${JSON.stringify(gate.detail)}`}>
                {gate.isPassed ? '✓' : '✗'} {named(words, 'said/gate', gate.name)}: <Said it={gate.detail} />
              </li>
            ))}
          </ul>
        </details>
      </Stack>
    </Card>
  );
}

/** What happens if the proposal is wrong: who would read it, how often, and whether it can be taken back. */
export function IfWrong({ view }: { view: DecisionView }) {
  const { t, number } = useConsoleWords();
  const isText = view.kind === 'article_patch' || view.kind === 'new_article';
  const isForTeam = !isText && view.kind !== 'terms';
  const { perWeek, isPublic, isNew, isSensitive, isReversible, regressions } = view.ifWrong;
  return (
    <Card>
      <Stack $gap={6}>
        <Heading as="h3">{t('wrong.title')}</Heading>
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {view.kind === 'terms' && <li>{t('wrong.terms')}</li>}
          {isForTeam && <li>{t('wrong.team')}</li>}
          {isText && <li>{t(isPublic ? 'wrong.public' : 'wrong.segment', { week: number(perWeek, 1) })}</li>}
          {!isForTeam && <li>{t(isReversible ? 'wrong.reversible' : 'wrong.irreversible')}</li>}
          {isNew && isText && <li>{t('wrong.new')}</li>}
          {isSensitive && <li>{t('wrong.sensitive')}</li>}
          {regressions > 0 && <li>{t('wrong.regressions', { count: regressions })}</li>}
        </ul>
      </Stack>
    </Card>
  );
}
