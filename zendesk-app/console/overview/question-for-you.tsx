import { Alert, Title } from '@zendeskgarden/react-notifications';
import { useLoad } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { Link } from '../parts/layout.tsx';
import { linkTo } from '../route.ts';

/** The one question that only the viewer is asked, and the way to it; nothing while there is none. */
export function QuestionForYou() {
  const { t } = useConsoleWords();
  const { value } = useLoad<{ fixId: string | null }>('/app/console/question');
  if (!value?.fixId) return null;
  return (
    <Alert type="info">
      <Title>{t('escalation.yours')}</Title>
      <Link href={linkTo('review', value.fixId)}>{t('escalation.answer')}</Link>
    </Alert>
  );
}
