/** English that carries no topic, and irregular forms. Written by hand from grammar; from no data set. */

const list = (text: string): string[] => text.trim().split(/\s+/);

export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  list(`
  a an the this that these those some any each every either neither both all such same other another
  i me my mine myself we us our ours ourselves you your yours yourself u ur he him his himself she her hers herself it its itself
  they them their theirs themselves who whom whose which what where when why how whether
  am is are was were be been being do does did doing done have has had having will would shall should can could may might must ought
  to of in on at by for from with without within into onto upon about as than then so if or and but nor because though although
  while until unless since during between among per via over under through
  there here now just only also too very really quite rather even still yet already ever again else maybe perhaps
  ok okay yes yeah yep yup no nope hi hello hey hiya dear greetings thanks thank thx ty please pls plz sorry cheers regards bye goodbye
  im ive id ill youre its thats theres whats hows cant dont doesnt didnt isnt wont
  s t d m ll re ve
  oh um uh er ah hmm well like anyway actually basically simply
  want wanted wants wanna gonna gotta let lets able
  sir madam mr mrs ms guys folks team
  `),
);

/** Phrases in lower case, as patterns, that open or close a message whatever it asks. */
export const STOP_PHRASES: readonly string[] = [
  "i(?:'d| would) (?:really )?(?:like|love|want) (?:you )?to (?:know|ask|find out|understand|learn|see if)",
  "i(?:'m| am)? (?:just )?(?:want(?:ing|ed)?|need(?:ing|ed)?|looking|trying|hoping|wish(?:ing)?) to (?:know|ask|find out|understand|learn)",
  '(?:can|could|would|will) (?:you|someone|anyone|somebody) (?:please |kindly |possibly )?(?:help|assist) (?:me|us)(?: out)?(?: with| to| in)?',
  '(?:can|could|would|will) (?:you|someone|anyone|somebody) (?:please |kindly |possibly )?(?:tell|explain|show|inform|advise|let) (?:to )?(?:me|us)?(?: know)?',
  'please (?:help|assist|tell|advise|explain|let me know)(?: me| us)?(?: out)?(?: with)?',
  "i(?:'m| am| was) (?:just )?wondering (?:if|whether|how|what|about)?",
  "i (?:do not|don't|dont) (?:know|understand) (?:how|what|why|where|if|whether)?",
  'i have (?:a|another|one|some) (?:more )?(?:quick |small |simple )?(?:question|questions|query)(?: about| regarding| on)?',
  'is (?:it|there) (?:at all |even )?(?:possible|any way|a way|some way|any possibility|a possibility)(?: for me| that i| of| to)?',
  'what (?:is|are|would be) the (?:best|easiest|simplest|quickest|proper|right|correct) (?:way|ways|method|approach) (?:to|of|for)',
  '(?:good|have a (?:good|great|nice)) (?:morning|afternoon|evening|day|one|night|weekend)',
  "hope (?:you are|you're|this finds you|all is) (?:doing )?well",
  'thank(?:s| you)(?: (?:so|very) much)?(?: in advance| for (?:your|the) (?:help|time|assistance|reply|response))?',
  'looking forward to (?:your|hearing)(?: reply| response| from you)?',
  '(?:any|some) (?:help|advice|ideas?|suggestions?)(?: would be| is)?(?: greatly| much| really)?(?: appreciated| welcome)?',
  '(?:kind|best|warm) regards',
  'do you know (?:if|how|what|where|when|whether)',
  "(?:that is|that's|that was) (?:all|it|everything)(?: i need(?:ed)?)?",
  "(?:i|we) (?:do not|don't|dont) need anything else",
  "nice to meet you|how are you(?: doing)?(?: today)?|my name is \\p{L}+|my name's \\p{L}+",
];

/** Irregular form to base form, so that what was paid and what to pay are one. */
export const IRREGULAR_FORMS: ReadonlyMap<string, string> = new Map(
  list(`
  ate:eat eaten:eat became:become began:begin begun:begin bent:bend bit:bite bitten:bite blew:blow blown:blow bought:buy bound:bind
  bred:breed broke:break broken:break brought:bring built:build burnt:burn came:come caught:catch chose:choose chosen:choose
  crept:creep dealt:deal dove:dive drank:drink drawn:draw dreamt:dream drew:draw driven:drive drove:drive drunk:drink dug:dig
  fallen:fall fed:feed fell:fall felt:feel fled:flee flew:fly flown:fly forbidden:forbid forgave:forgive forgiven:forgive
  forgot:forget forgotten:forget fought:fight found:find froze:freeze frozen:freeze gave:give given:give gone:go got:get gotten:get
  grew:grow grown:grow heard:hear held:hold hid:hide hidden:hide hung:hang kept:keep knew:know known:know laid:lay led:lead
  left:leave lent:lend lost:lose made:make meant:mean met:meet mistook:mistake overdrawn:overdraw paid:pay ran:run rang:ring
  reset:reset risen:rise rode:ride ridden:ride rose:rise said:say sang:sing sank:sink sat:sit saw:see seen:see sent:send shaken:shake
  shook:shake shot:shoot shown:show shrank:shrink slept:sleep slid:slide sold:sell sought:seek spent:spend spoke:speak spoken:speak
  spun:spin stole:steal stolen:steal stood:stand struck:strike stuck:stick sunk:sink swept:sweep swore:swear swum:swim taken:take
  taught:teach thought:think threw:throw thrown:throw told:tell took:take tore:tear torn:tear understood:understand undid:undo
  undone:undo went:go withdrawn:withdraw withdrew:withdraw woke:wake woken:wake won:win wore:wear worn:wear wound:wind wrote:write
  written:write children:child men:man women:woman people:person feet:foot teeth:tooth mice:mouse geese:goose lives:life wives:wife
  knives:knife leaves:leave halves:half shelves:shelf loaves:loaf thieves:thief selves:self countries:country currencies:currency
  died:die dying:die dead:die death:die lying:lie tying:tie better:good best:good worse:bad worst:bad cheaper:cheap cheapest:cheap
  e-mail:email emails:email cancelled:cancel cancelling:cancel cancellation:cancel canceled:cancel canceling:cancel cancelation:cancel
  travelling:travel travelled:travel colour:color colours:color favourite:favorite licence:license cheque:check cheques:check
  catalogue:catalog programme:program centre:center metre:meter organisation:organization authorise:authorize authorised:authorize
  recognise:recognize recognised:recognize unrecognised:unrecognized organise:organize organised:organize customise:customize
  behaviour:behavior grey:gray tyre:tire cosy:cozy jewellery:jewelry enrol:enroll fulfil:fulfill
  delivery:deliver deliveries:deliver payment:pay payments:pay
  `).map((pair): [string, string] => {
    const [form = '', base = ''] = pair.split(':');
    return [form, base];
  }),
);
