import type { Value, Worth } from '../../../shared/measure/figure.ts';
import { useConsoleWords } from '../keys.ts';
import { Card, Facts, Heading, Quiet, Stack } from '../parts/layout.tsx';

/** What changes were worth against issues that nobody treated; or what is lacking to say so. */
export function ValueCard({ value, worth }: { value: Value | null; worth: Worth | null }) {
  const words = useConsoleWords();
  const { t, number, percent } = words;
  return (
    <Card>
      <Stack $gap={8}>
        <Heading>{t('value.title')}</Heading>
        {value?.state === 'measured' ? (
          <>
            <strong>
              {t(value.ratio.high < 1 ? 'value.less' : value.ratio.low > 1 ? 'value.more' : 'value.open', {
                share: percent(Math.abs(1 - value.ratio.value)),
              })}
            </strong>
            <Facts>
              <dt>{t('value.ratio')}</dt>
              <dd>
                {t('figures.interval', {
                  low: percent(value.ratio.low - 1),
                  high: percent(value.ratio.high - 1),
                })}
              </dd>
              <dt>{t('value.prevented')}</dt>
              <dd>
                {`${number(value.prevented.value)} · ${t('figures.interval', {
                  low: number(value.prevented.low),
                  high: number(value.prevented.high),
                })}`}
              </dd>
              {worth && (
                <>
                  <dt>{t('value.hours')}</dt>
                  <dd>
                    {`${number(worth.hours.value)} · ${t('figures.interval', {
                      low: number(worth.hours.low),
                      high: number(worth.hours.high),
                    })}`}
                  </dd>
                  {worth.cost && (
                    <>
                      <dt>{t('value.cost', { currency: worth.currency })}</dt>
                      <dd>
                        {`${number(worth.cost.value)} · ${t('figures.interval', {
                          low: number(worth.cost.low),
                          high: number(worth.cost.high),
                        })}`}
                      </dd>
                    </>
                  )}
                </>
              )}
              <dt>{t('value.chance')}</dt>
              <dd>{percent(value.chance, 1)}</dd>
              <dt>{t('figures.n')}</dt>
              <dd>{t('value.issues', { treated: value.treated, controls: value.controls })}</dd>
            </Facts>
          </>
        ) : (
          <span>
            {value === null
              ? t('value.notYet')
              : t(`value.lacks.${value.lacks}`, { treated: value.treated, controls: value.controls })}
          </span>
        )}
        <Quiet as="p">{t('value.is')}</Quiet>
      </Stack>
    </Card>
  );
}
