import type { Language } from '../habits.ts';
import { answering } from './answering.ts';
import { chaff } from './chaff.ts';
import { signals } from './signals.ts';

const list = (text: string): string[] => text.split('|');

export const es: Language = {
  code: 'es',
  courtesy: {
    greetings: list(
      'hola|buenos días|buenas tardes|buenas noches|buenas|buen día|estimado|estimada|estimados|estimadas|querido|querida|saludos',
    ),
    addressees: list('equipo|a todos|todos|señor|señora|señores|sr|sra|soporte|amigos'),
    signOffs: list(
      'saludos|un saludo|saludos cordiales|un cordial saludo|cordiales saludos|atentamente|muy atentamente|cordialmente|un abrazo|abrazos|quedo atento|quedo atenta|quedo a la espera|atte',
    ),
    thanks: list(
      'gracias|muchas gracias|mil gracias|gracias de antemano|muchas gracias de antemano|gracias por todo|agradecido|agradecida',
    ),
    wishes: [
      /(?:espero que (?:le |te )?(?:ayude|sirva)|que tengas? (?:un )?buen|no dude en|cualquier (?:otra )?(?:duda|consulta))/i,
    ],
  },
  machines: {
    subjects:
      /^(?:respuesta automática|fuera de (?:la )?oficina|ausente|no se puede entregar|leído|no leído|aceptado|aceptada|rechazado|rechazada|provisional|cancelado|cancelada|acuse de recibo)\s?[:：]|^(?:respuesta automática|fuera de (?:la )?oficina|acuse de recibo)/i,
    away: /(?:fuera de (?:la |mi )?oficina|de vacaciones|de baja|me encuentro ausente|estaré ausente|ya no (?:trabaja|forma parte)|ausente (?:hasta|del|de la)|de permiso)/i,
    instead:
      /(?:hasta el|hasta|a partir del|urgente|urgencia|contact[eoa]|póngase en contacto|escriba a|a mi (?:regreso|vuelta)|no leeré|acceso limitado|compañer)/i,
    undelivered:
      /(?:no (?:se ha podido|se pudo|pudo ser|ha podido ser) (?:entregar|entregado)|no se puede entregar|error (?:de|en la) entrega)/i,
    receipt:
      /(?:su mensaje .{0,60}(?:fue|ha sido) (?:leído|recibido|eliminado)|ha (?:aceptado|rechazado) (?:esta|su|la) invitación|(?:su|tu) (?:solicitud|mensaje|consulta|correo|ticket) .{0,30}(?:ha sido|fue) (?:recibid|cread|registrad)|hemos recibido (?:su|tu)|se ha creado (?:el|un) (?:ticket|caso)|gracias por (?:contactar|ponerse en contacto|comunicarse))/i,
    beside:
      /(?:#\s?\d{2,12}|no responda|no contest|mensaje automático|automáticamente|a la brevedad|lo antes posible|en \d{1,3} ?(?:h|horas|días)|\b(?:19|20)\d{2}\b)/i,
  },
  channelNouns: list('conversación|chat|llamada|mensaje|mensaje de voz|llamada perdida|buzón de voz|sms'),
  acknowledgement:
    /^(?:(?:ok|vale|perfecto|genial|excelente|estupendo|muy bien|bien|sí|si|listo|entendido|de acuerdo|hecho|recibido|(?:muchas |mil )?gracias(?: (?:de nuevo|por .{1,60}|a ti|a usted))?|(?:ya )?(?:funciona|funcionó|me funcionó|está|quedó)(?: (?:ya|ahora|perfecto|resuelto|solucionado))?|resuelto|solucionado|buen (?:día|fin de semana)|saludos|y|todo)[\s,.!¡…)\-–—:;]{0,6}){1,6}$/i,
  forwarded: /reenviado|\brv\b/i,
  additions: {
    explicit:
      /(?:^|\s)(?:(?:y )?(?:otra|una segunda|segunda|mi otra|una última) (?:pregunta|cosa|duda|consulta)|en segundo lugar|una cosa más)\s?[:,.–-]?/i,
    loose: /(?:^|\s)(?:además|también|por cierto|p\.?\s?d\.?|asimismo)\s?[:,–-]?/i,
    asking:
      /[?¿]|^\W{0,3}(?:cómo|dónde|qué|cuál|por qué|cuándo|quién|puedo|pueden|es|hay)\b|(?:quisiera|quiero|necesito|no |error|falta)/i,
    goingOn: /^\W{0,3}(?:es (?:eso|esto|posible)|eso|esto|alguna idea|cómo (?:lo|la))\b/i,
  },
  answering,
  chaff,
  signals,
};
