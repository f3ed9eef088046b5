import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import type { ArticleRow } from '../../../shared/console/knowledge.ts';
import { useLoad } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { ExportButtons } from '../parts/export.tsx';
import { Grid } from '../parts/grid.tsx';
import { Line, Link, Stack } from '../parts/layout.tsx';
import { Page } from '../parts/page.tsx';
import { usePager } from '../parts/pager.ts';
import { Empty, Shown } from '../parts/states.tsx';
import { linkTo } from '../route.ts';
import { ArticleDetail } from './article.tsx';
import { HealthTag } from './health-tag.tsx';

/** Every article with how far it can be trusted now, those that need somebody first. */
export function Articles({ id, locale }: { id: string | null; locale: string | null }) {
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
            <List articles={articles} />
          )
        }
      </Shown>
    </Page>
  );
}

function List({ articles }: { articles: ArticleRow[] }) {
  const { t, number, date } = useConsoleWords();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = articles.filter((article) => `${article.title} ${article.section}`.toLowerCase().includes(wanted));
  const { shown, left, more } = usePager(found);
  return (
    <Stack>
      <Field>
        <Label style={{ marginInlineEnd: 8 }}>{t('articles.search')}</Label>
        <Input
          isCompact
          type="search"
          value={search}
          style={{ maxWidth: 320 }}
          onChange={(event) => setSearch(event.target.value)}
        />
      </Field>
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
