import { CHINESE_FAMILY, JAPANESE_FAMILY, KOREAN_FAMILY } from '../../lexicon/families.ts';
import type { Recognizer } from '../../recognizer.ts';
import type { Span } from '../../span.ts';

const JAPANESE =
  /(?<![\p{sc=Han}])(?<x>[\p{sc=Han}々]{2,4}(?:[ 　]?[\p{sc=Han}々]{1,4})?|[\p{sc=Katakana}ー・]{2,12})(?=(?:さん|様|さま|氏|殿|くん|ちゃん|部長|課長|社長|係長|主任|先生)(?!々)|と申します|といいます|と言います)/gu;
const NO_JAPANESE =
  /^(?:お客|皆|同|仕|多|模|異|各位|神|王|奥|御|客|担当者?|サポート|スタッフ|ユーザー|カスタマー|メーカー)$/u;
const CHINESE = new RegExp(
  String.raw`(?:我叫|我的名字是|名字叫|姓名[::]\s?)(?<x>${CHINESE_FAMILY}[\p{sc=Han}·]{1,2}|[\p{sc=Han}·]{2,5}(?=[\s,.;!?，。、；！]|$))|(?:我姓|我是)(?<y>${CHINESE_FAMILY}[\p{sc=Han}·]{1,2})(?=[\s,.;!?，。、；！]|$|的|在|来|住)`,
  'gu',
);
/** "预订人是…": whoever a contract, a ticket or a booking names. */
const CHINESE_PARTY = new RegExp(
  String.raw`[\p{sc=Han}]人(?:的?姓名|名字)?(?:是|为|叫|[::：])\s?(?<x>${CHINESE_FAMILY}[\p{sc=Han}·]{1,2})(?=[\s,.;!?，。、；！]|$|的)`,
  'gu',
);
const JAPANESE_SAID =
  /(?:私の)?名前は\s?(?<x>[\p{sc=Han}々\p{sc=Katakana}ー・]{2,12}(?:[ 　][\p{sc=Han}々\p{sc=Katakana}ー]{1,8})?)(?=です|と|、|。|$)/gmu;
/** "鈴木です。" at the beginning, or behind a comma: who writes. */
const JAPANESE_SELF = new RegExp(
  String.raw`(?<=^|[\n。、,.]\s?|の)(?<x>${JAPANESE_FAMILY}[ 　]?[\p{sc=Han}々\p{sc=Hiragana}]{0,3}?)(?=です(?:[。、,.!]|$|が)|でございます)`,
  'gu',
);
const CHINESE_TITLED = new RegExp(
  String.raw`(?<x>${CHINESE_FAMILY}\p{sc=Han}{1,2})(?=先生|女士|小姐|太太|老师|经理|主管)`,
  'gu',
);
const KOREAN_TITLED = new RegExp(
  String.raw`(?<![\p{sc=Hangul}])(?<x>${KOREAN_FAMILY}\p{sc=Hangul}{2})(?=\s?(?:님|씨|과장|대리|부장|팀장|사장))`,
  'gu',
);
const KOREAN = new RegExp(
  String.raw`(?:제 이름은|저는|안녕하세요[.,!~]{0,2}\s{1,2}(?:\p{sc=Hangul}{2,12}(?:의|에서|에)?\s)?)\s?(?<x>${KOREAN_FAMILY}\p{sc=Hangul}{1,2})(?=입니다|이라고|라고|이에요|예요)`,
  'gu',
);

const ARABIC =
  /(?:ال|لل)(?:سيدة?|انسة|استاذة?|دكتورة?|مهندسة?|اخت?|زميلة?|مدير(?:ة)?)\s(?<x>\p{sc=Arabic}{2,15}(?:\s(?!في|من|على|الى|عن|مع|ان|هو|هي)\p{sc=Arabic}{2,15}){0,2})/gu;

/** Two or three words with capitals of which one is a patronymic, in any case. */
const RUSSIAN =
  /(?<![\p{L}])(?<x>(?:\p{Lu}\p{Ll}{1,20}\s){0,2}\p{Lu}\p{Ll}{2,20}(?:ович|евич|овн|евн|ичн|инична)[а-я]{0,2}(?:\s\p{Lu}\p{Ll}{2,20})?)(?![\p{L}])/gu;

/** Two words with capitals behind a preposition, the second with the ending of a family, in any case. */
const RUSSIAN_FAMILY =
  /(?<=(?:^|\s)(?:на|от|для|у|к|с|за|о|об|и|та|від|до|з|із)\s)(?<x>[А-ЯЁІЇЄ][а-яёіїє]{2,20}\s[А-ЯЁІЇЄ][а-яёіїє]{2,18}(?:ов|ев|ин|ын|ск|цк|енк|чук|ян|дзе|швили)(?:а|у|ым|ои|ом|ого|ому|ии|ая|ую|ым|ою|о|)(?![\p{L}]))/gu;

/** Vietnamese family names that are no words elsewhere, and those that count only in Vietnamese. */
const VIETNAMESE =
  /(?<![\p{L}])(?<x>(?:Nguyen|Tran|Pham|Hoang|Huynh|Phan|Dang|Bui|Ngo|Duong|Truong|Dinh|Trinh|Doan)(?:\s\p{Lu}\p{Ll}{1,6}){1,3})(?![\p{L}])/gu;
const VIETNAMESE_SPOKEN =
  /(?<![\p{L}])(?<x>(?:Le|Vu|Vo|Do|Ho|Ly|Lam|Mai|Dao|To|Ta|Cao|Luong|Ha)(?:\s\p{Lu}\p{Ll}{1,6}){1,3})(?![\p{L}])/gu;

/** Chinese, Japanese and Korean names by the honorific or the introduction they stand with, Arabic ones by it, Russian ones by the patronymic. */
function asianNameSpans(text: string, isVietnamese: boolean): Span[] {
  const spans: Span[] = [];
  for (const pattern of [
    JAPANESE,
    JAPANESE_SAID,
    JAPANESE_SELF,
    CHINESE,
    CHINESE_TITLED,
    CHINESE_PARTY,
    RUSSIAN_FAMILY,
    KOREAN,
    KOREAN_TITLED,
    ARABIC,
    RUSSIAN,
    VIETNAMESE,
    ...(isVietnamese ? [VIETNAMESE_SPOKEN] : []),
  ]) {
    for (const match of text.matchAll(pattern)) {
      const name = (match.groups!.x ?? match.groups!.y)!;
      if (NO_JAPANESE.test(name)) continue;
      const start = match.index + match[0].indexOf(name);
      spans.push({ start, end: start + name.length, kind: 'name' });
    }
  }
  return spans;
}

export const easternPerson: Recognizer = {
  name: 'eastern_person',
  kind: 'name',
  countries: ['CN', 'TW', 'JP', 'KR', 'RU', 'VN'],
  covers:
    'Chinese, Japanese and Korean names beside an honorific, Russian ones with a patronymic, Vietnamese ones by the family name',
  find: ({ text, cues }) => asianNameSpans(text, cues.spoken.has('vi')),
};
