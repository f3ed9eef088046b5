import type { GapView } from '../../../shared/console/knowledge.ts';
import { named, useConsoleWords } from '../keys.ts';
import { Bar } from '../parts/bar.tsx';
import { Card, Facts, Heading, Quiet, Stack } from '../parts/layout.tsx';

/** What a gap costs: its score of 100 with every part. */
export function Impact({ gap }: { gap: GapView }) {
  const words = useConsoleWords();
  const { t, number, percent } = words;
  const { score, customers, organizations, perWeek, severity, shares } = gap.impact;
  return (
    <Card>
      <Stack $gap={8}>
        <Heading>{t('impact.title', { score: Math.round(score) })}</Heading>
        <Facts>
          <dt>{t('impact.customers')}</dt>
          <dd>{number(customers)}</dd>
          <dt>{t('impact.organizations')}</dt>
          <dd>{number(organizations)}</dd>
          <dt>{t('impact.perWeek')}</dt>
          <dd>{number(perWeek, 1)}</dd>
          <dt>{t('impact.severity')}</dt>
          <dd>{percent(severity)}</dd>
        </Facts>
        {Object.entries(shares).map(([name, share]) => (
          <Stack key={name} $gap={2}>
            <Quiet>{`${named(words, 'impact.share', name)} · ${number(share * 100, 1)}`}</Quiet>
            <Bar share={share} label={named(words, 'impact.share', name)} />
          </Stack>
        ))}
        <Quiet>{t('impact.note')}</Quiet>
      </Stack>
    </Card>
  );
}
