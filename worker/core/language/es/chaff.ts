import type { Chaff } from '../habits.ts';

/** Spanish of people who want something else than help with the product. Written by hand; tried on made-up mails. */
export const chaff: Chaff = {
  offer:
    /(?<!\p{L})(?:(?:ofrecemos|brindamos|ayudamos a empresas|somos (?:una agencia|especialistas))|nuestr[oa]s? (?:servicios|agencia|paquetes|tarifas|empresa ofrece)|(?:artículo|post) (?:invitado|patrocinado)|backlinks?|enlaces patrocinados|(?:auditoría|servicios?|posicionamiento|agencia) (?:de )?seo|primera página de google|patrocin\p{L}+|colaboración|alianza|presupuesto sin compromiso|consulta gratuita|oferta (?:especial|limitada)|generación de (?:leads|clientes)|nota de prensa)(?!\p{L})/iu,
  business:
    /(?<!\p{L})(?:(?:su|tu) (?:empresa|negocio|marca|sitio(?: web)?|página web|web|facturación|audiencia|equipo de marketing)|aumentar (?:sus|tus|su|tu|las) (?:ventas|tráfico|visitas|ingresos)|(?:breve|corta) (?:llamada|reunión)|(?:le|les|te) (?:interesa|interesaría)|estaría interesad[oa]|persona (?:encargada|responsable) de|darse de baja|cancelar (?:la )?suscripción a este)(?!\p{L})/iu,
  application:
    /(?<!\p{L})(?:(?:me postulo|postularme|aplicar|solicitar|candidatura)(?: \p{L}+){0,4} (?:al|para el|para la|a la|como) (?:puesto|cargo|vacante|trabajo|empleo|prácticas)?|(?:mi|adjunto) (?:cv|curr[ií]culum|hoja de vida|carta de presentación)|(?:vacantes?|puestos?) (?:disponibles?|abiert[oa]s?)|busco (?:trabajo|empleo|prácticas))(?!\p{L})/iu,
  praise:
    /(?<!\p{L})(?:(?:gran|excelente|increíble|magnífic[oa]|buen|fantástic[oa]) (?:trabajo|producto|herramienta|app|aplicación|servicio|soporte|equipo)|me encanta (?:su|tu|el|la|usar)|sigan así|sigue así|(?:quería|quiero) (?:sólo |solo |simplemente )?(?:agradecer|felicitar|decirles))(?!\p{L})/iu,
  wish: /(?<!\p{L})(?:sigan así|sigue así|gracias|felicidades|felicitaciones|enhorabuena)(?!\p{L})/iu,
  need: /(?<!\p{L})(?:cómo (?:puedo|hago|se|podemos|\p{L}+o)|no (?:puedo|podemos|funciona|carga|aparece|llega|recibo|me|se|logro|encuentro|hay|sale)|errores?|error|problemas?|fall[ao]s?|falla|falta\p{L}*|(?:mi|mis) (?:cuenta|factura|suscripción|pedido|plan|contraseña|pago|panel)|reembols\p{L}+|cancelar mi|iniciar sesión|acceder|dónde (?:está|puedo|encuentro))(?!\p{L})/iu,
  trial: /^(?:(?:esto es )?(?:sólo |solo )?(?:una )?(?:prueba|test)(?: por favor ignorar| ignorar)?[\s.,!]*){1,4}$/iu,
};
