import { describe, expect, it } from 'vitest';
import { redact } from '../../../worker/core/redact/redact.ts';

const NOBODY = { names: [], emails: [], phones: [] };
const shown = (text: string) => redact(text, NOBODY).text;

describe('a single name beside a sign of a person', () => {
  it.each([
    ['Ngozi and I both get the same error.', 'Ngozi'],
    ['The approval went to Mwangi, who no longer works here.', 'Mwangi'],
    ["Aoife's permissions are wrong, she can see everything.", 'Aoife'],
    ['I share the desk with Caoimhe. She cannot print either.', 'Caoimhe'],
    ['The row concerns J. Lindqvist since June.', 'Lindqvist'],
    ['please remove lars vesterby from the account', 'vesterby'],
    ['ask for priyanka desai, the admin', 'desai'],
    ['Kan ni ta bort Linnea från kontot?', 'Linnea'],
    ['Kunt u Adriaan toevoegen als beheerder?', 'Adriaan'],
    ['鈴木です。ログインできません。', '鈴木'],
    ['안녕하세요 김서윤입니다. 로그인이 안 됩니다.', '김서윤'],
    ['请联系陈建国,他负责账单。', '陈建国'],
    ['ผมชื่อ สมชาย ใจดี ครับ', 'ใจดี'],
    ['मेरा नाम राजेश शर्मा है', 'शर्मा'],
    ['Передайте, пожалуйста, Алексею Громову.', 'Алексею'],
    ["Siobhan from finance can't approve invoices.", 'Siobhan'],
    ['Казвам се Димитър Георгиев и не мога да вляза.', 'Георгиев'],
  ])('is taken out: %s', (text, name) => {
    expect(shown(text)).not.toContain(name);
  });

  it.each([
    'If the customer cancels before renewal, she keeps access until the period ends.',
    'The Sofia template has a sidebar, the Milan template does not.',
    'Gesamtes Objektliteral in Klammern einschließen',
    '标记的元组元素被声明为可选，并且问号位于名称之后、冒号之前。',
    '找不到名称。是否需要更改目标库?',
    '생성된 코드에서 열거형 선언을 지우지 마세요.',
    '반환 형식 주석이 없는 함수 식에는 암시적으로 반환 형식이 포함됩니다.',
    'Daha Katı Tür Denetimi Seçenekleri',
    'Users who are pregnant or on leave can be hidden from the rota.',
  ])('and what a product says of itself stays: %s', (text) => {
    expect(shown(text)).toBe(text);
  });
});

describe('a plain word behind "password"', () => {
  it.each([
    'my password is bluebird',
    'wifi password we set for the tablet is sunflower-lake, still no connection',
    'passphrase: correct horse battery staple',
  ])('is one where somebody says whose it is or tells one: %s', (text) => {
    expect(shown(text)).not.toMatch(/bluebird|sunflower|horse/);
  });

  it.each([
    'Its password is fixed and cannot be changed by members.',
    'The password you chose is case-sensitive.',
    'The default password is temporary.',
  ])('is a state of it elsewhere: %s', (text) => {
    expect(shown(text)).toBe(text);
  });
});
