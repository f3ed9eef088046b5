const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Names that are words too: as part of a name they count only where they are written as a name. */
export const WORDLIKE_NAMES = words(
  'will mark may bill rose grace art june april august frank grant chase page case price field fields bush brown white black green ' +
    'young long short rich sue pat jack guy ray drew dean earl king cook baker smith hope faith joy summer autumn dawn eve iris lily ' +
    'daisy violet ivy holly hazel ginger pearl ruby amber jade crystal sky skye star angel christian major hunter mason carter parker ' +
    'taylor turner walker miller fisher potter porter cooper carpenter bishop pope knight prince duke noble wise good best love day ' +
    'week winter snow rain frost stone wood woods hill hills lake rivers brook banks wells forest park church hall house street lane ' +
    'bell bird fox wolf lamb drake crane swift bond cash gold silver rush sharp strong hardy savage small little big power powers ' +
    'early noon read reading write card box office max min dot link tab key log home back next new old free pro lead chance trace ' +
    'rob nick josh miles wade cliff heath glen dale reed basil sage clay flint jean jeans bob chuck dick don gene harry hank ' +
    'jay jerry jimmy kit lance mac mike norm peter phil piers pierce randy rusty sandy stew ted tim tom tony trip tucker ty van vic ' +
    'wayne victor ward account support admin team user test agent customer service sales info help data mail cloud web team group ' +
    'core base point line time plan order sample demo line net tech soft works media market global the and for von der los las del ' +
    'dos das van den ter bin ibn san santa mac der des les une est con para por com que los una hat ist war gut rot berg stein sommer winter ' +
    'target apple box square stripe slack zoom gap shell delta oracle meta notion linear front drift segment unity block discover mint sprint orange tide subway staples match signal bolt flow shift loom north south summit atlas ' +
    'klein gross jung lange kurz koch fischer wolf vogel keller garten',
);

/** What follows a greeting or "I'm" with a capital and is no name. */
export const NO_NAMES = words(
  'there all team everyone everybody folks guys support sir madam mr mrs ms miss again world agent customer user users admin administrator ' +
    'friend friends and or but the a an this that these those it its we you they i me us your our my their his her in on at to from for of with by ' +
    'as is are was were be been am not no yes ok okay so if when where what who how why which then than thanks thank please hello hi hey dear ' +
    'good morning afternoon evening day having trying using getting looking wondering writing contacting unable able sure sorry happy glad ' +
    'afraid not still just also currently now here having facing experiencing seeing receiving working running going doing logged locked stuck ' +
    'new old very really so too only already never always unfortunately however today yesterday tomorrow monday tuesday wednesday thursday ' +
    'friday saturday sunday january february march april may june july august september october november december english german french ' +
    'spanish american british canadian australian european asian chinese japanese indian italian portuguese dutch windows mac linux android ' +
    'ios iphone ipad chrome firefox safari edge google microsoft apple amazon zendesk intercom slack github gitlab salesforce hubspot jira stripe ' +
    'paypal zoom teams outlook gmail excel word office settings account billing login password email api app web admin center dashboard menu page ' +
    'button sso saml scim oauth csv pdf json url http https faq id ai it hr ceo cto cfo vp qa developer engineer manager director owner ' +
    'any anyone someone nobody interested confused curious frustrated concerned aware based located responsible calling reaching asking ' +
    'waiting hoping planning thinking guessing attempting setting creating adding integrating migrating one two three first last next ' +
    'everything something nothing done ready back free busy out off over under about after before because while since until ' +
    'much many more most kind best warm regards cheers sincerely yours advance again for help reply helping time response quick ' +
    'let lets can could would should will shall may might must do does did has have had open click go select choose check see try ' +
    'herr frau damen herren zusammen alle leute liebes sehr geehrte geehrter senor senora senores equipo todos equipe tous toutes monsieur madame mesdames messieurs bonjour ' +
    'ein eine der die das kein nicht sehr auch noch schon hier neu kunde nutzer sicher im am auf mit von und oder un une le la les tres en train desole sur pas ' +
    'el los las muy aqui no de cliente usuario seguro um uma o os as cliente usuario muito aqui para com ' +
    'goodbye bye byebye cya later soon practices practice lucky luck welcome awesome great perfect cool nice excellent lovely bless cheers tschuss adios ciao nope yep yeah yup sounds appreciated understood ' +
    'user-agent null undefined none n/a na tba tbd unknown anonymous guest member client partner vendor company organization department',
);

