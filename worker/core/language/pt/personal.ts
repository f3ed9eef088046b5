import type { PersonalWords } from '../personal-words.ts';

/** How people speak of themselves and of others in Portuguese. Written by hand. */
export const PERSONAL: PersonalWords = {
  documents:
    'passaporte|número do passaporte|cpf|cnpj|rg|cnh|cartão de cidadão|cartão do cidadão|bilhete de identidade|nif|' +
    'niss|número de contribuinte|contribuinte|carteira de identidade|carteira de motorista|carta de condução|' +
    'título de eleitor|pis|nis|sus|cartão sus|número de utente|utente|matrícula funcional|número de cliente|' +
    'número de sócio|documento de identidade|prontuário',
  cards: 'cartão|carteira|licença|crachá|documento|cédula',
  cases: '',
  numbers: 'número|nº|num',
  owners: 'meu|minha|meus|nosso|nossa|seu|sua|dele|dela',
  plates: 'placa|matrícula|meu carro|minha moto',
  accounts: 'iban|nib|conta|número da conta|conta corrente|conta bancária|agência|chave pix|pix',
  passwords: 'senha|palavra-passe|palavra passe',
  codes:
    'código de verificação|código de segurança|código de acesso|código de confirmação|código sms|código pin|' +
    'código que recebi|código recebido',
  births: 'nasci em|nasci|nascido em|nascida em|nascido|nascida|data de nascimento|aniversário|data nasc|nasc|dn',
  lives:
    'moro na|moro no|moro em|moramos na|mora na|vivo na|vivo em|meu endereço|nosso endereço|minha morada|morada|' +
    'endereço|endereço é|endereço de entrega|entregar na|enviar para|resido na|mudei para',
  postcodes: 'cep|código postal',
  streets: 'rua|r|travessa|praça|largo|avenida|av|alameda|estrada|rodovia|beco|praceta|calçada|ladeira',
  units: 'apto|apartamento|ap|bloco|casa|andar|sala|caixa postal|edifício|lote|quadra|nº',
  named:
    'meu nome é|me chamo|chamo-me|o meu nome é|nome|sobrenome|apelido|em nome de|titular|titular da conta|se chama|' +
    'chama-se|chamado|chamada',
  am: 'sou|eu sou|sou o|sou a|aqui é|é o|é a',
  titles: 'sr|sra|senhor|senhora|dona|seu|dr|dra|doutor|doutora|eng|professor|professora|o sr|a sra',
  kin:
    'colega|chefe|marido|esposa|esposo|mulher|filho|filha|irmão|irmã|mãe|pai|amigo|amiga|vizinho|vizinha|namorado|' +
    'namorada|sócio|sócia|gerente|assistente|funcionário|funcionária|tio|tia|primo|prima|avô|avó|sobrinho|sobrinha|' +
    'contador|contadora|cliente|paciente',
  asks:
    'em nome de|da parte de|falei com|falar com|falado com|contactar|contatar|perguntar por|pergunte ao|pergunte à|' +
    'pertence a|pertence ao|encaminhado para|atribuído a',
  greetings: 'olá|oi|bom dia|boa tarde|boa noite|prezado|prezada|caro|cara|querido|querida|exmo|exma|estimado|estimada',
  closings:
    'obrigado|obrigada|muito obrigado|muito obrigada|atenciosamente|cumprimentos|com os melhores cumprimentos|' +
    'melhores cumprimentos|abraço|abraços|um abraço|grato|grata|beijos',
  says: 'disse|me disse|falou|escreveu|ligou|perguntou|comentou|mora|esqueceu|trocou',
  steps:
    'clique em|clique|abra|selecione|escolha|vá para|vá em|aceda a|toque em|pressione|ative|desative|digite|menu|' +
    'aba|botão|pasta|página|campo|depois|em seguida',
  health:
    'câncer|cancro|tumor|leucemia|diabetes|diabético|diabética|depressão|grávida|gravidez|aborto|epilepsia|hepatite|' +
    'quimioterapia|bipolar|esquizofrenia|demência|alzheimer|parkinson|esclerose múltipla|asma|avc|enfarte|infarto|' +
    'diálise|psiquiatra|autismo|autista|hiv|aids|sida|insulina|deficiência|anorexia|enxaqueca|lúpus',
  ill:
    'diagnosticado com|diagnosticada com|diagnóstico de|sofre de|sofro de|sofre com|tratamento de|tratamento para|' +
    'em tratamento contra|internado com|internada com|de baixa por|alérgico a|alérgica a|morreu de',
  persons:
    'eu|meu|minha|ele|ela|seu|sua|nosso|nossa|me|tenho|tem|dele|dela|estou|sou|sofro|filho|filha|esposa|marido|mãe|pai',
  handles: 'utilizador|usuário|nome de usuário|nome de utilizador|login',
  stops:
    'eu|tu|ele|ela|nós|vocês|o|a|os|as|um|uma|e|ou|mas|se|é|são|não|que|quem|quando|como|por|para|com|sem|de|do|da|' +
    'dos|das|em|no|na|meu|minha|equipe|equipa|todos|todas|senhor|senhora|obrigado|olá|cliente|muito|aqui|nosso|' +
    'nossa',
};
