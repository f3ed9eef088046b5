import type { Recognizer } from '../../recognizer.ts';
import type { Span } from '../../span.ts';

const JAPANESE =
  /(?<![\p{sc=Han}])(?<x>[\p{sc=Han}々]{2,4}(?:[ 　]?[\p{sc=Han}々]{1,4})?|[\p{sc=Katakana}ー・]{2,12})(?=(?:さん|様|さま|氏|殿|くん|ちゃん|部長|課長|社長|係長|主任|先生)(?!々)|と申します|といいます|と言います)/gu;
const NO_JAPANESE =
  /^(?:お客|皆|同|仕|多|模|異|各位|神|王|奥|御|客|担当者?|サポート|スタッフ|ユーザー|カスタマー|メーカー)$/u;
const CHINESE = /(?:我叫|我的名字是|我姓|名字叫|姓名[::]\s?)(?<x>[\p{sc=Han}·]{2,4})/gu;
const JAPANESE_SAID =
  /(?:私の)?名前は\s?(?<x>[\p{sc=Han}々\p{sc=Katakana}ー・]{2,12}(?:[ 　][\p{sc=Han}々\p{sc=Katakana}ー]{1,8})?)(?=です|と|、|。|$)/gmu;
const CHINESE_TITLED =
  /(?<x>(?:欧阳|司马|上官|诸葛|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹潘葛范彭鲁韦马方俞任袁柳史唐费薛雷贺倪汤罗郝安常于傅卞齐康伍余顾孟黄萧尹姚邵汪毛戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾江童颜郭梅林钟徐邱骆高夏蔡田樊胡霍虞万柯管卢莫房丁邓洪包左石崔龚程裴陆翁段侯武刘景龙叶白赖谭温庄晏瞿阎艾容向古易廖耿匡文关欧黎])\p{sc=Han}{1,2})(?=先生|女士|小姐|太太|老师|经理|主管)/gu;
const KOREAN_TITLED =
  /(?<![\p{sc=Hangul}])(?<x>[김이박최정강조윤장임한오서신권황안송류홍전고문손양배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제]\p{sc=Hangul}{2})(?=\s?(?:님|씨|과장|대리|부장|팀장|사장))/gu;
const KOREAN = /(?:제 이름은|저는)\s?(?<x>\p{sc=Hangul}{2,4})(?=입니다|이라고|이에요|예요)/gu;

const ARABIC =
  /(?:ال|لل)(?:سيدة?|انسة|استاذة?|دكتورة?|مهندسة?|اخت?|زميلة?|مدير(?:ة)?)\s(?<x>\p{sc=Arabic}{2,15}(?:\s(?!في|من|على|الى|عن|مع|ان|هو|هي)\p{sc=Arabic}{2,15}){0,2})/gu;

/** Two or three words with capitals of which one is a patronymic, in any case. */
const RUSSIAN =
  /(?<![\p{L}])(?<x>(?:\p{Lu}\p{Ll}{1,20}\s){0,2}\p{Lu}\p{Ll}{2,20}(?:ович|евич|овн|евн|ичн|инична)[а-я]{0,2}(?:\s\p{Lu}\p{Ll}{2,20})?)(?![\p{L}])/gu;

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
    CHINESE,
    CHINESE_TITLED,
    KOREAN,
    KOREAN_TITLED,
    ARABIC,
    RUSSIAN,
    VIETNAMESE,
    ...(isVietnamese ? [VIETNAMESE_SPOKEN] : []),
  ]) {
    for (const match of text.matchAll(pattern)) {
      const name = match.groups!.x!;
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
