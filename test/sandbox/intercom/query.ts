import { z } from 'zod';
import { invalid, missing } from './errors.ts';

/** Of a field that can be searched: its type, and its value in milliseconds, text, number, boolean or a list. */
export interface Field<T> {
  type: 'string' | 'integer' | 'date' | 'boolean' | 'words';
  get(row: T): Value | readonly Value[];
}
type Value = string | number | boolean | null;
export type Fields<T> = ReadonlyMap<string, Field<T>>;
export type Test<T> = (row: T) => boolean;

/** "There's a limit of max 2 nested filters", "of max 15 filters for each AND or OR group". */
const MAX_DEPTH = 2;
const MAX_FILTERS = 15;

const single = z.object({ field: z.string(), operator: z.string(), value: z.unknown() });
const group = z.object({ operator: z.enum(['AND', 'OR']), value: z.array(z.unknown()) });

/** How dates compare in a search: to the second, or by calendar day as with contacts. */
export type DateRule = 'second' | 'day';

export function compileQuery<T>(query: unknown, fields: Fields<T>, dates: DateRule = 'second'): Test<T> {
  if (query === undefined || query === null) throw missing('query is required', 'query');
  return compile(query, fields, dates, 0);
}

function compile<T>(node: unknown, fields: Fields<T>, dates: DateRule, depth: number): Test<T> {
  const asGroup = group.safeParse(node);
  if (!asGroup.success) return compileFilter(node, fields, dates);
  if (depth >= MAX_DEPTH) throw invalid(`Query is nested more than ${MAX_DEPTH} levels deep`, 'query');
  const { operator, value } = asGroup.data;
  if (value.length > MAX_FILTERS) throw invalid(`Query has more than ${MAX_FILTERS} filters in a group`, 'query');
  if (value.length === 0) throw invalid('Query group has no filters', 'query');
  const tests = value.map((child) => compile(child, fields, dates, depth + 1));
  return operator === 'AND' ? (row) => tests.every((test) => test(row)) : (row) => tests.some((test) => test(row));
}

function compileFilter<T>(node: unknown, fields: Fields<T>, dates: DateRule): Test<T> {
  const parsed = single.safeParse(node);
  if (!parsed.success) throw invalid('Query is invalid: a filter needs field, operator and value', 'query');
  const { field: name, operator, value } = parsed.data;
  const field = fields.get(name);
  if (field === undefined) throw invalid(`Invalid field '${name}'`, name);
  const isDay = field.type === 'date' && dates === 'day';
  if (!allowed(field.type, isDay).includes(operator)) throw invalid(`Operator '${operator}' is not valid`, name);
  const isList = operator === 'IN' || operator === 'NIN';
  if (isList !== Array.isArray(value)) throw invalid(`Value for '${operator}' has the wrong type`, name);
  const wanted = (Array.isArray(value) ? value : [value]).map((item) => readValue(name, field.type, item));
  const holds = comparison(operator, wanted, field.type, isDay);
  return (row) => holds(field.get(row));
}

/** "The operator has to be compatible with the field's type." */
function allowed(type: Field<unknown>['type'], isDay: boolean): string[] {
  if (isDay) return ['=', '>', '<'];
  const always = ['=', '!=', 'IN', 'NIN'];
  if (type === 'integer' || type === 'date') return [...always, '>', '<', '>=', '<='];
  return type === 'boolean' ? always : [...always, '~', '!~', '^', '$'];
}

/** A date is Unix seconds, as a number or as digits. */
function readValue(name: string, type: Field<unknown>['type'], value: unknown): Value {
  if (value === null) return null;
  if (type === 'boolean' && typeof value === 'boolean') return value;
  if ((type === 'string' || type === 'words') && (typeof value === 'string' || typeof value === 'number')) {
    return String(value);
  }
  const isNumeric = typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value));
  if (isNumeric && (type === 'integer' || type === 'date')) return Number(value);
  throw invalid(`Value for '${name}' has the wrong type`, name);
}

const DAY_SECONDS = 86_400;

function comparison(
  operator: string,
  wanted: Value[],
  type: Field<unknown>['type'],
  isDay: boolean,
): (value: Value | readonly Value[]) => boolean {
  const seconds = (value: Value): Value => {
    if (type !== 'date' || typeof value !== 'number') return value;
    return isDay ? Math.floor(value / 1000 / DAY_SECONDS) : Math.floor(value / 1000);
  };
  const goals = isDay ? wanted.map((value) => Math.floor(Number(value) / DAY_SECONDS)) : wanted;
  const test = valueTest(operator, goals);
  const isNegated = operator === '!=' || operator === 'NIN' || operator === '!~';
  return (value) => {
    const elements = Array.isArray(value) ? value : type === 'words' ? wordsOf(value, operator) : [value as Value];
    const isAny = elements.some((element) => test(seconds(element)));
    return isNegated ? !isAny : isAny;
  };
}

/** "The search will … be performed … against every element of the value separately." */
function wordsOf(value: Value | readonly Value[], operator: string): Value[] {
  const text = typeof value === 'string' ? value : '';
  return ['=', '!=', 'IN', 'NIN'].includes(operator) ? text.split(/[^\p{L}\p{N}]+/u) : [text];
}

/** The positive half of each operator. `>` is strict: the vendor's text leaves open whether it means "or equal". */
function valueTest(operator: string, goals: Value[]): (value: Value) => boolean {
  const goal = goals[0] ?? null;
  const text = String(goal ?? '').toLowerCase();
  const lower = (value: Value): string => String(value ?? '').toLowerCase();
  const number = (compare: (a: number, b: number) => boolean) => (value: Value) =>
    typeof value === 'number' && typeof goal === 'number' && compare(value, goal);
  const tests: Record<string, (value: Value) => boolean> = {
    '>': number((a, b) => a > b),
    '<': number((a, b) => a < b),
    '>=': number((a, b) => a >= b),
    '<=': number((a, b) => a <= b),
    '~': (value) => lower(value).includes(text),
    '!~': (value) => lower(value).includes(text),
    '^': (value) => lower(value).startsWith(text),
    $: (value) => lower(value).endsWith(text),
  };
  return tests[operator] ?? ((value) => goals.includes(value));
}
