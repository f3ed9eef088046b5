import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label, Select } from '@zendeskgarden/react-forms';
import type { ArticleRow } from '../../../shared/console/knowledge.ts';
import { useLoad } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { ExportButtons } from '../parts/export.tsx';
import { Grid } from '../parts/grid.tsx';
import { Line, Link, Stack } from '../parts/layout.tsx';
import { Page } from '../parts/page.tsx';
import { usePager } from '../parts/pager.ts';
import { Empty, Shown } from '../parts/states.tsx';
import { choose, linkTo } from '../route.ts';
import { ArticleDetail } from './article.tsx';
import { HEALTHS, HealthTag } from './health-tag.tsx';

/** Every article with how far it can be trusted now, those that need somebody first. */
export function Articles({ id, locale, query }: { id: string | null; locale: string | null; query: string }) {
  const { t } = useConsoleWords();
  const isOne = id !== null && locale !== null;
  const loaded = useLoad<{ articles: ArticleRow[] }>(isOne ? null : '/app/console/articles');
  if (isOne) return <ArticleDetail id={id} locale={locale} />;
  return (
    <Page title={t('nav.articles')} lead={t('articles.lead')} actions={<ExportButtons table="articles" />}>
      <Shown of={loaded}>
        {({ articles }) =>
          articles.length === 0 ? (
            <Empty title={t('articles.none')}>{t('articles.none.text')}</Empty>
          ) : (
            <List articles={articles} query={query} />
          )
        }
      </Shown>
    </Page>
  );
}

function List({ articles, query }: { articles: ArticleRow[]; query: string }) {
  const { t, number, date } = useConsoleWords();
  const wanted = new URLSearchParams(query);
  const of = (name: string) => wanted.get(name) ?? '';
  const set = (name: string, value: string) => {
    if (value === '') wanted.delete(name);
    else wanted.set(name, value);
    choose(wanted.toString());
  };
  const sections = [...new Set(articles.map(({ section }) => section))].sort();
  const found = articles.filter(
    (article) =>
      `${article.title} ${article.section}`.toLowerCase().includes(of('q').trim().toLowerCase()) &&
      (of('health') === '' || article.health === of('health')) &&
      (of('section') === '' || article.section === of('section')),
  );
  const { shown, left, more } = usePager(found);
  return (
    <Stack>
      <Line role="search" aria-label={t('articles.search')}>
        <Field>
          <Label hidden>{t('articles.search')}</Label>
          <Input
            isCompact
            type="search"
            placeholder={t('articles.search')}
            value={of('q')}
            onChange={(event) => set('q', event.target.value)}
          />
        </Field>
        <Field>
          <Label hidden>{t('articles.health')}</Label>
          <Select isCompact value={of('health')} onChange={(event) => set('health', event.target.value)}>
            <option value="">{`${t('articles.health')}: ${t('filter.any')}`}</option>
            {HEALTHS.map((health) => (
              <option key={health} value={health}>
                {`${t(`health.${health}`)} (${number(articles.filter((one) => one.health === health).length)})`}
              </option>
            ))}
          </Select>
        </Field>
        <Field>
          <Label hidden>{t('articles.section')}</Label>
          <Select isCompact value={of('section')} onChange={(event) => set('section', event.target.value)}>
            <option value="">{`${t('articles.section')}: ${t('filter.any')}`}</option>
            {sections.map((section) => (
              <option key={section} value={section}>
                {section}
              </option>
            ))}
          </Select>
        </Field>
      </Line>
      {found.length === 0 ? (
        <p>{t('articles.notFound')}</p>
      ) : (
        <Grid
          label={t('nav.articles')}
          rows={shown}
          keyOf={(article) => `${article.id} ${article.locale}`}
          columns={[
            {
              name: t('articles.title'),
              width: '40%',
              cell: (article) => <Link href={linkTo('articles', article.id, article.locale)}>{article.title}</Link>,
            },
            { name: t('articles.health'), cell: (article) => <HealthTag health={article.health} /> },
            { name: t('articles.section'), cell: (article) => article.section },
            { name: t('articles.asked'), isNumeric: true, width: '90px', cell: (article) => number(article.asked) },
            { name: t('articles.updated'), cell: (article) => date(article.updatedAt) },
          ]}
        />
      )}
      {left > 0 && (
        <Line>
          <Button size="small" onClick={more}>
            {t('act.more', { count: left })}
          </Button>
        </Line>
      )}
    </Stack>
  );
}
