import type { Figure, Figures } from '../../../shared/measure/figure.ts';
import { useConsoleWords } from '../keys.ts';
import { Tile } from '../overview/tile.tsx';
import { Grid } from '../parts/grid.tsx';
import { Card, Heading, Link, Quiet, Stack, Tiles } from '../parts/layout.tsx';
import { linkTo } from '../route.ts';
import { byId, GROUPS, HEADLINES, inUnit, isCount, restsOn } from './shown.ts';

/** The few figures that are looked at first, each with the way to all of it. */
export function Headlines({ figures }: { figures: Figures }) {
  const words = useConsoleWords();
  return (
    <Tiles>
      {HEADLINES.map((id) => byId(figures.figures, id))
        .filter((figure) => figure !== null)
        .map((figure) => (
          <Tile
            key={figure.id}
            to={linkTo('progress', figure.id)}
            name={words.t(`figure.${figure.id}`)}
            value={figure.all.isEnough ? inUnit(words, figure.unit, figure.all.value) : '–'}
            note={restsOn(words, figure.unit, figure.all, false)}
          />
        ))}
    </Tiles>
  );
}

/** Every figure by what it tells: its value, its interval, what it rests on, and what it means. */
export function FigureGroups({ figures }: { figures: Figures }) {
  const words = useConsoleWords();
  const { t } = words;
  return (
    <Stack>
      {GROUPS.map(({ name, ids }) => {
        const rows = ids.map((id) => byId(figures.figures, id)).filter((figure) => figure !== null);
        return (
          <Card key={name}>
            <Stack $gap={8}>
              <Heading>{t(`figures.group.${name}`)}</Heading>
              <Grid
                label={t(`figures.group.${name}`)}
                rows={rows}
                keyOf={(figure: Figure) => figure.id}
                minWidth={480}
                columns={[
                  {
                    name: t('figures.name'),
                    width: '60%',
                    cell: (figure) => (
                      <Stack $gap={2}>
                        <Link href={linkTo('progress', figure.id)}>{t(`figure.${figure.id}`)}</Link>
                        <Quiet>{t(`figure.${figure.id}.is`)}</Quiet>
                      </Stack>
                    ),
                  },
                  {
                    name: t('figures.value'),
                    isNumeric: true,
                    cell: (figure) => (
                      <Stack $gap={2}>
                        <strong>{figure.all.isEnough ? inUnit(words, figure.unit, figure.all.value) : '–'}</strong>
                        <Quiet>{restsOn(words, figure.unit, figure.all, isCount(figure))}</Quiet>
                      </Stack>
                    ),
                  },
                ]}
              />
            </Stack>
          </Card>
        );
      })}
    </Stack>
  );
}
