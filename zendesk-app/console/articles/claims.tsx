import type { ClaimRow } from '../../../shared/console/knowledge.ts';
import { named, useConsoleWords } from '../keys.ts';
import { Grid } from '../parts/grid.tsx';
import { Card, Heading, Quiet, Stack } from '../parts/layout.tsx';

/** What can be checked in an article, with how often agents said it as it stands, and otherwise. */
export function Claims({ claims }: { claims: ClaimRow[] }) {
  const words = useConsoleWords();
  const { t, number } = words;
  return (
    <Card>
      <Stack $gap={8}>
        <Heading>{t('claims.title')}</Heading>
        {claims.length === 0 ? (
          <Quiet>{t('claims.none')}</Quiet>
        ) : (
          <Grid
            label={t('claims.title')}
            rows={claims}
            keyOf={(claim) => claim.text}
            columns={[
              {
                name: t('claims.text'),
                width: '50%',
                cell: (claim) => (
                  <Stack $gap={2}>
                    <span>{claim.text}</span>
                    <Quiet>{claim.kinds.map((kind) => named(words, 'claim', kind)).join(', ')}</Quiet>
                  </Stack>
                ),
              },
              {
                name: t('claims.for'),
                cell: (claim) =>
                  claim.trials === 0 ? (
                    <Quiet>{t('claims.notSeen')}</Quiet>
                  ) : (
                    t('claims.forCount', { said: claim.confirmed, of: claim.trials })
                  ),
              },
              {
                name: t('claims.against'),
                cell: (claim) =>
                  claim.against === 0 ? (
                    <Quiet>{number(0)}</Quiet>
                  ) : (
                    <Stack $gap={2}>
                      <strong>{t('claims.againstCount', { count: claim.against })}</strong>
                      {claim.instead && <Quiet>{claim.instead}</Quiet>}
                    </Stack>
                  ),
              },
            ]}
          />
        )}
      </Stack>
    </Card>
  );
}
