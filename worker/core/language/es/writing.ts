import type { Writing } from '../writing.ts';
import { SPANISH_LOGIC } from './logic.ts';

const list = (words: string): Set<string> => new Set(words.trim().split(/\s+/));

/** Spanish: what the writer needs to know of it. By hand, from grammar. */
export const SPANISH: Writing = {
  salutation:
    /^(?:hola|buen(?:os|as) (?:días|tardes|noches)|buenas|estimad[oa]s?)(?: (?:a todos|equipo))?(?: (?:\p{Lu}[\p{L}.-]*|…)){0,3}\s*[,!.:–-]+\s*|^(?:hola|buenas)\s*[,!.]*\s*$/iu,
  signOff:
    /^(?:(?:un )?(?:cordial )?saludos?(?: cordiales?)?|atentamente|gracias(?: de nuevo| de antemano)?|muchas gracias|que tenga.{0,30}|un abrazo)\s*[,.!]*$/iu,
  doing: list(`
    abra abre vaya ve haga haz pulse pulsa presione presiona toque toca elija elige seleccione selecciona marque marca desmarque active activa
    desactive desactiva cambie cambia edite edita escriba escribe introduzca introduce ingrese ingresa rellene rellena añada añade agregue
    agrega elimine elimina borre borra quite quita cree crea copie copia pegue pega guarde guarda confirme confirma envíe envía inicie inicia
    cierre cierra descargue descarga suba sube exporte exporta importe importa instale instala desinstale actualice actualiza reinicie reinicia
    recargue recarga deslice desliza mantenga mantén siga sigue use usa utilice utiliza pruebe prueba vacíe vacía restablezca restablece
    solicite solicita pida pide contacte contacta busque busca compruebe comprueba revise revisa verifique verifica cancele cancela espere
    espera permita comparta comparte conecte conecta desconecte desconecta lea indique indica asegúrese acceda accede entre entra
  `),
  pressing: list(
    'pulse pulsa presione presiona toque toca elija elige seleccione selecciona en clic sobre llamado abra abre el la los',
  ),
  beginning: list(
    'el la los las un una si para en al después antes con sin usted nosotros luego entonces allí aquí cada una vez cuando desde por favor su sus este esta se',
  ),
  linking: list('el la los las un una de del a al en por para con y o si su sus nuestro que como no es son'),
  joining:
    /^(?:(?:luego|después|entonces|finalmente|también|y|pero|además|así que)(?:[,.:!;–-]+\s*|\s+(?=\p{L}))|(?:sí|no|exacto|claro|por supuesto|perfecto|genial|vale|ok|de acuerdo)(?:[,.:!;–]+|\s-)\s*)/iu,
  kindness: [
    /^(?:por favor,?|simplemente|solo)\s+(?=\p{L})/iu,
    /^(?:lo (?:siento|sentimos|lamento|lamentamos)|lamentablemente|desafortunadamente|no se preocupe|no hay problema|tenga en cuenta|para su información|nota)(?:[,:;.!]|,? que|,? pero)+\s+(?=\p{L})/iu,
    /(?:,\s*(?:por favor|gracias|lo siento)|\s+por favor)(?=[.!]*$)/iu,
  ],
  placing: list('en desde bajo dentro'),
  dangling:
    /^(?:es(?: |ta |te |to |tos )|son|está|están|fue|ha|han|él|ella|ellos|ellas|eso|esto|esos|esas|ese|esa|allí|ahí|aquí|luego|entonces|si no|en (?:ese|este) caso|ambos|o)(?![\p{L}])/iu,
  pointing: /\b(?:allí|ahí|arriba|abajo|como (?:dije|indicado|mencionado))\b/iu,
  pronoun: /\b(?:él|ella|ello)\b/iu,
  personal:
    /(?<![\p{L}])(?:yo|mi|mis|me|mí)(?![\p{L}])|\b(?:su (?:mensaje|paciencia|comentario)|hemos (?:\p{L}+ado|\p{L}+ido)|no dude en|gracias|disculp\p{L}+|lo siento|buen(?:a suerte| día)|háganos saber|encantad[oa]s?)\b/iu,
  scrap: /[=<>]|->|→|\s-\s|\betc\b/u,
  stating: /^(?:es|son|está|están|fue|ha|han|será|puede|debe|todavía|también|siempre|nunca|solo)\b/iu,
  team: /\b(?:nos|nosotros)\b/iu,
  hedging: /\b(?:probablemente|quizás?|tal vez|creo|parece|normalmente|posiblemente)\b/iu,
  correcting:
    /^(?:(?:oh|perdón|disculpe|espere)[,.!]? )*(?:me (?:equivoqué|he equivocado)|nos hemos equivocado|(?:debo|tengo que) corregir|corrección\b|mi error|eso (?:era|es) incorrecto)/iu,
  condition: /\b(?:si|cuando|hasta|antes|después|mientras|para|con|sin|salvo|solo|desde)\b/iu,
  verb: /(?<!\p{L})(?:es|son|está|están|fue|ha|han|hay|será|puede|pueden|debe|deben|tiene|tienen|va|van|\p{L}{3,}(?:a|an|e|en|emos|amos|rá|rán))(?![\p{L}])/iu,
  haste: [[/!+$/gu, '.']],
  nextStep: /,\s?(?:y\s)?(?:luego\s)?|\sy\s(?:luego\s|después\s)?|\s?;\s?(?:luego\s)?|,?\sluego\s/giu,
  forTheTeam: [[/\bpuedo\b/giu, 'podemos']],
  toCustomer: [
    [/\b(?:mi|nuestr[oa])\b/giu, 'su'],
    [/\b(?:mis|nuestr[oa]s)\b/giu, 'sus'],
  ],
  thingAsked(question) {
    const said = question.replace(/\s+/g, ' ').trim();
    const thing =
      /(?:cuál(?:es)? (?:es|son)|(?:puede|podría) (?:darme|darnos|indicarme|indicarnos|decirme|decirnos|enviarme|enviarnos)|indíque(?:me|nos)|envíe(?:me|nos)) ((?:su|sus|el|la) .{2,50}?)(?:,? por favor)?\s*[?.]$/iu.exec(
        said,
      )?.[1];
    return thing ?? null;
  },
  goTo: (path) => `Vaya a ${path}.`,
  wanting: [
    /\bcómo (?:puedo|podemos|se puede|puede uno|hago para)?\s*(.+)/iu,
    /\b(?:quiero|queremos|quisiera|necesito|necesitamos|me gustaría|deseo|tengo que)\s+(.+)/iu,
  ],
  loose: list(`
    el la los las un una unos unas de del a al en por para con sin y e o pero si que qué quien cuando donde cómo como yo tú él ella nosotros
    ustedes usted me te se lo le les nos mi mis nuestro nuestra su sus este esta ese esa es son está fue ha he no más muy también aquí ya
    gracias hola favor hay
  `),
  determining: list(
    'el la los las un una unos unas mi mis nuestro nuestra su sus este esta ese esa yo tú él ella nosotros usted ustedes',
  ),
  going: list('abra abre vaya ve acceda accede entre entra inicie inicia'),
  howTo: (task) => task,
  lead: (name) => `Esto es lo que debe saber sobre «${name}».`,
  ofItself: [/^esto es lo que debe saber sobre «(.+)»$/iu, /^tenga a mano: (.+)$/iu],
  ready: (things) => `Tenga a mano: ${things.join(', ')}.`,
  headings: { ready: 'Antes de empezar', notes: 'Información útil' },
  logic: SPANISH_LOGIC,
};
