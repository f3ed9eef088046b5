import type { SignalWords } from '../signal-words.ts';

const PERSON =
  '(?:manager|supervisor|team lead(?:er)?|superior|boss|human|(?:real|actual|live) (?:person|agent|human)|representative|someone (?:else|higher|senior|real|in charge)|somebody (?:else|higher|senior|real|in charge))';
const ME = "(?:i|we)(?:'m| am|'re| are)";
const TEAM =
  '(?:(?:my|our|the|a|another|someone (?:in|from|on)(?: the| our)?|somebody (?:in|from|on)(?: the| our)?) ?(?:\\w+ ){0,2}(?:team|colleagues?|manager|supervisor|lead|engineers?|engineering|developers?|specialists?|experts?|department|product|billing|tech(?:nical)?|senior|tier)|engineering|my side and)';

/** English of people whom help failed. Written by hand; a word that is often a topic ("angry birds", "kill the process") is left out. */
export const signals: SignalWords = {
  negation:
    /\b(?:not|no|never|without|isn't|wasn't|aren't|don't|doesn't|didn't|won't|cannot|can't|needn't|hardly|less|nothing)$/,
  asksForPerson: new RegExp(
    `\\b(?:(?:speak|talk|chat) (?:to|with) (?:an? |your |the |some )?(?:\\w+ )?${PERSON}|(?:connect|transfer|put|get|pass) me (?:through )?(?:to|with|over to)? ?(?:an? |your |the )?(?:\\w+ )?${PERSON}|(?:want|need|get) (?:an? |your |the )(?:manager|supervisor|human|real person)(?: on| here| to (?:call|contact|answer|look|reply)|[.!?]|$)|escalate (?:this|it|my|the (?:case|ticket|issue|matter|request|complaint)))`,
    'g',
  ),
  passesOn:
    /\b(?:i(?:'ll| will| am going to|'m going to|'ve| have)|we(?:'ll| will|'ve| have)|let me|i'm|i am|we're|we are|has been|have been|was) (?:now |just |already |been )?(?:escalat(?:e|ed|ing)|(?:pass|passed|passing|forward|forwarded|forwarding|hand|handed|handing|transfer|transferred|transferring) (?:this|it|you|your (?:case|ticket|request|issue|conversation)|the (?:case|ticket|conversation))(?: \w+){0,2} to)\b/g,
  strong:
    /\b(?:ridiculous|unacceptable|appalling|outrageous|disgraceful|pathetic|infuriating|furious|frustrat(?:ed|ing)|fed up|sick (?:and tired )?of|(?:this|it|that) is (?:such )?a joke|waste of (?:time|money)|wasting my time|(?:terrible|awful|horrible|worst|useless|dreadful) (?:service|support|experience|customer|company|product|app|answer|help)|(?:absolutely|completely|totally|utterly|really) (?:useless|terrible|awful|horrible|hopeless)|(?:this|that|it|you|support|service|app|site|website|system|product|software|tool|page|bot|help|answers?) (?:is|was|are|were|has been) (?:terrible|awful|horrible|useless|hopeless)|(?:so|very|extremely|really|deeply|quite) (?:disappointed|disappointing|upset|annoyed|annoying|angry|unhappy|irritated)|had enough|losing (?:my )?patience|how many (?:more )?times|nobody (?:has )?(?:answers?|answered|replies|replied|responds?|responded|cares?|helps?|helped)|no ?one (?:has )?(?:answers?|answered|replies|replied|responds?|responded|cares?|helps?|helped|is helping)|(?:third|fourth|fifth|tenth|umpteenth|\d{1,2}th) time (?:i|we|that|now|this|asking)|keep (?:asking|repeating|sending me)|what a joke|wtf)\b/g,
  strongNegated:
    /\b(?:not acceptable|not good enough|not (?:at all )?(?:happy|impressed|pleased|satisfied) (?:with|about|at all)|(?:doesn't|does not|didn't|did not) help at all|no help at all|not helpful at all|(?:doesn't|does not|didn't|did not) answer my question|(?:isn't|is not|wasn't|not) what i asked|you(?:'re| are) not (?:listening|helping|reading))\b/g,
  weak: /\b(?:annoy(?:ed|ing)|disappoint(?:ed|ing)|upset|unhappy|irritat(?:ed|ing)|seriously|yet again|once again|as i (?:already )?said|i already (?:told|said|tried|did|sent|explained|asked)|for (?:days|weeks|hours) now|still (?:waiting|nothing|no (?:answer|reply|response))|nothing works|come on|for (?:god|heaven)'?s? ?'?sake)\b/g,
  hedges: new RegExp(
    [
      `\\b${ME} (?:honestly |really |actually )?(?:not|unsure)(?: (?:entirely|quite|completely|totally|fully|really|too|100%|so|very|exactly|a hundred percent))?(?: (?:sure|certain|aware|confident|familiar))\\b(?! (?:how|what|why) you)`,
      `\\b${ME} unsure\\b`,
      "\\bnot (?:entirely |quite |completely |100% |really |too )?sure (?:if|whether|why|how|what|that|about|on|off)\\b(?<!you(?: are|'re) not sure (?:if|whether|why|how|what|that|about|on|off))",
      "\\bi (?:think|believe|guess|suppose|assume) (?:so\\b|it(?:'s|'ll| is| was| will| should| might| may| can| could| works?)\\b|that(?:'s| is| was| should)\\b|this (?:is|was|should|might|may|can)\\b|you (?:can|could|should|might|may|need|have|would)\\b|there(?:'s| is| are| was| might| may)\\b|they\\b|the \\w+ (?:is|are|was|were|should|might|may|takes?|needs?)\\b|we (?:support|allow|offer|can|can't|cannot|don't|do not)\\b)",
      `\\b(?:let me|(?:i|we)(?:'ll| will|'d| would|'m going to| am going to|'re going to)?(?: (?:need|have) to)?) (?:just |quickly |first )?(?:double.?check|check|confirm|verify|consult|ask|clarify|find out)(?: this| that| it)? (?:with|from|in with) ${TEAM}`,
      `\\b(?:let me|i(?:'ll| will| need to| have to)) (?:just )?ask ${TEAM}`,
      "\\bi (?:do not|don't) (?:actually |really )?know (?:if|whether|why|how|what|that|the answer|for sure|about|off)\\b",
      "\\b(?:as far as i know|to (?:the best of )?my (?:best )?knowledge|afaik|if i remember correctly|if i recall correctly|off the top of my head|don't quote me)\\b",
      "\\bi (?:can't|cannot|could not|couldn't) (?:find|see) (?:any |much )?(?:documentation|information|info|article|anything) (?:on|about|for|regarding)\\b",
    ].join('|'),
  ),
  isLost:
    /\b(?:i (?:did not|didn't|do not|don't) (?:quite |fully |really )?(?:understand|get|catch|know)|(?:could not|couldn't|unable to|wasn't able to|was not able to) (?:find|answer|locate) (?:an? |any |your |that )?(?:answer|article|information|question|relevant)|not able to answer)\b/,
  courtesy:
    /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|welcome|thanks?|thank you|sorry|apologies|i(?:'m| am) (?:so |very |really )?(?:sorry|happy|glad|here)|we(?:'re| are) sorry|please (?:hold|wait|bear)|one moment|just a|bear with|let me|no problem|sure|of course|my name)\b/,
  content:
    /^(?:ok|okay|great|perfect|thanks?|thank you|thx|ty|got it|yes|yeah|yep|yup|no[,. ]|nope|sure|alright|excellent|awesome|cool|never ?mind)\b|\b(?:thanks|thank you|that (?:worked|works|helped|helps|did it|fixed it)|it works|works now|working now|solved|sorted|resolved)\b/,
  missed:
    /\b(?:i mean|i meant|my (?:question|problem|issue) (?:is|was)|what i(?:'m| am| was)? (?:ask(?:ed|ing)?|mean|meant|need|want)|still (?:not|can't|cannot|can not|couldn't|doesn't|does not|don't|do not|isn't|is not|won't|unable|fails?|failing|get|getting|see|seeing|no|nothing|the same|says|have|having)|(?:that|this|it|which|link|article|answer|solution) (?:doesn't|does not|didn't|did not|hasn't|has not) (?:work|help|answer|solve|fix|explain|apply)|already (?:did|tried|done|said|told|checked)|(?:i|we) (?:have |just )?tried (?:that|this|it|again|both|all)|same (?:error|problem|issue|result|message|thing)|as i said|but (?:how|where|why|i (?:can't|cannot|still|don't|need|want))|(?:didn't|did not|haven't|doesn't) answer|no luck|no,? i (?:need|want)|not what)\b/,
  changed:
    /\b(?:changed my mind|actually|oh wait|instead|what about|how about|remembered|different|another|other|also|let's try|let me try|rather|in that case|separate|new question|next question|one more|second question)\b/,
  question: /\?|^(?:so |and |but )?(?:how|where|why|which|what|can|could|is|are|do|does)\b/,
  general: [
    'get',
    'find',
    'see',
    'go',
    'use',
    'make',
    'show',
    'know',
    'tell',
    'need',
    'way',
    'thing',
    'one',
    'work',
    'try',
    'mean',
  ],
};
