import type { PersonalWords } from '../personal-words.ts';

/** How people speak of themselves and of others in Spanish. Written by hand. */
export const PERSONAL: PersonalWords = {
  documents:
    'pasaporte|número de pasaporte|dni|nif|nie|cif|cédula|cédula de identidad|cédula de ciudadanía|' +
    'documento de identidad|número de documento|carnet de identidad|carnet de conducir|permiso de conducir|' +
    'licencia de conducir|licencia|seguridad social|número de la seguridad social|nss|curp|rfc|ine|clave de elector|' +
    'rut|run|cuit|cuil|tarjeta sanitaria|número de cliente|número de socio|número de afiliado|número de empleado|' +
    'expediente|historia clínica',
  cards: 'carnet|carné|tarjeta|licencia|permiso|credencial|documento|expediente',
  cases: '',
  numbers: 'número|núm|nº|num',
  owners: 'mi|mis|nuestro|nuestra|su|sus|tu',
  plates: 'matrícula|patente|placa|mi coche|mi carro|mi auto|mi moto',
  accounts: 'iban|cuenta|número de cuenta|cuenta bancaria|clabe|cbu|cci',
  passwords: 'contraseña|clave',
  codes:
    'código de verificación|código de seguridad|código de acceso|código de confirmación|código sms|código pin|' +
    'código que recibí|código que me llegó|clave de un solo uso|token de seguridad',
  births:
    'nací el|nacido el|nacida el|nací|nacido|nacida|fecha de nacimiento|cumpleaños|fecha nac|f. nac|fec. nac|fnac',
  lives:
    'vivo en|vivimos en|vive en|mi dirección|nuestra dirección|dirección|dirección es|domicilio|mi domicilio es|' +
    'domiciliado en|domiciliada en|dirección de envío|dirección de facturación|enviar a|envíelo a|me mudé a',
  postcodes: 'código postal|cp',
  streets:
    'calle|c/|avenida|avda|av|paseo|plaza|camino|carrera|carretera|calzada|callejón|ronda|travesía|jirón|colonia|' +
    'pasaje',
  units:
    'piso|puerta|portal|bloque|apto|apartamento|depto|departamento|edificio|interior|int|casa|apartado|' +
    'apartado de correos',
  named:
    'me llamo|mi nombre es|nombre|apellido|apellidos|a nombre de|se llama|llamado|llamada|titular|' +
    'titular de la cuenta|su nombre es',
  am: 'soy|yo soy|aquí',
  titles:
    'sr|sra|srta|señor|señora|señorita|don|doña|dr|dra|doctor|doctora|licenciado|licenciada|ing|ingeniero|profesor|' +
    'profesora',
  kin:
    'colega|compañero|compañera|jefe|jefa|esposo|esposa|marido|mujer|hijo|hija|hermano|hermana|madre|padre|mamá|' +
    'papá|amigo|amiga|vecino|vecina|novio|novia|pareja|socio|socia|asistente|empleado|empleada|tío|tía|primo|prima|' +
    'abuelo|abuela|sobrino|sobrina|gerente|contador|contadora|cliente|clienta|paciente',
  asks:
    'de parte de|en nombre de|hablé con|hablar con|hablado con|contactar a|contacté a|pregunte por|pregunte a|' +
    'preguntar por|asignado a|pertenece a|le dije a|dile a',
  greetings: 'hola|buenos días|buenas tardes|buenas noches|buenas|estimado|estimada|querido|querida|qué tal',
  closings:
    'gracias|muchas gracias|mil gracias|saludos|saludos cordiales|un saludo|un cordial saludo|atentamente|' +
    'cordialmente|un abrazo|abrazos|besos',
  says: 'dijo|me dijo|dice|escribió|llamó|preguntó|comentó|vive|olvidó',
  steps:
    'haga clic en|haz clic en|clic en|pulse|pulsa|abra|abre|seleccione|selecciona|elija|elige|vaya a|ve a|active|' +
    'activa|desactive|cierre|cierra|inicie|iniciar|vuelva a|introduzca|menú|pestaña|botón|carpeta|página|campo|' +
    'luego|después|y después en',
  health:
    'cáncer|tumor|leucemia|diabetes|diabético|diabética|depresión|embarazada|embarazo|aborto|epilepsia|hepatitis|' +
    'quimioterapia|bipolar|esquizofrenia|demencia|alzheimer|párkinson|parkinson|esclerosis múltiple|asma|ictus|' +
    'infarto|diálisis|psiquiatra|autismo|autista|vih|sida|insulina|discapacidad|anorexia|migraña|lupus|artritis',
  ill:
    'diagnosticado con|diagnosticada con|diagnosticaron|me diagnosticaron|le diagnosticaron|diagnóstico de|sufre de|' +
    'sufro de|padece|padezco|enfermo de|enferma de|en tratamiento por|ingresado por|ingresada por|de baja por|' +
    'alérgico a|alérgica a|murió de',
  persons:
    'yo|mi|mis|él|ella|su|sus|nuestro|nuestra|me|le|tengo|tiene|estoy|sufro|padezco|padece|fui|hijo|hija|esposo|esposa|marido|madre|padre',
  handles: 'usuario|nombre de usuario|apodo',
  stops:
    'yo|tú|él|ella|nosotros|ustedes|el|la|los|las|un|una|y|o|pero|si|es|son|no|que|quien|cuando|cómo|por|para|con|' +
    'sin|de|del|en|mi|mis|su|sus|equipo|todos|todas|señor|señora|señores|gracias|hola|cliente|usuario|muy|aquí|' +
    'nuestro|nuestra|se|me|a|al',
};
