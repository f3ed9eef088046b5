"""
Writes what the encoder's own tokenizer makes of 500 texts in many scripts, for the test of the worker's tokenizer.

    python tools/meaning/reference.py --tokenizer tokenizer.json --out test/core/meaning/pieces.json
"""

import argparse
import json
import random
import re
from pathlib import Path

from encoder import TOKENIZER_SHA256, checked
from tokenizers import Tokenizer

SEED = 7
TEXTS = 500
ROOT = Path(__file__).parents[2]
# Sentences of ours; the rest is taken from what the product says in its six languages.
OURS = [
    "Где я могу изменить пароль? Ёлка и йод, подъезд.", "Πού αλλάζω τον κωδικό μου; Ναΐς, Ὀδυσσεύς.",
    "كيف أغيّر كلمة المرور؟ شكرًا جزيلًا.", "איפה משנים סיסמה? שָׁלוֹם וּבְרָכָה", "मैं अपना पासवर्ड कैसे बदलूँ? धन्यवाद।",
    "ฉันจะเปลี่ยนรหัสผ่านได้ที่ไหน", "비밀번호를 어디에서 바꾸나요? 감사합니다.", "在哪里可以更改密码？谢谢！", "在哪裡可以更改密碼？𠀋と𪚥",
    "パスワードはどこで変更できますか？ﾊﾟｽﾜｰﾄﾞ", "Şifremi nasıl değiştiririm? İstanbul'da ılık.", "Đổi mật khẩu ở đâu vậy?", "Où est l'œuvre naïve d’Élodie ?",
    "Straße, ẞ, ﬁne, ①, ½, x², H₂O", "e-mail: a.b+c@example.org, https://example.org/a_b?c=d&e=f#g", "Rates: 19.5% > 7% ~ 3^2 = 9 | `code` <tag> $5 €6 £7",
    "zero\u200bwidth, soft\u00adhyphen, bom\ufeff, nbsp\u00a0here, thin\u2009space, line\u2028end", "tab\tand\r\nbreaks\u0007bell\u0000nul\ufffd",
    "emoji 👩‍👩‍👧 🇩🇪 ❤️ 🤖 done", "z̸a̡l̢g̛o ä ñ Å ﷺ", "«guillemets» „quotes“ — dashes – … ‰ † •", "aaaaaaaaaa" * 11, "don't can't it's o'clock rock'n'roll", "ERR_TIMED_OUT E1042 v2.3.1-beta",
]  # fmt: skip
ODD = [" ", "\u200d", "\u0301", "!", "…", "-", "👍", "\t", "’", "ß", "İ", "東", "#", "\u00ad"]


def said() -> list[str]:
    """Sentences that the product says, as they stand in its files of words."""
    files = sorted((ROOT / "shared/said/words").glob("*.ts"))
    return [one for file in files for one in re.findall(r"'([^'\\\n]{12,160})',", file.read_text())]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(checked(given.tokenizer, TOKENIZER_SHA256)))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    chance = random.Random(SEED)
    sentences = said()
    texts = list(OURS)
    while len(texts) < TEXTS:
        text = chance.choice(sentences if chance.random() < 0.6 else OURS)
        words = text.split(" ")
        chance.shuffle(words)
        for _ in range(chance.randrange(4)):
            at = chance.randrange(len(words))
            place = chance.randrange(len(words[at]) + 1)
            words[at] = words[at][:place] + chance.choice(ODD) + words[at][place:]
        texts.append(" ".join(word.upper() if chance.random() < 0.1 else word for word in words))
    encoded = tokenizer.encode_batch(texts, add_special_tokens=False)
    rows = [[text, " ".join(one.tokens)] for text, one in zip(texts, encoded)]
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")


if __name__ == "__main__":
    main()
