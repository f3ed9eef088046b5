/**
 * What mail programs write around a mail, by the language they are set to: the closed vocabulary of their translations
 * (Gmail, Outlook, Apple Mail, Thunderbird, Yahoo, GMX and phones). No rule rests on a word of it alone: a word is one
 * sign, and dates, addresses, colons and the place in the mail are the others.
 */
export interface MailProgramWords {
  /** The verb of a reply line ("On … Jane wrote:"). */
  wrote: readonly string[];
  /** The participle of a footer ("Sent from my phone"). */
  sent: readonly string[];
  /** The noun of a divider ("-----Original Message-----"). */
  message: readonly string[];
  /** Labels of a header block, by what stands behind them. */
  from: readonly string[];
  when: readonly string[];
  to: readonly string[];
  subject: readonly string[];
  /** Prefixes of a subject that was answered or passed on, without the colon. */
  prefixes: readonly string[];
  /** What stands in the place of a subject that was left empty. */
  noSubject: readonly string[];
}

const list = (text: string): string[] => (text === '' ? [] : text.split('|'));

/** A row: wrote ; sent ; message ; from ; when ; to ; subject ; prefixes ; no subject. */
function row(text: string): MailProgramWords {
  const cells = text.split(';').map((cell) => list(cell.trim()));
  const at = (index: number): string[] => cells[index] ?? [];
  return {
    wrote: at(0),
    sent: at(1),
    message: at(2),
    from: at(3),
    when: at(4),
    to: at(5),
    subject: at(6),
    prefixes: at(7),
    noSubject: at(8),
  };
}

