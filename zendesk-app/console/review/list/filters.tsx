import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label, Select } from '@zendeskgarden/react-forms';
import { type RefObject, useState } from 'react';
import type { Queue, SavedView } from '../../../../shared/console/review.ts';
import { useApi } from '../../../frame/joined.tsx';
import { isLead } from '../../../frame/rights.ts';
import { type ConsoleWords, named, useConsoleWords } from '../../keys.ts';
import { useAct } from '../../parts/act.ts';
import { Line, Stack } from '../../parts/layout.tsx';
import { FILTERS, type FilterName, queryOf, type Selection, SORTS, selected, selectionOf } from './selection.ts';

interface Filtering {
  queue: Queue;
  selection: Selection;
  search: RefObject<HTMLInputElement>;
  onSelect: (selection: Selection) => void;
  reload: () => Promise<void>;
}

/** Which of the queue is shown: words, what each item must be, the order, and the ways of looking that the team keeps. */
export function Filters({ queue, selection, search, onSelect, reload }: Filtering) {
  const words = useConsoleWords();
  const { t } = words;
  const chosen = FILTERS.filter((name) => selection[name] !== '').length;
  const [isOpen, setOpen] = useState(chosen > 0);
  const set = (more: Partial<Selection>) => onSelect({ ...selection, ...more });
  return (
    <Stack $gap={6} role="search" aria-label={t('filter.label')}>
      <Field>
        <Label hidden>{t('filter.search')}</Label>
        <Input
          isCompact
          ref={search}
          type="search"
          placeholder={t('filter.search')}
          value={selection.q}
          onChange={(event) => set({ q: event.target.value })}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
      </Field>
      <Line $gap={4}>
        <Views queue={queue} selection={selection} onSelect={onSelect} reload={reload} />
        <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {chosen > 0 ? t('filter.chosen', { count: chosen }) : t('filter.open')}
        </Button>
      </Line>
      {isOpen && (
        <Stack $gap={4}>
          {FILTERS.map((name) => (
            <Choice
              key={name}
              name={name}
              queue={queue}
              selection={selection}
              onChoose={(value) => set({ [name]: value })}
            />
          ))}
          <Field>
            <Label hidden>{t('filter.sort')}</Label>
            <Select
              isCompact
              value={selection.sort}
              onChange={(event) => set({ sort: selectionOf(`sort=${event.target.value}`).sort })}
            >
              {SORTS.map((sort) => (
                <option key={sort} value={sort}>{`${t('filter.sort')}: ${t(`sort.${sort}`)}`}</option>
              ))}
            </Select>
          </Field>
          {queryOf(selection) !== '' && (
            <div>
              <Button size="small" isLink onClick={() => onSelect(selectionOf(''))}>
                {t('filter.none')}
              </Button>
            </div>
          )}
        </Stack>
      )}
    </Stack>
  );
}

function Choice(choice: { name: FilterName; queue: Queue; selection: Selection; onChoose: (value: string) => void }) {
  const words = useConsoleWords();
  const { t } = words;
  const { viewer } = useApi();
  const { name, queue, selection } = choice;
  const count = (value: string) =>
    selected(queue.items, { ...selection, [name]: value }, { me: viewer.userId, now: queue.now }).length;
  const values = valuesOf(queue, name, viewer.userId, words);
  return (
    <Field>
      <Label hidden>{t(`filter.${name}`)}</Label>
      <Select isCompact value={selection[name]} onChange={(event) => choice.onChoose(event.target.value)}>
        <option value="">{`${t(`filter.${name}`)}: ${t('filter.any')}`}</option>
        {values.map(([value, text]) => (
          <option key={value} value={value}>{`${text} (${count(value)})`}</option>
        ))}
      </Select>
    </Field>
  );
}

/** What an item can be, and how it is called: of open lists what is there. */
function valuesOf({ items }: Queue, name: FilterName, me: string, words: ConsoleWords): [string, string][] {
  const { t } = words;
  const there = (of: (item: Queue['items'][number]) => string) => [...new Set(items.map(of))].filter(Boolean).sort();
  switch (name) {
    case 'kind':
      return there((item) => item.kind).map((kind) => [kind, named(words, 'kind', kind)]);
    case 'section':
      return there((item) => item.category).map((section) => [section, section]);
    case 'language':
      return there((item) => item.language).map((language) => [language, language]);
    case 'state':
      return (['in_review', 'escalated', 'failed', 'snoozed'] as const).map((state) => [
        state,
        t(`filter.state.${state}`),
      ]);
    case 'age':
      return (['week', 'older'] as const).map((age) => [age, t(`filter.age.${age}`)]);
    case 'assignee': {
      const people = new Map(
        items.flatMap(({ assignee }) => (assignee ? [[assignee.userId, assignee.name] as const] : [])),
      );
      people.delete(me);
      return [['me', t('assign.me')], ['nobody', t('assign.nobody')], ...people];
    }
  }
}

/** The team's own ways of looking: chosen, kept under a name, and let go. */
function Views({ queue, selection, onSelect, reload }: Omit<Filtering, 'search'>) {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const [name, setName] = useState<string | null>(null);
  const query = queryOf(selection);
  const open = queue.views.find((view) => view.query === query);
  const keep = () =>
    act.run(async () => {
      await api.send<SavedView>('POST', '/app/console/views', { name, query });
      setName(null);
      await reload();
    });
  const drop = (id: string) =>
    act.run(async () => {
      await api.send('DELETE', `/app/console/views/${encodeURIComponent(id)}`);
      await reload();
    });
  return (
    <>
      {queue.views.length > 0 && (
        <Field style={{ flex: 1, minWidth: 110 }}>
          <Label hidden>{t('views.label')}</Label>
          <Select
            isCompact
            value={open?.id ?? ''}
            onChange={(event) =>
              onSelect(selectionOf(queue.views.find((view) => view.id === event.target.value)?.query ?? ''))
            }
          >
            <option value="">{t('views.label')}</option>
            {queue.views.map((view) => (
              <option key={view.id} value={view.id}>
                {view.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {isLead(api.viewer) && name === null && query !== '' && !open && (
        <Button size="small" isBasic onClick={() => setName('')}>
          {t('views.keep')}
        </Button>
      )}
      {isLead(api.viewer) && open && (
        <Button size="small" isBasic disabled={act.isBusy} onClick={() => void drop(open.id)}>
          {t('views.drop')}
        </Button>
      )}
      {name !== null && (
        <Line
          as="form"
          $gap={4}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') void keep();
          }}
        >
          <Field>
            <Label hidden>{t('views.name')}</Label>
            <Input
              isCompact
              autoFocus
              placeholder={t('views.name')}
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
          <Button size="small" type="submit" disabled={name.trim() === '' || act.isBusy}>
            {t('views.keep')}
          </Button>
        </Line>
      )}
    </>
  );
}
