import type { ArticleView } from '../../../shared/console/knowledge.ts';
import { useLoad } from '../../frame/load.ts';
import { useLookAgain } from '../../frame/look-again.ts';
import { named, useConsoleWords } from '../keys.ts';
import { Card, Columns, Heading, Line, Link, Quiet, Stack } from '../parts/layout.tsx';
import { Page } from '../parts/page.tsx';
import { Rendered } from '../parts/rendered.tsx';
import { Shown } from '../parts/states.tsx';
import { linkTo } from '../route.ts';
import { Claims } from './claims.tsx';
import { HealthTag } from './health-tag.tsx';
import { Versions } from './versions.tsx';

/** One article: its health and why, what it states and how that fared, and its versions. */
export function ArticleDetail({ id, locale }: { id: string; locale: string }) {
  const words = useConsoleWords();
  const { t } = words;
  const loaded = useLoad<ArticleView>(`/app/console/articles/${encodeURIComponent(id)}/${encodeURIComponent(locale)}`);
  useLookAgain(loaded.value?.gaps.some(({ state }) => state === 'approved') ?? false, loaded.reload);
  return (
    <Stack>
      <Link href={linkTo('articles')}>{t('articles.back')}</Link>
      <Shown of={loaded}>
        {(article) => (
          <Page title={article.title} lead={`${article.section} · ${article.locale}`}>
            <Line>
              <HealthTag health={article.health} />
              <Quiet>
                {t('articles.why', {
                  asked: article.asked,
                  confirmed: article.why.confirmed,
                  statements: article.why.statements,
                })}
              </Quiet>
              <Link href={article.url} target="_blank" rel="noreferrer noopener">
                {t('articles.open')}
              </Link>
              {!article.isPublic && <Quiet>{t('articles.restricted')}</Quiet>}
            </Line>
            {article.gaps.map((gap) => (
              <Line key={gap.id}>
                <Link href={linkTo('gaps', gap.id)}>{gap.title}</Link>
                <Quiet>{`${named(words, 'cause', gap.cause)} · ${named(words, 'gap', gap.state)}`}</Quiet>
              </Line>
            ))}
            <Claims claims={article.claims} />
            <Columns>
              <Versions article={article} onReverted={loaded.reload} />
              <Card>
                <Stack $gap={8}>
                  <Heading>{t('articles.now')}</Heading>
                  <Rendered body={article.body} />
                  {article.labels.length > 0 && (
                    <Quiet>{t('articles.labels', { labels: article.labels.join(', ') })}</Quiet>
                  )}
                </Stack>
              </Card>
            </Columns>
          </Page>
        )}
      </Shown>
    </Stack>
  );
}
