import type { PersonalWords } from '../personal-words.ts';

/** How people speak of themselves and of others in Turkish. Written by hand. */
export const PERSONAL: PersonalWords = {
  documents:
    'pasaport|pasaport no|pasaport numarası|kimlik|kimlik no|kimlik numarası|tc|tc kimlik|tc no|t.c. kimlik no|tckn|' +
    'vergi no|vergi numarası|vergi kimlik no|vergi kimlik numarası|ehliyet|ehliyet no|sürücü belgesi|sgk|sgk no|' +
    'müşteri no|müşteri numarası|üye no|sicil no',
  cards: 'kart|kartı|belge|belgesi|ruhsat|cüzdan|cüzdanı',
  cases: 'm|im|ım|um|üm|i|ı|u|ü|si|sı|nın|nin|ın|in|imiz|ımız|umuz|miz|mız|mın|min',
  numbers: 'numara|numarası|numaram|numaramız|no|nosu|-num',
  owners: 'benim|bizim|numaram|numaramız',
  plates: 'plaka|plakası',
  accounts: 'iban|hesap no|hesap numarası|banka hesabı',
  passwords: 'şifre|şifrem|parola|parolam',
  codes: 'doğrulama kodu|güvenlik kodu|onay kodu|sms kodu|tek kullanımlık şifre|giriş kodu|aktivasyon kodu|pin kodu',
  births: 'doğum tarihi|doğum tarihim|doğumlu|doğdum',
  lives: 'adresim|adres|adresimiz|teslimat adresi|fatura adresi|oturuyorum|ikamet|ev adresi',
  postcodes: 'posta kodu',
  streets: 'cadde|caddesi|cad|sokak|sokağı|sok|sk|mahalle|mahallesi|mah|bulvarı|bulvar|blv|meydanı',
  units: 'no|daire|d|kat|apt|apartmanı|blok|sitesi',
  named: 'adım|benim adım|ismim|benim ismim|ad soyad|adı|isim|soyadım|adına|hesap sahibi',
  am: 'ben',
  titles: 'bay|bayan|sayın|sn|dr|prof|av|mühendis',
  kin:
    'eşim|kocam|karım|oğlum|kızım|kardeşim|abim|ablam|annem|babam|arkadaşım|iş arkadaşım|komşum|müdürüm|patronum|' +
    'meslektaşım|çalışanım|amcam|teyzem|müşterim|hastam',
  asks: 'adına|ile görüştüm|ile konuştum',
  greetings: 'merhaba|selam|merhabalar|günaydın|iyi günler|iyi akşamlar|sayın|sevgili|değerli',
  closings: 'teşekkürler|teşekkür ederim|saygılarımla|saygılar|iyi çalışmalar|iyi günler|sevgiler|kolay gelsin',
  says: 'dedi|söyledi|yazdı|aradı|sordu|oturuyor|yaşıyor',
  steps: 'tıklayın|tıkla|açın|seçin|gidin|basın|etkinleştirin|girin|menü|sekme|düğme|klasör|sayfa|alan|sonra|ardından',
  health:
    'kanser|tümör|lösemi|diyabet|şeker hastası|şeker hastalığı|depresyon|hamile|hamilelik|düşük yaptı|epilepsi|' +
    'hepatit|kemoterapi|bipolar|şizofreni|demans|alzheimer|parkinson|ms hastası|astım|felç|kalp krizi|diyaliz|' +
    'psikiyatri|otizm|otistik|hiv|insülin|engelli|anoreksiya|migren',
  ill: 'teşhisi kondu|tanısı kondu|tedavi görüyor|hastası',
  persons: 'ben|benim|bana|o|onun|eşim|kocam|karım|oğlum|kızım|annem|babam|kardeşim|bizim',
  handles: 'kullanıcı adı|kullanıcı adım',
  stops:
    'ben|sen|o|biz|siz|onlar|ve|veya|ama|eğer|değil|ki|kim|ne|nasıl|için|ile|benim|ekip|herkes|müşteri|teşekkürler|' +
    'çok|burada|bir|bu|şu',
};