/** First names that are no words and no products: where one stands with a capital, it is a person. */
export const FIRST_NAMES = words(
  'aaron abigail adam adrian agnes ahmed aisha alan alba albert alejandra alejandro alessandro alex alexander alexandra alexis alfred ali alice alicia alina alison ' +
    'allison alyssa amanda amelia amina amy ana anastasia anders andre andrea andreas andrew andrey andrzej angela angelika anita anja anke ann anna anne annette annika ' +
    'anthony antoine anton antonia antonio antonella anu arjun arnaud arthur arturo ashley astrid aurelie ayesha barbara beatrice beatriz ben benedikt benjamin benoit bernard ' +
    'bernd bernhard beth bethany birgit bjorn bogdan boris brandon brenda brian bridget britta bruce bruno bryan camila camille carl carla carlos carmen carol carolina caroline ' +
    'catherine cecilia celine cesar chantal charles chiara chloe chris christa christina christine christoph christophe christopher cindy claire clara claudia claus clemens colin connor ' +
    'corinna courtney craig cristina cynthia dagmar damien daniel daniela danielle danny darius darren dave david deborah debra deepak denis denise dennis derek diana diego dieter dietmar ' +
    'dimitri dirk dmitri dmitry dominik dominique donald donna doris dorothy douglas duncan dylan eduardo edward eileen elena eleanor elias elif elisa elisabeth elise elizabeth ella ellen emil ' +
    'emilia emilie emily emma emmanuel enrique eric erica erik erika ernst esteban esther ethan eugene eva evan evelyn fabian fabienne fabio fatima federico felipe felix fernanda fernando ' +
    'filip fiona florian franck francesca francesco francisco francois francoise franziska fred frederic frederik frieda friedrich fritz gabriel gabriela gabriele gareth gary gavin geoffrey george ' +
    'gerald gerard gerd gerhard gertrud gilbert gina giorgio giovanni gisela giulia giuseppe gordon graham greg gregory greta guillaume guillermo gunther gustavo hanna hannah hannes hans harald ' +
    'haruto hassan hector heather heidi heike heiko heinrich heinz helen helena helene helga helmut henri henrik henry herbert hermann hilda hiroshi horst hugo ian ibrahim ignacio igor ilse imran ines ' +
    'inge ingrid irene irina isaac isabel isabella isabelle ivan jackie jacob jacqueline jacques jaime james jamie jana jane janet janice janine jason javier jeff jeffrey jennifer jenny jens jeremy ' +
    'jessica jill joachim joan joanna joao jochen joe joel joerg johan johanna johannes john johnny jonas jonathan jorge jose josef josephine joshua juan juana judith judy julia julian juliana julie juliette ' +
    'julio jurgen justin justyna kaitlyn karen karin karina karl karla karol karsten kate katharina katherine kathleen kathrin kathryn kathy katie katja katrin kavya kayla keith kelly ken kenji kenneth kerstin kevin ' +
    'khadija khalid kim kimberly kirsten klaus konrad konstantin krishna kristen kristin kristina kumar kurt kyle larry lars laura lauren laurence laurent leah leila lena leo leon leonardo leonie lewis liam liesel ' +
    'linda lindsay lisa liza lorenzo lothar louis louise luca lucas lucia luciana lucie lucy luis luisa lukas luke lutz lydia madeleine magda magdalena maike malte mandy manfred manuel manuela marc marcel marcela marcelo ' +
    'marco marcos marcus margaret margarita margot maria mariana marianne marie mario marion marisa markus marlene marta martha martin martina mary masha mateo mathias mathieu matteo matthew matthias ' +
    'maureen mauricio maurice megan mehmet mei melanie melissa meredith michael michaela michel michele michelle miguel mikael mikhail milan milena mireille miriam mohamed mohammad mohammed moises monica monika ' +
    'monique moritz muhammad mustafa nadia nadine nancy naomi natalia natalie natasha nathalie nathan neil nicholas nicola nicolas nicole nikhil niklas nikolai nils nina noah noemi nora norbert norman olaf oleg olga oliver ' +
    'olivia omar oscar otto pablo pamela paola paolo patricia patrick patrik paul paula paulo pavel pedro penelope petra philip philipp philippe pierre piotr pooja priya rachel rafael raghav rahul rainer raj rajesh ralf ralph ' +
    'ramon raphael raquel rashid raul ravi rebecca regina reinhard renate renata rene ricardo riccardo richard rita robert roberta roberto rodrigo roger roland rolf roman ronald rosemary roxana ruben rudolf russell ruth ryan ' +
    'sabine sabrina sally salma samantha samir samuel sandra sanjay sara sarah sascha sean sebastian serena sergei sergey sergio shannon sharon sheila shirley silke silvia simon simona simone sofia sofie sonia sonja ' +
    'sophia sophie stacy stanislav stefan stefania stefanie steffen stella stephan stephanie stephen steve steven stuart sunita susan susanna susanne suzanne svetlana sven sylvia sylvie takashi tamara tanja tanya tatiana teresa ' +
    'thea theodor theresa thierry thomas thorsten tiago tiffany tobias torsten tracy ulrich ulrike ursula ute uwe valentin valentina valerie vanessa vera verena veronica veronika vicky viktor viktoria vincent vivian ' +
    'vladimir waltraud wanda wendy werner wilhelm william wojciech wolfgang xavier yannick yasmin yolanda yosef youssef yuki yuri yvette yvonne zachary zahra zainab zoe',
);
