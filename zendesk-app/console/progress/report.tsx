import { Button } from '@zendeskgarden/react-buttons';
import styled, { createGlobalStyle } from 'styled-components';
import type { Figure, FigureId, Figures } from '../../../shared/measure/figure.ts';
import { useConsoleWords } from '../keys.ts';
import { Link, Stack } from '../parts/layout.tsx';
import { Page } from '../parts/page.tsx';
import { linkTo } from '../route.ts';
import { byId, GROUPS, inUnit, isCount, periodName, restsOn } from './shown.ts';

/** On paper there is the report alone: two sheets of A4 or letter, black on white. */
const OnPaper = createGlobalStyle`
  @page { margin: 14mm; }
  @media print {
    body, body * { color: black !important; background: white !important; }
    body * { visibility: hidden; }
    [data-sheet], [data-sheet] * { visibility: visible; }
    [data-sheets] { position: absolute; inset: 0 0 auto 0; }
    [data-sheet] { break-inside: avoid; }
    [data-sheet] + [data-sheet] { break-before: page; }
    [data-sheet] table { font-size: 10px !important; }
  }
`;
const Sheet = styled.section`
  display: flex;
  flex-direction: column;
  gap: 12px;
  h1 { font-size: 20px; }
  h2 { font-size: 14px; font-weight: 600; }
  table { width: 100%; border-collapse: collapse; font-size: 12px; line-height: 1.3; }
  small { font-size: inherit; }
  td, th { text-align: start; padding: 3px 6px; border-bottom: 1px solid ${({ theme }) => theme.palette.grey?.[400]}; vertical-align: top; }
  td + td, th + th { text-align: end; white-space: nowrap; }
`;

/** Groups of figures that the second sheet holds; the first has the rest. */
const SECOND: readonly string[] = ['knowledge', 'changes', 'team'];

/** The month's figures on two sheets: this month, the one before, its interval, and what each means. */
export function Report({ figures }: { figures: Figures }) {
  const words = useConsoleWords();
  const { t } = words;
  const [before, month] = (byId(figures.figures, 'conversations')?.periods ?? []).slice(-2).map(({ at }) => at);
  const title = `${t('figures.report')}: ${month ? periodName(words, 'month', month) : '–'}`;
  const sheets = [
    GROUPS.filter(({ name }) => !SECOND.includes(name)),
    GROUPS.filter(({ name }) => SECOND.includes(name)),
  ];
  const unmeasured = figures.figures.filter(({ all }) => all.n === 0).map(({ id }) => t(`figure.${id}`));
  const actions = (
    <>
      <Link href={linkTo('progress')}>{t('nav.progress')}</Link>
      <Button size="small" onClick={() => print()}>
        {t('figures.print')}
      </Button>
    </>
  );
  return (
    <Page title={t('figures.report')} actions={actions}>
      <OnPaper />
      <Stack $gap={24} data-sheets>
        {sheets.map((groups, n) => (
          <Sheet key={groups[0]?.name} data-sheet>
            <h2>{`${title} (${n + 1}/${sheets.length})`}</h2>
            {groups
              .filter(({ ids }) => measuredOf(figures, ids).length > 0)
              .map(({ name, ids }) => (
                <table key={name}>
                  <thead>
                    <tr>
                      <th scope="col">{t(`figures.group.${name}`)}</th>
                      <th scope="col">{t('figures.value')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {measuredOf(figures, ids).map((figure) => (
                      <ReportRow key={figure.id} figure={figure} month={month} before={before} />
                    ))}
                  </tbody>
                </table>
              ))}
            {n === sheets.length - 1 && unmeasured.length > 0 && (
              <small>{t('figures.unmeasured', { figures: words.list(unmeasured) })}</small>
            )}
          </Sheet>
        ))}
      </Stack>
    </Page>
  );
}

/** Those that there is something to measure of: paper has no room for the others, which are named below. */
function measuredOf(figures: Figures, ids: readonly FigureId[]): Figure[] {
  return ids
    .map((id) => byId(figures.figures, id))
    .filter((figure) => figure !== null)
    .filter(({ all }) => all.n > 0);
}

function ReportRow({
  figure,
  month,
  before,
}: {
  figure: Figure;
  month?: string | undefined;
  before?: string | undefined;
}) {
  const words = useConsoleWords();
  const { t } = words;
  const of = (at: string | undefined) => figure.periods.find((period) => period.at === at);
  const now = of(month) ?? figure.all;
  const earlier = of(before);
  const value = now.isEnough ? inUnit(words, figure.unit, now.value) : '–';
  return (
    <tr>
      <td>
        <strong>{t(`figure.${figure.id}`)}</strong>
        <br />
        <small>{t(`figure.${figure.id}.is`)}</small>
      </td>
      <td>
        <strong>{value}</strong>{' '}
        {earlier?.isEnough && (
          <small>{t('figures.before', { value: inUnit(words, figure.unit, earlier.value) })}</small>
        )}
        <br />
        <small>{restsOn(words, figure.unit, now, isCount(figure))}</small>
      </td>
    </tr>
  );
}
