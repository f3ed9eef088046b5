import type { ContentRule } from '../../../shared/fix.ts';

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
    form: /(?<![\p{L}\p{N}])(?:disabl(?:e|es|ed|ing)|turn(?:ing|ed)? off|switch(?:ing|ed)? off|deactivat(?:e|ing)|uninstall(?:ing)?|bypass(?:ing)?|circumvent|skip(?:ping)?|ignore|remov(?:e|ing)|stop(?:ping)?|paus(?:e|ing)|allow-?list|whitelist)\s(?:[\p{L}'-]{1,20}\s){0,5}?(?:anti-?virus|firewall|defender|security(?: (?:software|settings?|checks?|warnings?|features?))?|two[- ]factor|2fa|mfa|multi[- ]factor|tls|ssl(?: verification)?|certificate (?:checks?|validation|verification|warnings?|errors?)|cert(?:ificate)? warnings?|https|encryption|sandbox(?:ing)?|gatekeeper|smartscreen|uac|sip|selinux|app-?armor|csp|cors|password protection|safe ?browsing|phishing (?:protection|filter)|spam filter|audit log(?:s|ging)?|sso)(?![\p{L}\p{N}])/iu,
  },
  {
    rule: 'unsafe_advice',
    form: /(?<![\p{L}\p{N}])(?:deaktivier\p{L}{0,4}|schalte\p{L}{0,2}|désactive[rz]?|desactiv\p{L}{1,4}|desativ\p{L}{1,4})\s(?:[\p{L}'-]{1,20}\s){0,4}?(?:virenscanner|antivirus|firewall|zwei-faktor\S{0,20}|2fa|mfa|pare-feu|cortafuegos|verschlüsselung)/iu,
  },
  {
    rule: 'unsafe_advice',
    form: /(?<![\p{L}\p{N}])(?:send|share|give|tell|email|reply with|provide|post|forward|enter|confirm)\s(?:[\p{L}'-]{1,20}\s){0,4}?(?:your|the|their)\s(?:[\p{L}'-]{1,20}\s){0,2}?(?:password|passcode|pin|otp|one-time code|verification code|2fa code|security code|cvv|card number|card details|seed phrase|recovery phrase|private key|api key|secret key|access token|social security number|ssn)(?![\p{L}\p{N}])(?=[^\n.]{0,60}\b(?:to|with|by|in (?:an? )?(?:email|reply|chat)|us|me|support|agent|here)\b)/iu,
  },
  {
    rule: 'unsafe_advice',
    form: /(?<![\p{L}\p{N}])(?:send|tell|give|email|text|read)\s(?:us|me|support|the agent|our (?:team|agents?))\s(?:your|the|their)\s(?:full |whole |current |credit )?(?:password|passcode|cvv|card (?:number|details)|seed phrase|recovery phrase|private key|secret key|one-time code|2fa code)(?![\p{L}\p{N}])/iu,
  },
  {
    rule: 'unsafe_advice',
    form: /(?<![\p{L}\p{N}])(?:ask\s(?:[\p{L}'-]{1,20}\s){1,3}for\s(?:the|their|her|his)\s(?:full |whole )?(?:card number|cvv|password|passcode)|(?:exclusions?|exceptions?)\s(?:[\p{L}'-]{1,20}\s){0,3}?(?:defender|anti-?virus|firewall)|any-?desk|team-?viewer|ultraviewer|rustdesk)(?![\p{L}\p{N}])/iu,
  },
  {
    rule: 'unsafe_advice',
    form: /(?<![\p{L}\p{N}])(?:click|proceed|continue)\s(?:[\p{L}'-]{1,20}\s){0,3}?(?:anyway|through the (?:security )?warning|past the warning)|--(?:insecure|no-check-certificate|no-verify|disable-web-security|allow-root)|verify\s?=\s?false|NODE_TLS_REJECT_UNAUTHORIZED|ignore (?:all |any |previous |prior |the |above )*(?:instructions|rules)|run as (?:root|administrator|admin)\b|jailbreak|root (?:your|the) (?:phone|device)/iu,
  },
  {
    rule: 'unsafe_advice',
    form: /(?<![\p{L}\p{N}])(?:send|tell|give|e-?mail|text|read|share|dictate|pass)\s(?:[\p{L}'-]{1,20}\s){0,6}?(?:access|session|remote|partner|verification|security|one-time|sms|log-?in|authenticat\p{L}{1,5}|2fa)\s(?:code|id|number|pin)s?(?![\p{L}\p{N}])/iu,
  },
  {
    rule: 'unsafe_advice',
    form: /(?<![\p{L}\p{N}])(?:pay|send|transfer|wire|deposit|settle|move)\s(?:[\p{L}'-]{1,20}\s){0,6}?(?:gift cards?\s(?:[\p{L}'-]{1,20}\s){0,6}?(?:codes?|numbers?)|bitcoins?|crypto\p{L}{0,8}|western union|moneygram|(?:new|other|different|following|private|personal|my)\s(?:bank |iban )?account)(?![\p{L}\p{N}])/iu,
  },
  {
    rule: 'unsafe_advice',
    form: /(?<![\p{L}\p{N}])(?:delet(?:e|es|ed|ing)|remov(?:e|ing)|eras(?:e|ing)|wip(?:e|ing)|format(?:ting)?|clear(?:ing)?)\s(?:[\p{L}'-]{1,20}\s){0,3}?(?:system(?:32)?\s(?:folders?|files?|director\p{L}{1,3}|partition|drive)|windows folder|registry|boot (?:folder|partition)|root (?:folder|directory)|backups)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:chmod|icacls|setfacl)(?![\p{L}\p{N}])|permissions?\s(?:[\p{L}'-]{1,20}\s){0,6}?(?:to|at|=)\s0?777\b/iu,
  },
  {
    rule: 'unsafe_advice',
    form: /(?<![\p{L}\p{N}])(?:(?:root|jailbreak|flash)\s(?:[\p{L}'-]{1,20}\s){0,2}?(?:tablet|phone|device|rom|firmware)|custom rom|(?:our|the) (?:master|root|superuser) (?:account|password|key)|(?:turn|switch|shut)\s(?:[\p{L}'-]{1,20}\s){0,4}?(?:alarms?|alarm system|smoke detectors?|fire alarm|cameras?)\s(?:[\p{L}'-]{1,20}\s){0,2}?off|(?:lend|share|swap)\s(?:your|the|their|his|her)\s(?:badge|key ?card|password|log-?in)s?|(?:photograph|photocopy|scan|copy)\s(?:[\p{L}'-]{1,20}\s){0,3}?(?:id cards?|passports?|identity cards?)|(?:first|top)\s(?:search )?(?:result|hit))(?![\p{L}\p{N}])/iu,
  },
  {
    rule: 'unsafe_advice',
    form: /(?<![\p{L}\p{N}])(?:give|tell|send|read|type|post)\s(?:us|me)\s(?:[\p{L}'-]{1,20}\s){0,3}?(?:credit|debit|bank)?\s?card\s(?:number|details|data)/iu,
  },
  {
    rule: 'promise',
    form: /(?<![\p{L}\p{N}])(?:we|i|our team|our agents?|support|they)(?:'ll| will| can| shall|'re going to| are going to| am going to|'ve| have)\s(?:[\p{L}'-]{1,20}\s){0,3}?(?:refund\p{L}{0,3}|reimburs\p{L}{1,3}|credit(?:ed)?|compensat\p{L}{1,3}|waive\p{L}{0,2}|discount\p{L}{0,2}|give you|get back to you|call you|contact you|fix (?:this|it|that|the)|escalat\p{L}{1,3}|guarantee|make (?:it|this) right|look into|let you know|keep you (?:posted|updated)|process(?:ed)? your)/iu,
  },
  {
    rule: 'promise',
    form: /(?<![\p{L}\p{N}])(?:(?:you|customers?)(?:'ll| will) (?:get|receive|be given) (?:a |your |the )?(?:full |partial )?(?:refund|credit|compensation|discount)|i(?:'ve| have) (?:just )?(?:reset|refunded|credited|changed|updated|escalated|processed|issued|cancelled|canceled|applied)|as a (?:courtesy|gesture of goodwill|one[- ]time exception)|we guarantee|guaranteed)(?![\p{L}\p{N}])/iu,
  },
  {
    rule: 'promise',
    form: /^[\s>*•-]{0,9}(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|sehr geehrte|hola|estimad[oa]|bonjour|olá|thank you for (?:contacting|reaching|your)|thanks for (?:contacting|reaching|your|getting)|best regards|kind regards|regards|cheers|sincerely|mit freundlichen grüßen|saludos|cordialement|i'm sorry|i am sorry|we(?:'re| are) sorry|sorry (?:to hear|for|about)|we apologi[sz]e|my apologies|apologies for|happy to help|glad to help|let me know|is there anything else|have a (?:great|nice|good)|hope this helps|you're welcome|please let (?:me|us) know|feel free to)(?![\p{L}\p{N}])/iu,
  },
];

/** What is wrong with a line that an article would say, besides what it is about. */
export function advice(line: string): { rule: ContentRule; detail: string }[] {
  return PATTERNS.filter(({ form }) => form.test(line)).map(({ rule }) => ({ rule, detail: line.trim() }));
}
