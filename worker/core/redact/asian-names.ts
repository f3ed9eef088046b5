import type { Span } from './span.ts';

const JAPANESE =
  /(?<![\p{sc=Han}])(?<x>[\p{sc=Han}々]{2,4}(?:[ 　]?[\p{sc=Han}々]{1,4})?|[\p{sc=Katakana}ー・]{2,12})(?=(?:さん|様|さま|氏|殿)(?!々)|と申します|といいます|と言います)/gu;
const NO_JAPANESE =
  /^(?:お客|皆|同|仕|多|模|異|各位|神|王|奥|御|客|担当者?|サポート|スタッフ|ユーザー|カスタマー|メーカー)$/u;
const CHINESE = /(?:我叫|我的名字是|我姓|名字叫|姓名[::]\s?)(?<x>[\p{sc=Han}·]{2,4})/gu;
const JAPANESE_SAID =
  /(?:私の)?名前は\s?(?<x>[\p{sc=Han}々\p{sc=Katakana}ー・]{2,12}(?:[ 　][\p{sc=Han}々\p{sc=Katakana}ー]{1,8})?)(?=です|と|、|。|$)/gmu;
const KOREAN = /(?:제 이름은|저는)\s?(?<x>\p{sc=Hangul}{2,4})(?=입니다|이라고|이에요|예요)/gu;

/** Chinese, Japanese and Korean names by the honorific or the introduction they stand with. */
export function asianNameSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const pattern of [JAPANESE, JAPANESE_SAID, CHINESE, KOREAN]) {
    for (const match of text.matchAll(pattern)) {
      const name = match.groups!.x!;
      if (NO_JAPANESE.test(name)) continue;
      const start = match.index + match[0].indexOf(name);
      spans.push({ start, end: start + name.length, kind: 'name' });
    }
  }
  return spans;
}
