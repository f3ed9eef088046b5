import type { Recognizer } from '../../recognizer.ts';
import { spansOf } from '../../span.ts';

/** Coordinates, and addresses of countries that write them without a word for street. */
const FORMS: readonly RegExp[] = [
  /(?<![\p{L}\p{N}-])\d{1,2}-\d{1,2}(?:-\d{1,2})?,?\s\p{Lu}[\p{L}-]{1,20}(?:,\s\p{Lu}[\p{L}-]{1,20}){0,3},?\s\d{3}-\d{4}(?!\d)/gu,
  /(?<![\p{L}\p{N}.-])-?\d{1,2}\.\d{2,10}\s?°?\s?[NS],?\s{0,2}-?\d{1,3}\.\d{2,10}\s?°?\s?[EWO](?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])(?:lat|latitude|lng|lon|long|longitude)\s?[:=]?\s?-?\d{1,3}\.\d{2,10}(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}.-])-?\d{1,2}\.\d{4,10}\s?,\s?-?\d{1,3}\.\d{4,10}(?![\p{L}\p{N}])/gu,
  /\d{3}-\d{4}\s?[\p{sc=Han}]{2,4}[都道府県][^\s]{2,40}/gu,
  /[\p{sc=Han}]{2,3}[都道府県][\p{sc=Han}\p{sc=Katakana}ー]{1,8}[市区郡町村][^\s、。]{1,30}\d{1,4}(?:[-−]\d{1,4}){0,2}/gu,
  /[\p{sc=Han}]{2,6}(?:路|街|大道|巷|弄|胡同|道)\s?\d{1,5}\s?[号號](?:[\p{sc=Han}\dA-Za-z]{1,14}[室号號楼栋单元層层])?/gu,
  /(?:[\p{sc=Hangul}]{1,6}(?:시|도|구|군)\s){0,3}[\p{sc=Hangul}\d]{2,12}(?:대로|로|길)\s?\d{1,4}(?:-\d{1,4})?(?:[ ,]{1,2}\d{1,4}(?:동|호)){0,2}/gu,
];

export const place: Recognizer = {
  name: 'place',
  kind: 'address',
  countries: ['JP', 'CN', 'TW', 'KR', 'IN'],
  covers: 'coordinates, and addresses of East Asia by their order of district, block and number',
  find: ({ text }) => FORMS.flatMap((form) => spansOf(text, form, 'address')),
};
