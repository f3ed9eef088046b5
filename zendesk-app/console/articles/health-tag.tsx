import { Tag } from '@zendeskgarden/react-tags';
import type { ArticleHealth } from '../../../shared/advice.ts';
import { useConsoleWords } from '../keys.ts';

const HUES: Readonly<Record<ArticleHealth, string>> = {
  patch_waiting: 'blue',
  contested: 'red',
  stale: 'yellow',
  healed_recently: 'blue',
  validated: 'green',
  unproven: 'grey',
};

/** Every health there is, those that need somebody first. */
export const HEALTHS = Object.keys(HUES) as ArticleHealth[];

/** An article's health as a word; the colour only repeats it. */
export function HealthTag({ health }: { health: ArticleHealth }) {
  const { t } = useConsoleWords();
  return (
    <Tag size="small" hue={HUES[health]}>
      <span>{t(`health.${health}`)}</span>
    </Tag>
  );
}
