import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { DecisionView } from '../../../../shared/console/review.ts';
import { MINUTE_MS } from '../../../../shared/time.ts';
import { copied } from '../../../frame/clipboard.ts';
import { useConsoleWords } from '../../keys.ts';
import { Line, Link, Quiet } from '../../parts/layout.tsx';
import { linesIn } from '../../parts/lines.ts';
import { linkTo } from '../../route.ts';

/** What a habit's proposal rests on in figures, and what a person needs to carry it out; nothing for other proposals. */
export function HabitFacts({ view }: { view: DecisionView }) {
  const { t } = useConsoleWords();
  const [isCopied, setIsCopied] = useState(false);
  const { kind, cause, article, gap } = view;
  if (cause !== 'repeated_reply' && cause !== 'handed_on') return null;
  const of = (name: string) => gap?.statistics[name] ?? 0;
  const inHundred = (name: string) => Math.floor(100 * of(name));
  const copy = async () => setIsCopied(await copied(textOf(view)));
  return (
    <>
      <p>
        {kind === 'reply_template'
          ? t('habit.reply', {
              told: of('told'),
              asked: of('asked'),
              agents: of('agents'),
              people: of('people'),
              works: inHundred('works'),
            })
          : t('habit.handed', {
              people: of('people'),
              asked: of('asked'),
              share: inHundred('share'),
              delay: Math.round(of('delayMs') / MINUTE_MS),
            })}
      </p>
      {kind === 'reply_template' && article && (
        <Quiet>
          {t('habit.link')} <Link href={linkTo('articles', article.id, article.locale)}>{article.title}</Link>
        </Quiet>
      )}
      {kind === 'routing_rule' && <Quiet as="p">{t('habit.steps')}</Quiet>}
      <Line>
        <Button size="small" onClick={() => void copy()}>
          {t('habit.copy')}
        </Button>
        <Quiet role="status">{isCopied ? t('habit.copied') : t(view.savesMacro ? 'habit.saves' : 'habit.todo')}</Quiet>
      </Line>
    </>
  );
}

/** The proposal as plain text, with the address of the article that goes along. */
function textOf({ change, article, kind }: DecisionView): string {
  const lines = linesIn(change.after.body);
  if (kind === 'reply_template' && article) lines.push(`${article.title}: ${article.url}`);
  return lines.join('\n');
}
