import type { SignalWords } from '../signal-words.ts';

/** Spanish of people whom help failed. Written by hand from grammar; tried on made-up sentences, on no account's. */
export const signals: SignalWords = {
  negation: /(?<!\p{L})(?:no|nunca|jamás|sin|ni|tampoco|nada|ningún|ninguna)$/u,
  asksForPerson:
    /(?<!\p{L})(?:hablar con (?:un|una|su|el|la|alguna|algún)? ?(?:\p{L}+ )?(?:humano|persona real|persona de verdad|responsable|supervisor|supervisora|gerente|encargado|agente|superior|otra persona)|(?:páseme|páse?nme|comuníqueme|transfiérame|póngame) con|(?:quiero|necesito|exijo) (?:hablar con )?(?:un|una) (?:humano|persona real|supervisor|responsable|gerente)|escal(?:e|en|ar) (?:mi|este|esto|el) (?:caso|ticket|problema|solicitud)?)(?!\p{L})/gu,
  passesOn:
    /(?<!\p{L})(?:(?:he|hemos|voy a|vamos a|estoy|estamos) (?:escalado|escalar|escalando|pasado|pasar|pasando|derivado|derivar|derivando|transferido|transferir|reenviado|reenviar|trasladado|trasladar) (?:su|tu|el|la|este|esto|esta) ?(?:caso|consulta|solicitud|ticket|problema|petición)?|(?:su|tu) (?:caso|consulta|solicitud|ticket) (?:ha sido|fue|será) (?:escalad[oa]|derivad[oa]|transferid[oa]|pasad[oa]|trasladad[oa]))(?!\p{L})/gu,
  strong:
    /(?<!\p{L})(?:inaceptable|inadmisible|indignante|vergonzos[oa]|una vergüenza|ridícul[oa]|pésim[oa]|lamentable|frustrad[oa]|frustrante|furios[oa]|hart[oa] de|estoy hart[oa]|pérdida de tiempo|una burla|(?:muy|realmente|sumamente|bastante) (?:molest[oa]|decepcionad[oa]|enojad[oa]|enfadad[oa]|indignad[oa])|(?:mal|peor|terrible|horrible) (?:servicio|soporte|atención)|nadie (?:responde|contesta|me ayuda|nos ayuda|me responde)|(?:tercera|cuarta|quinta|décima|\d{1,2}ª) vez que|cuántas veces)(?!\p{L})/gu,
  strongNegated:
    /(?<!\p{L})(?:no es aceptable|no (?:me |nos )?(?:ayuda|sirve)(?:n)? (?:de |para )?nada|no responde a mi pregunta|eso no es lo que (?:pregunté|pedí))(?!\p{L})/gu,
  weak: /(?<!\p{L})(?:molest[oa]|decepcionad[oa]|decepcionante|otra vez lo mismo|una vez más|como ya (?:dije|comenté|expliqué|escribí)|ya les (?:dije|expliqué|comenté)|(?:desde hace|llevo|llevamos) (?:\p{L}+ )?(?:días|semanas|meses)|sigo (?:esperando|sin respuesta)|en serio)(?!\p{L})/gu,
  hedges:
    /(?<!\p{L})(?:no (?:estoy|estamos) (?:del todo |completamente |totalmente |muy )?segur[oa]s?|no (?:sé|sabemos) (?:exactamente )?(?:si|por qué|cómo|cuándo)|(?:creo|creemos|supongo|imagino|me parece) que|hasta donde (?:yo )?sé|que yo sepa|si no me equivoco|(?:tengo que|debo|voy a|déjeme|permítame|déjame) (?:\p{L}+ )?(?:consultar|consultarlo|preguntar|confirmar|confirmarlo|verificar|verificarlo)(?: esto| eso)? (?:con|a) (?:mi|mis|el|la|los|nuestro|nuestra|un|una) (?:\p{L}+ ){0,2}(?:equipo|compañeros?|compañera|supervisor|supervisora|departamento|técnicos?|desarrolladores|ingenieros))(?!\p{L})/u,
  isLost:
    /(?<!\p{L})(?:no (?:he )?(?:entendí|entendido|entiendo|comprendí|comprendo)(?: bien)?(?: (?:su|tu) (?:pregunta|mensaje|consulta))?|no (?:encontré|pude encontrar|he encontrado) (?:ninguna |ningún )?(?:respuesta|artículo|información|resultado)s?)(?!\p{L})/u,
  courtesy:
    /^(?:hola|buen(?:os|as) (?:días|tardes|noches)|estimad[oa]|gracias|lo siento|disculpe|lamento|lamentamos|claro|por supuesto|un momento|con gusto)(?!\p{L})/u,
  content:
    /^(?:ok|vale|perfecto|genial|gracias|sí|si,|no[,. ]|claro|entendido|listo|excelente)(?!\p{L})|(?<!\p{L})(?:gracias|ya (?:funciona|está|quedó|pude)|funcionó|solucionado|resuelto)(?!\p{L})/u,
  missed:
    /(?<!\p{L})(?:quiero decir|quise decir|mi pregunta (?:es|era)|(?:sigue|siguen|sigo) (?:sin|igual|apareciendo|saliendo|dando|con)|(?:todavía|aún) no|(?:eso|esto|el enlace|el artículo|la respuesta|la solución) no (?:me )?(?:funciona|sirve|ayuda|responde|explica|resuelve)|ya (?:lo )?(?:intenté|probé|hice|dije|revisé|he probado|he intentado)|(?:mismo|misma) (?:error|problema|mensaje|resultado)|como (?:ya )?dije|pero (?:cómo|dónde|por qué|no puedo|necesito|quiero))(?!\p{L})/u,
  changed:
    /(?<!\p{L})(?:en realidad|mejor|en cambio|otra (?:pregunta|cosa|duda)|también|además|por cierto|y (?:si|qué pasa con))(?!\p{L})/u,
  question:
    /[?¿]|^(?:y |pero |entonces )?(?:cómo|dónde|por qué|cuándo|cuál|cuáles|qué|puedo|se puede|hay|es)(?!\p{L})/u,
  general: ['encontrar', 'ver', 'ir', 'hacer', 'saber', 'decir', 'necesito', 'quiero', 'cosa', 'manera', 'forma'],
};
