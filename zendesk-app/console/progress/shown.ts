import type { Figure, FigureId, FigureUnit, Measured } from '../../../shared/measure/figure.ts';
import type { ConsoleWords } from '../keys.ts';

/** Where the team's time goes, in hours: parts of one whole. */
export const HOURS = ['hours_repeats', 'hours_novel', 'hours_review', 'hours_correcting', 'hours_writing'] as const;

/** The figures by what they tell, as the page and the report show them. */
export const GROUPS: readonly {
  name: 'alone' | 'lasts' | 'knowledge' | 'changes' | 'customers' | 'team';
  ids: readonly FigureId[];
}[] = [
  { name: 'alone', ids: ['verified', 'durable_machine', 'contained', 'machine_alone', 'machine_first'] },
  {
    name: 'lasts',
    ids: ['first_contact', 'first_contact_net', 'came_back_7', 'came_back_30', 'reopened', 'escalated', 'left'],
  },
  {
    name: 'knowledge',
    ids: [
      'unserved',
      'novel',
      'found',
      'published',
      'healed',
      'detect_tickets',
      'detect_hours',
      'detect_early',
      'publish_hours',
      'machine_drafted',
      'made_articles',
      'changed_articles',
      'made_replies',
      'fresh',
      'fresh_used',
      'linked',
      'reused',
      'search_success',
    ],
  },
  { name: 'changes', ids: ['change_lag', 'launch_lag', 'change_documented'] },
  {
    name: 'customers',
    ids: [
      'conversations',
      'first_reply',
      'time_to_solve',
      'rated_good',
      'rated_good_machine',
      'rated_good_person',
      'rated',
      'effort',
      'easy',
      'easy_machine',
      'easy_person',
      'tried',
      'chaff',
    ],
  },
  {
    name: 'team',
    ids: [...HOURS, 'touches', 'review_seconds', 'approved_whole', 'advice_used', 'reply_kept'],
  },
];

/** What a head of support looks at first. */
export const HEADLINES: readonly FigureId[] = ['verified', 'unserved', 'came_back_7', 'escalated'];

const MINUTES_A_DAY = 24 * 60;
/** From so many hours on, days are read more easily. */
const HOURS_IN_DAYS = 72;

/** A number in its unit, as the language writes it. */
export function inUnit({ t, number, percent }: ConsoleWords, unit: FigureUnit, value: number | null): string {
  if (value === null) return '–';
  switch (unit) {
    case 'share':
      return percent(value, value < 0.1 ? 1 : 0);
    case 'number':
      return number(value, value < 10 ? 1 : 0);
    case 'seconds':
      return t('time.seconds', { value: number(value, 1) });
    case 'minutes':
      return value < MINUTES_A_DAY && value >= 90
        ? t('unit.hours', { value: number(value / 60, 1) })
        : value >= MINUTES_A_DAY
          ? t('time.days', { value: number(value / MINUTES_A_DAY, 1) })
          : t('unit.minutes', { value: number(value, value < 10 ? 1 : 0) });
    case 'hours':
      return Math.abs(value) >= HOURS_IN_DAYS
        ? t('time.days', { value: number(value / 24, 1) })
        : t('unit.hours', { value: number(value, 1) });
  }
}

/** The interval and what a number rests on, or that it is too little to say. */
export function restsOn(words: ConsoleWords, unit: FigureUnit, measured: Measured, isCount: boolean): string {
  const { t, number } = words;
  if (isCount) return '';
  if (!measured.isEnough) return t('figures.few', { n: measured.n });
  const rests = t('figures.restsOn', { n: number(measured.n) });
  if (measured.low === null || measured.high === null) return rests;
  const [low, high] = [inUnit(words, unit, measured.low), inUnit(words, unit, measured.high)];
  return `${t('figures.interval', { low, high })} · ${rests}`;
}

const COUNTS: ReadonlySet<FigureId> = new Set<FigureId>([
  ...(['conversations', 'found', 'published', 'healed'] as const),
  ...(['made_articles', 'changed_articles', 'made_replies'] as const),
  ...HOURS,
]);

/** Whether a figure is a plain count, which needs no interval. */
export const isCount = ({ id }: Pick<Figure, 'id'>): boolean => COUNTS.has(id);

export function byId(figures: readonly Figure[], id: FigureId): Figure | null {
  return figures.find((figure) => figure.id === id) ?? null;
}

/** The same in few signs, for the axis of a chart. */
export function shortPeriodName({ locale }: ConsoleWords, period: 'week' | 'month', at: string): string {
  const form: Intl.DateTimeFormatOptions =
    period === 'month' ? { year: '2-digit', month: 'short' } : { month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' }).format(Date.parse(at));
}

/** Periods from the first on that has anything to show. */
export function sinceFirst<P extends Measured>(periods: readonly P[]): readonly P[] {
  const first = periods.findIndex(({ n }) => n > 0);
  return first < 0 ? [] : periods.slice(first);
}

/** A period by its first day: a month by its name, a week by its Monday. */
export function periodName({ locale }: ConsoleWords, period: 'week' | 'month', at: string): string {
  const form: Intl.DateTimeFormatOptions =
    period === 'month' ? { year: 'numeric', month: 'long' } : { dateStyle: 'medium' };
  return new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' }).format(Date.parse(at));
}
