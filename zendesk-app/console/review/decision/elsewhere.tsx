import { Alert } from '@zendeskgarden/react-notifications';
import type { DecisionView } from '../../../../shared/console/review.ts';
import { useConsoleWords } from '../../keys.ts';
import { Link, Quiet, Stack } from '../../parts/layout.tsx';
import { Said } from '../../parts/said.tsx';
import { linkTo } from '../../route.ts';

/** What else the decision touches, and what to know before: the same sentence of other articles and
 * of macros, and translations that it leaves behind. */
export function Elsewhere({ view }: { view: DecisionView }) {
  const { t } = useConsoleWords();
  const { also, macros, outdated, warnings } = view;
  return (
    <>
      {warnings.map((warning) => (
        <Alert key={warning.code} type="warning">
          <Said it={warning} />
        </Alert>
      ))}
      {also.length > 0 && <strong>{t('review.also', { count: also.length })}</strong>}
      {also.map((text) => (
        <Stack key={`${text.articleId} ${text.locale}`} $gap={2}>
          <Link href={linkTo('articles', text.articleId, text.locale)}>{text.title}</Link>
          <span>
            <del>{text.removed}</del> <ins>{text.added}</ins>
          </span>
        </Stack>
      ))}
      {macros.length > 0 && <strong>{t('review.macros', { count: macros.length })}</strong>}
      {macros.map((macro) => (
        <Stack key={macro.macroId} $gap={2}>
          <span>{macro.title}</span>
          <span>
            <del>{macro.removed}</del> <ins>{macro.added}</ins>
          </span>
        </Stack>
      ))}
      {outdated.length > 0 && (
        <Quiet>{t('review.outdated', { locales: [...new Set(outdated.map((text) => text.locale))].join(', ') })}</Quiet>
      )}
    </>
  );
}
