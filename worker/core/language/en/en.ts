import type { Language } from '../habits.ts';
import { answering } from './answering.ts';
import { chaff } from './chaff.ts';
import { signals } from './signals.ts';

const list = (text: string): string[] => text.split('|');

export const en: Language = {
  code: 'en',
  courtesy: {
    greetings: list(
      'hi|hello|hey|hiya|dear|greetings|howdy|good morning|good afternoon|good evening|good day|morning|hi there|hello there|hey there',
    ),
    addressees: list(
      'there|team|all|everyone|everybody|folks|guys|support|sir|madam|sirs|friend|friends|again|customer service|mr|mrs|ms|dr',
    ),
    signOffs: list(
      'kind regards|best regards|warm regards|warmest regards|kindest regards|with kind regards|regards|best wishes|best|all the best|sincerely|sincerely yours|yours sincerely|yours faithfully|yours truly|yours|respectfully|cordially|cheers|take care|talk soon|warmly|with best regards|br|rgds|kr',
    ),
    thanks: list(
      'thanks|thank you|many thanks|thanks a lot|thanks so much|thank you so much|thank you very much|thanks in advance|thank you in advance|thanks again|thanks and regards|thanks & regards|thx|ty|much appreciated',
    ),
    wishes: [
      /\b(?:hope (?:that |this |it )?helps?|have a (?:nice|great|good|lovely)|let me know|(?:any|more|other|further) questions?|happy to help|feel free|reach out|take care)\b/i,
    ],
  },
  machines: {
    subjects:
      /^(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|ooo|on (?:annual )?leave|undeliver(?:ed|able)|delivery (?:status notification|failure|has failed)|mail delivery (?:failed|subsystem)|returned mail|failure notice|read|not read|read receipt|accepted|declined|tentative(?:ly accepted)?|cancell?ed|invitation|updated invitation)\s?[:：]|^(?:undelivered mail|delivery status notification|mail delivery|returned mail|failure notice|out of office|auto(?:matic)? ?-?reply|automatic response)\b/i,
    away: /\b(?:(?:i am|i'm|i will be|i'll be|am|is|are|we are) (?:currently |now )?(?:out of (?:the )?office|on (?:annual |parental |maternity |paternity |sick |medical |holiday )?(?:leave|vacation|holidays?)|away from (?:the office|my desk|my e-?mail)|travell?ing|out sick)|out of (?:the )?office|no longer (?:works?|with|employed)|has left the company|limited access to (?:my )?e-?mail|office is closed)\b/i,
    instead:
      /\b(?:until|till|through|from \d|returning|return(?:s|ed)?|be back|back on|urgent|emergency|immediate assistance|please (?:contact|write|e-?mail|call|reach)|contact my|will (?:reply|respond|answer|get back)|limited access|instead|colleagues?)\b/i,
    undelivered:
      /\b(?:delivery (?:has failed|to the following|status|failed|incomplete)|(?:could not|couldn't|cannot|can't|wasn't|was not) be? ?(?:delivered|found)|undeliver(?:ed|able)|message (?:wasn't|was not|could not be) delivered|address (?:not found|rejected|couldn't be found)|recipient(?:'s)? (?:address rejected|not found|mailbox is full)|mailbox (?:full|unavailable|not found)|mail system at host|mailer-daemon|message blocked)\b/i,
    receipt:
      /\b(?:your message (?:was (?:read|deleted without being read|received)|to .{1,80} was (?:read|delivered))|has (?:accepted|declined|tentatively accepted) (?:this|your|the) (?:invitation|meeting|event)|(?:your |the |this )?(?:request|ticket|case|e-?mail|message|enquiry|inquiry|submission|application) (?:\(?#?[\w-]{2,20}\)? )?(?:has been|was|is) (?:received|created|opened|registered|logged|assigned)|a (?:ticket|case|request) (?:\(?#?[\w-]{2,20}\)? )?(?:has been|was) (?:created|opened|raised)|we have received your (?:message|request|e-?mail|enquiry|inquiry|ticket)|thank you for (?:contacting|reaching out to|your (?:message|e-?mail|enquiry|inquiry) to) (?:us\b|\p{Lu}))/iu,
    beside:
      /(?:#\s?\d{2,12}|\b(?:do not|don't|please do not) reply\b|\bno-?reply\b|\bautomated (?:message|response|reply|e-?mail)\b|\bautomatically generated\b|\bwill (?:get back|be in touch|respond|reply|answer|review)\b|\bwithin \d{1,3} (?:business |working )?(?:hours|days)\b|\b(?:ticket|case|reference) (?:number|id|no)\b|@ \p{Lu}\p{Ll}{2} \d|\bon \p{Lu}\p{Ll}{2,8}, \p{Lu}?\p{L}{2,8} ?\d|\b(?:19|20)\d{2}\b)/iu,
  },
  channelNouns: list(
    'conversation|chat|call|message|voicemail|voice mail|sms|text|post|dm|messaging|transcript|ticket|visitor',
  ),
  acknowledgement:
    /^(?:(?:ok(?:ay)?|great|perfect|awesome|excellent|super|cool|nice|wonderful|brilliant|lovely|good|yes|yep|sure|fine|alright|all good|got it|done|noted|understood|will do|sounds good|no worries|never ?mind|thanks?(?: (?:a lot|so much|very much|again|again for .{1,40}|for .{1,60}))?|thank you(?: (?:so much|very much|again|all|for .{1,60}))?|many thanks|thx|ty|cheers|much appreciated|appreciate it|(?:that|it|this)(?:'s| has| is)? (?:worked|works|helped|helps|did (?:it|the trick)|fixed it|solved(?: it)?|all|great|perfect)|works? (?:now|again|fine|perfectly)|solved|resolved|sorted|problem solved|you(?:'re| are) (?:the best|great|welcome)|have a (?:nice|great|good|lovely) (?:day|one|weekend|week|evening)|bye|goodbye|see you|my friend|everyone|team|guys|there|and|so|for .{1,40})[\s,.!…)\-–—:;]{0,6}){1,6}$/i,
  forwarded: /\b(?:forwarded|fwd|fw)\b/i,
  additions: {
    explicit:
      /\b(?:(?:and |my |a |one )?(?:second(?:ly)?|another|other|next|separate|unrelated|different|additional|further|last) (?:question|thing|issue|topic|matter|request|point)|one more (?:question|thing|issue)|on (?:a |an )?(?:different|another|unrelated|separate) (?:note|topic|matter)|(?:second|third)ly|in addition to that|unrelated(?:ly)?)\b\s?[:,.–-]?/i,
    loose: /\b(?:also|additionally|besides|p\.?\s?s\.?|by the way|btw|plus|moreover|furthermore)\b\s?[:,–-]?/i,
    asking:
      /[?？]|^\W{0,3}(?:how|where|what|which|why|when|who|can|could|is|are|do|does|did|will|would|should|may|has|have)\b|\b(?:would like|i'd like|i want|we want|want to|need to|trying to|please|can(?:no|')?t|does(?:n'?t| not)|do(?:n'?t| not)|is(?:n'?t| not)|not (?:work|load|show|send|able)\w*|won'?t|unable|error|fail\w*|missing|even though|still|no longer)\b/i,
    goingOn:
      /^\W{0,3}(?:(?:is|was|does|can|could|would|will|has|how|why|what about|and|or|if so|so) (?:it|this|that|these|those|they|there|he|she)\b|(?:any|and any) (?:ideas?|help|advice|suggestions?)|please (?:help|advise)|how\?|why\?|which (?:one|of)|what (?:is|am i|are we) (?:wrong|doing wrong))/i,
  },
  answering,
  chaff,
  signals,
};
