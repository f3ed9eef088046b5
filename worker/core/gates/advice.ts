import type { ContentRule } from '../../../shared/fix.ts';
import { riskyPairs } from './pairs.ts';

interface Pattern {
  rule: ContentRule;
  form: RegExp;
}

/** What no article may say unseen, by class. An agent may tell one customer what nobody may tell all. */
const PATTERNS: readonly Pattern[] = [
  {
    rule: 'shell_command',
    form: /(?<![\p{L}\p{N}])(?:curl|wget|iwr|invoke-webrequest|irm)\s[^\n|]{1,80}\|\s{0,3}(?:sudo\s)?(?:ba|z|da|k)?sh\b/iu,
  },
  {
    rule: 'shell_command',
    form: /(?<![\p{L}\p{N}/])(?:sudo|rm\s{1,3}-[rf]{1,4}|chmod\s{1,3}(?:-R\s)?[0-7]{3,4}|chown|mkfs|dd\s{1,3}if=|format\s[a-z]:|del\s\/[fsq]|reg\s(?:add|delete)|powershell|pwsh|cmd(?:\.exe)?\s\/c|bash\s-c|sh\s-c|eval\s?\(|iex\s?\(|invoke-expression|set-executionpolicy|base64\s(?:-d|--decode)|nc\s-[a-z]{1,4}|netsh|drop\s(?:table|database)|truncate\stable|osascript|xattr\s-|certutil|bitsadmin|mshta|rundll32|regsvr32|npm\s(?:i|install)\s-g|pip3?\sinstall)(?![\p{L}\p{N}])/iu,
  },
  {
    rule: 'shell_command',
    form: /(?:^|\s)(?:\$|#|>|PS>|C:\\>)\s(?:cd|ls|cat|curl|wget|rm|mv|cp|echo|export|kill|git|docker|kubectl|npm|pip|apt|brew|ssh|scp)\s/u,
  },
  { rule: 'shell_command', form: /(?:javascript|vbscript|data):\S/iu },
  {
    rule: 'unsafe_advice',
    form: /--(?:insecure|no-check-certificate|no-verify|disable-web-security|allow-root)|verify\s?=\s?false|NODE_TLS_REJECT_UNAUTHORIZED|ignore (?:all |any |previous |prior |the |above ){0,4}(?:instructions|rules)|permissions?\s[^.\n]{0,60}(?:to|at|=)\s0?777\b/iu,
  },
  {
    rule: 'promise',
    form: /(?<![\p{L}\p{N}])(?:we|i|our team|our agents?|support|they)(?:'ll| will| can| shall|'re going to| are going to| am going to|'ve| have)\s(?:[\p{L}'-]{1,20}\s){0,3}?(?:refund\p{L}{0,3}|reimburs\p{L}{1,3}|credit(?:ed)?|compensat\p{L}{1,3}|waive\p{L}{0,2}|discount\p{L}{0,2}|give you|get back to you|call you|contact you|fix (?:this|it|that|the)|escalat\p{L}{1,3}|guarantee|make (?:it|this) right|look into|let you know|keep you (?:posted|updated)|process(?:ed)? your)/iu,
  },
  {
    rule: 'promise',
    form: /(?<![\p{L}\p{N}])(?:(?:you|customers?)(?:'ll| will) (?:get|receive|be given) (?:a |your |the )?(?:full |partial )?(?:refund|credit|compensation|discount)|i(?:'ve| have) (?:just )?(?:reset|refunded|credited|changed|updated|escalated|processed|issued|cancelled|canceled|applied)|as a (?:courtesy|gesture of goodwill|one[- ]time exception)|(?:we|i) guarantee|guaranteed|(?:we|they|i) (?:always |usually |often )?(?:refund|reimburse|compensate)(?:s|d)? (?:you|double|everything|everyone|the full|all)|you(?:'ll| will) (?:be given|be paid|get|receive) \p{N}[\p{N}.,]{0,12} ?(?:euros?|dollars?|pounds?|[€$£])(?: back)?)(?![\p{L}\p{N}])/iu,
  },
  {
    rule: 'promise',
    form: /^[\s>*•-]{0,9}(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|sehr geehrte|hola|estimad[oa]|bonjour|olá|thank you for (?:contacting|reaching|your)|thanks for (?:contacting|reaching|your|getting)|best regards|kind regards|regards|cheers|sincerely|mit freundlichen grüßen|saludos|cordialement|i'm sorry|i am sorry|we(?:'re| are) sorry|sorry (?:to hear|for|about)|we apologi[sz]e|my apologies|apologies for|happy to help|glad to help|let me know|is there anything else|have a (?:great|nice|good)|hope this helps|you're welcome|please let (?:me|us) know|feel free to)(?![\p{L}\p{N}])/iu,
  },
];

/** Codes and cards are entered by their owner at many places; told to somebody they are in danger. */
const OWN_ENTRY = /^(?:enter|type|copy|scan|confirm|provide|write|ask|post)/i;
const TO_SOMEBODY =
  /(?<!\p{L})(?:us|me|support|agent|agents|team|chat|email|e-mail|mail|reply|here|colleague|anyone|somebody|customer|for the customer|their|her|his|boss|neighbou?r|manager|friend)(?!\p{L})/iu;

/** What is wrong with a line that an article would say, besides what it is about. */
export function advice(line: string): { rule: ContentRule; detail: string }[] {
  const isRisky = riskyPairs(line).some(
    ({ first, said }) => first !== 'hand' || !OWN_ENTRY.test(said) || TO_SOMEBODY.test(line),
  );
  const rules = PATTERNS.filter(({ form }) => form.test(line)).map(({ rule }) => rule);
  return [...new Set<ContentRule>(isRisky ? [...rules, 'unsafe_advice'] : rules)].map((rule) => ({
    rule,
    detail: line.trim(),
  }));
}