export const MAIL_PROGRAM_WORDS: Readonly<Record<string, MailProgramWords>> = {
  en: row('wrote|writes;sent|get;message;from;sent|date;to|cc|bcc;subject;re|fw|fwd;no subject|untitled'),
  de: row(
    'schrieb|schreibt|geschrieben;gesendet|versendet|verschickt;nachricht|e-mail;von;gesendet|datum;an|kopie|cc;betreff;aw|wg|antw;kein betreff|ohne betreff',
  ),
  es: row('escribió|escribio;enviado|obtener;mensaje;de;enviado|enviado el|fecha;para|cc;asunto;rv|re|res;sin asunto'),
  fr: row(
    'a écrit|écrit;envoyé|télécharger;message;de;envoyé|envoyé le|date;à|cc|copie;objet;tr|réf|rép|re;sans objet|aucun objet',
  ),
  pt: row(
    'escreveu;enviado|enviada|obter;mensagem;de;enviado|enviada|enviado em|enviada em|data;para|cc;assunto;res|enc|re;sem assunto',
  ),
  it: row(
    'ha scritto|scrive;inviato|inviata;messaggio;da;inviato|data;a|cc;oggetto;r|i|rif|inoltro;nessun oggetto|senza oggetto',
  ),
  nl: row(
    'schreef;verzonden|verstuurd;bericht;van;verzonden|datum;aan|cc;onderwerp;antw|beantw|doorst|betr;geen onderwerp',
  ),
  sv: row('skrev;skickat;meddelande;från;skickat|datum;till|kopia;ämne;sv|vb;inget ämne|inget ämnesord'),
  da: row('skrev;sendt;meddelelse|besked;fra;sendt|dato;til|cc;emne;sv|vs;intet emne|ingen emne'),
  nb: row('skrev;sendt;melding;fra;sendt|dato;til|kopi;emne;sv|vs|vb;ingen emne|uten emne'),
  fi: row(
    'kirjoitti;lähetetty;viesti;lähettäjä;lähetetty|päivämäärä|päiväys;vastaanottaja|kopio;aihe;vs|vl;ei aihetta',
  ),
  is: row('skrifaði;sent;skilaboð;frá;sent|dagsetning;til;efni;sv|fs;ekkert efni'),
  pl: row(
    'napisał|napisała|napisał(a)|napisana|pisze;wysłane|wysłano;wiadomość;od;wysłano|wysłane|data;do|dw;temat;odp|pd;brak tematu|bez tematu',
  ),
  cs: row(
    'napsal|napsala|napsal(a);odesláno;zpráva;od;odesláno|datum;komu|kopie;předmět;odp|odpověď;bez předmětu|žádný předmět',
  ),
  sk: row('napísal|napísala|napísal(a);odoslané;správa;od;odoslané|dátum;komu|kópia;predmet;odp;bez predmetu'),
  hu: row('írta;küldve|elküldve;üzenet;feladó;elküldve|küldve|dátum;címzett|másolat;tárgy;vá|vs|tov;nincs tárgy'),
  ro: row('a scris;trimis;mesaj|mesajul;de la|de;trimis|data;către|catre;subiect;răsp|redir;fără subiect'),
  hr: row(
    'je napisao|je napisala|napisao|napisala;poslano|poslato;poruka;od|šalje;poslano|poslato|datum;za|prima;predmet|naslov;odg|prosl;bez predmeta|bez naslova',
  ),
  sl: row(
    'je napisal|je napisala|napisal|napisala;poslano;sporočilo;od;poslano|datum;za|kp;zadeva;odg|posr;brez zadeve',
  ),
  et: row('kirjutas;saadetud;sõnum|kiri;saatja;saadetud|kuupäev;adressaat|kellele;teema;vs|edsi;teema puudub'),
  lt: row('rašė|parašė;išsiųsta;pranešimas|laiškas;nuo;išsiųsta|data;kam;tema;ats|per;be temos'),
  lv: row('rakstīja;nosūtīts;ziņojums|vēstule;no;nosūtīts|datums;kam;tēma;atb|pārs;bez temata'),
  ca: row('va escriure|ha escrit;enviat;missatge;de;enviat|data;per a|a;assumpte;re|rv;sense assumpte'),
  ru: row(
    'написал|написала|написал(а)|пишет|писал|писала;отправлено;сообщение|письмо;от;отправлено|дата;кому|копия;тема;отв|нa|на;без темы',
  ),
  uk: row(
    'пише|написав|написала|написав(ла)|писав;надіслано|відправлено;повідомлення|лист;від;надіслано|відправлено|дата;кому|копія;тема;відп|вп;без теми',
  ),
  bg: row('написа;изпратено;съобщение;от;изпратено|дата;до;относно|тема;отг|отн|прeп;без тема'),
  el: row('έγραψε|έγραψαν;στάλθηκε|εστάλη;μήνυμα;από;στάλθηκε|εστάλη|ημερομηνία;προς|κοιν;θέμα;απ|πρθ|σχετ;χωρίς θέμα'),
  tr: row('yazdı;gönderildi;ileti|i̇leti|mesaj;kimden|gönderen;gönderildi|tarih;kime|alıcı;konu;ynt|i̇lt|ilt;konu yok'),
  he: row('כתב|כתבה|כתב/ה|מאת;נשלח|נשלחה;הודעה;מאת;נשלח|תאריך;אל|עותק;נושא;השב|הועבר|תגובה;ללא נושא'),
  ar: row(
    'كتب|كتبت|كتابة;أرسلت|أُرسلت|مرسل|الإرسال;رسالة|الرسالة;من;تم الإرسال|التاريخ|أرسلت;إلى|نسخة;الموضوع;رد|إعادة توجيه;بدون موضوع',
  ),
  fa: row('نوشت;ارسال|ارسال‌شده;پیام;از;ارسال|تاریخ;به;موضوع;پاسخ|ارجاع;بدون موضوع'),
  hi: row('लिखा;भेजा|भेजा गया;संदेश;प्रेषक|से;भेजा गया|दिनांक;प्रति;विषय;;कोई विषय नहीं'),
  th: row('เขียน|เขียนว่า;ส่งจาก|ส่ง;ข้อความ;จาก;ส่ง|วันที่;ถึง;เรื่อง|หัวเรื่อง;ตอบ|ส่งต่อ;ไม่มีหัวเรื่อง'),
  vi: row(
    'đã viết|viết;gửi từ|đã gửi|được gửi;thư|tin nhắn;từ;đã gửi|ngày;đến|tới;chủ đề|tiêu đề;tl|cht;không có chủ đề',
  ),
  id: row('menulis;dikirim;pesan;dari;dikirim|tanggal;kepada|ke;subjek|perihal;bls|trs;tanpa subjek|tidak ada subjek'),
  zh: row(
    '写道|寫道|写到;发送|发自|發自|傳送|送出|寄自;邮件|郵件|消息|訊息|信息;发件人|寄件者|寄件人|發件人;发送时间|发送日期|寄件日期|傳送時間|日期|时间|時間;收件人|收件者|抄送|副本;主题|主旨|主題;答复|回复|转发|回覆|轉寄|答覆|回復|轉發;无主题|無主旨|無主題',
  ),
  ja: row(
    '書きました|書き込みました|のメール|のメッセージ;送信|から送信;メッセージ|メール;差出人|送信者;送信日時|送信日|日時|日付;宛先;件名;返信|転送;件名なし|無題',
  ),
  ko: row(
    '작성|작성했습니다|썼습니다|쓰신;보냄|발송|전송;메시지|메일;보낸 사람|보낸사람|발신자;보낸 날짜|보낸날짜|날짜;받는 사람|받는사람|수신자|참조;제목;회신|전달|답장;제목 없음',
  ),
};

const WORDS = Object.values(MAIL_PROGRAM_WORDS);

/** All that stands under one heading of the table, in any language, in lower case. */
export function inAnyLanguage(heading: keyof MailProgramWords): ReadonlySet<string> {
  return new Set(WORDS.flatMap((words) => words[heading]));
}
