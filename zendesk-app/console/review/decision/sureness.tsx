import type { DecisionView } from '../../../../shared/console/review.ts';
import { named, useConsoleWords } from '../../keys.ts';
import { Card, Facts, Heading, Quiet, Stack } from '../../parts/layout.tsx';
import { Said } from '../../parts/said.tsx';

/** Why, in two lines: who asked and who said so; how likely it is right, and what that was worth so far. */
export function Why({ view }: { view: DecisionView }) {
  const { t, percent, number } = useConsoleWords();
  const { confidence, alike, agents } = view.sureness;
  return (
    <Stack $gap={2}>
      <span>
        {t('review.asked', { count: view.people, week: number(view.perWeek, 1) })} {t('review.said', { count: agents })}
      </span>
      <span>
        {confidence !== null && <strong>{t('sure.percent', { percent: percent(confidence) })}</strong>}{' '}
        <Quiet>
          {alike ? t('sure.alike', { approved: alike.approved, decided: alike.decided }) : t('sure.noAlike')}
        </Quiet>
      </span>
      {view.state === 'in_review' && view.reason && (
        <Quiet>
          <Said it={view.reason} />
        </Quiet>
      )}
      {view.openQuestions.map((question) => (
        <span key={JSON.stringify(question)}>
          ⚠ <Said it={question} />
        </span>
      ))}
    </Stack>
  );
}

/** What speaks for and against the proposal: past questions, checks, and the parts of how likely it is right. */
export function Sureness({ view }: { view: DecisionView }) {
  const words = useConsoleWords();
  const { t, number } = words;
  const { shares, learnedFrom, neededForCalibration } = view.sureness;
  const { rehearsal } = view;
  const passed = view.gates.filter((gate) => gate.isPassed).length;
  return (
    <Card as="details">
      <summary>
        {t('sure.parts')} <Quiet>{t('sure.checks', { count: passed, of: view.gates.length })}</Quiet>
      </summary>
      <Stack $gap={8} style={{ marginTop: 8 }}>
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
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {view.gates.map((gate) => (
            <li key={`${gate.name} ${JSON.stringify(gate.detail)}`}>
              {gate.isPassed ? '✓' : '✗'} {named(words, 'said/gate', gate.name)}: <Said it={gate.detail} />
            </li>
          ))}
        </ul>
        <Facts>
          {shares.map((share) => (
            <div key={share.name} style={{ display: 'contents' }}>
              <dt>{named(words, 'share', share.name)}</dt>
              <dd>
                {share.logOdds >= 0 ? '+' : '−'}
                {number(Math.abs(share.logOdds), 1)}
              </dd>
            </div>
          ))}
        </Facts>
        {learnedFrom < neededForCalibration && (
          <Quiet>{t('sure.uncalibrated', { learnedFrom, needed: neededForCalibration })}</Quiet>
        )}
      </Stack>
    </Card>
  );
}

/** What happens if the proposal is wrong: who would read it, how often, and whether it can be taken back. */
export function IfWrong({ view }: { view: DecisionView }) {
  const { t } = useConsoleWords();
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
          {isText && (
            <li>{t(isPublic ? 'wrong.public' : 'wrong.segment', { count: Math.round(perWeek * 10) / 10 })}</li>
          )}
          {!isForTeam && <li>{t(isReversible ? 'wrong.reversible' : 'wrong.irreversible')}</li>}
          {isNew && isText && <li>{t('wrong.new')}</li>}
          {isSensitive && <li>{t('wrong.sensitive')}</li>}
          {regressions > 0 && <li>{t('wrong.regressions', { count: regressions })}</li>}
        </ul>
      </Stack>
    </Card>
  );
}
