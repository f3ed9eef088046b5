import type { Chaff } from '../habits.ts';

/** English of people who want something else than help with the product. */
export const chaff: Chaff = {
  offer:
    /\b(?:(?:we|i) (?:can |could |also )?(?:offer|provide|specialis|specializ|help (?:businesses|companies))|our (?:services|agency|company (?:offers|provides)|packages|rates)|guest (?:post|article|blog)|back ?links?|seo (?:services|audit|expert|agency)|(?:rank|ranking)s? on google|first page of google|sponsor(?:ed|ship)|partnership|affiliate program|collaborat(?:e|ion)|(?:invite|have) (?:you|your \w+) (?:to|on) (?:our|my|a) (?:podcast|show|webinar|conference|event)|podcast|press release|advertis(?:e|ing) (?:with|on)|special (?:offer|discount) for you|limited[- ]time offer|free (?:quote|consultation|audit)|lead generation|investors?\b.{0,40}\binterested)\b/i,
  business:
    /\b(?:your (?:business|company|brand|founder|ceo|site's (?:traffic|ranking)|website'?s? (?:traffic|ranking|seo)|online presence|marketing team|sales|audience|readers)|the (?:owner|person|right person) (?:of|in charge)|increase (?:your )?(?:traffic|sales|revenue)|boost your|grow your|schedule a (?:quick |short )?call|are you interested|would you be interested|interested\?|let me know if (?:you(?:'re| are) )?interested|your (?:web)?site (?:on|to|in) (?:the )?(?:google|first page|top)|mutual(?:ly)? benefi|opportunity|unsubscribe|opt out)\b/i,
  application:
    /\b(?:(?:apply|applying|application) for (?:a |an |the )?(?:\w+ ){0,4}(?:job|position|role|internship|vacancy|opening)|(?:my|attached) (?:cv|resume|résumé|cover letter)|are you (?:currently )?hiring|job (?:opening|vacanc|opportunit)\w*|looking for (?:a |an )?(?:\w+ ){0,3}(?:job|position|internship)|open positions?)\b/i,
  praise:
    /\b(?:(?:great|amazing|awesome|fantastic|excellent|wonderful|lovely|nice|good|brilliant) (?:work|job|product|tool|app|service|support|team)|(?:love|loving|enjoy(?:ing)?|like) (?:your|the|this|using) \w+|keep (?:it up|up the (?:good|great) work)|best (?:tool|product|app|service) (?:i|we|ever)|just wanted to (?:say|thank|share|drop|let you know))\b/i,
  wish: /\b(?:keep (?:it up|up the (?:good|great) work)|thank(?:s| you)|just wanted to|would be (?:great|nice|cool|awesome) to (?:have|see)|some ?day|well done|congrat\w+|cheers|say hi)\b/i,
  need: /\b(?:how (?:do|can|to|does|should)|can(?:no|')?t|doesn'?t|don'?t|didn'?t|not (?:work|load|show|send|receiv|able)\w*|won'?t|unable|error|fail\w*|problem|issue|broken|bug|stuck|wrong|missing|help (?:me|us) (?:with|to)|my (?:account|invoice|subscription|order|plan|login|password|dashboard|payment)|refund|cancel|log ?in|sign ?in|where (?:is|do|can))\b/i,
  trial:
    /^(?:(?:this is )?(?:just )?(?:an? )?(?:test(?:ing)?|hello world)(?: (?:e-?mail|mail|message|ticket|please ignore|ignore|\d+))?[\s.,!]*){1,4}$/i,
};
