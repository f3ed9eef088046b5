/**
 * The family names with which Chinese and Korean names begin: closed classes, of which these cover all but a hundredth of
 * people. Source: the Hundred Family Surnames as China's ministry of public security counts them, and Korea's census.
 */
const CHINESE =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹潘葛范彭鲁韦马方俞任袁柳史唐费薛雷贺倪汤罗郝安常于傅卞齐康伍余顾孟黄萧尹姚邵汪毛戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾江童颜郭梅林钟徐邱骆高夏蔡田樊胡霍虞万柯管卢莫房丁邓洪包左石崔龚程裴陆翁段侯武刘景龙叶白赖谭温庄晏瞿阎艾容向古易廖耿匡文关欧黎肖曾' +
  '趙錢孫鄭馮陳衛蔣韓楊許呂張嚴謝鄒魯韋馬齊顧蕭龐紀項賈顏鍾駱盧鄧龔陸劉龍葉賴譚溫莊閻關歐';
const KOREAN =
  '김이박최정강조윤장임한오서신권황안송류홍전고문손양배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제';

const JAPANESE =
  '佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|渡部|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|林|斎藤|斉藤|齋藤|清水|山崎|森|池田|橋本|阿部|石川|山下|中島|石井|小川|前田|岡田|長谷川|藤田|後藤|近藤|村上|遠藤|青木|坂本|福田|太田|西村|藤井|金子|岡本|藤原|三浦|中野|原田|中川|松田|竹内|小野|田村|中山|和田|石田|森田|上田|原|内田|柴田|酒井|宮崎|横山|高木|安藤|宮本|大野|小島|谷口|今井|工藤|高田|増田|丸山|杉山|村田|大塚|新井|小山|平野|藤本|河野|上野|野口|武田|松井|千葉|菅原|岩崎|久保|木下|佐野|野村|松尾|菊地|菊池|杉本|市川|古川|大西|島田|水野|桜井|高野|吉川|山内|西田|西川|五十嵐|北村|安田|中田|川口|平田|川崎|本田|久保田|吉村|飯田|服部|樋口|関|荒木|秋山';
/** One of the commonest Japanese family names. Source: Meiji Yasuda's counts of family names. */
export const JAPANESE_FAMILY = `(?:${JAPANESE})`;

/** A Chinese family name, of one sign or two. */
export const CHINESE_FAMILY = `(?:欧阳|歐陽|司徒|慕容|令狐|皇甫|尉迟|公孙|长孙|东方|夏侯|轩辕|司马|司馬|上官|诸葛|諸葛|[${CHINESE}])`;
/** A Korean family name, of one syllable or two. */
export const KOREAN_FAMILY = `(?:남궁|황보|제갈|독고|[${KOREAN}])`;
