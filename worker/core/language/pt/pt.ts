import type { Language } from '../habits.ts';
import { answering } from './answering.ts';
import { chaff } from './chaff.ts';
import { signals } from './signals.ts';

const list = (text: string): string[] => text.split('|');

export const pt: Language = {
  code: 'pt',
  courtesy: {
    greetings: list(
      'olá|ola|oi|bom dia|boa tarde|boa noite|caro|cara|caros|prezado|prezada|prezados|estimado|estimada|estimados',
    ),
    addressees: list('equipe|equipa|time|a todos|todos|pessoal|senhor|senhora|sr|sra|suporte'),
    signOffs: list(
      'atenciosamente|cumprimentos|com os melhores cumprimentos|melhores cumprimentos|abraços|abraço|um abraço|cordialmente|saudações|atentamente|att|abs',
    ),
    thanks: list(
      'obrigado|obrigada|muito obrigado|muito obrigada|desde já obrigado|desde já obrigada|obrigado desde já|grato|grata|agradeço desde já',
    ),
    wishes: [/(?:espero (?:ter )?ajuda|tenha (?:um )?bo[am]|à disposição|qualquer (?:outra )?dúvida|fico no aguardo)/i],
  },
  machines: {
    subjects:
      /^(?:resposta automática|fora do escritório|ausência temporária|ausente|não é possível entregar|não entregue|lida?|não lida|aceit[ao]|recusad[ao]|provisóri[ao]|cancelad[ao]|confirmação de leitura)\s?[:：]|^(?:resposta automática|fora do escritório|ausência temporária|confirmação de leitura)/i,
    away: /(?:fora do escritório|de férias|de licença|estarei ausente|estou ausente|ausente (?:até|do)|não (?:trabalha|faz parte) mais|já não trabalha)/i,
    instead:
      /(?:até (?:o dia|ao dia|dia|\d)|até|a partir d[eo]|urgente|urgência|contat[eo]|contact[eo]|escreva para|meu (?:retorno|regresso)|acesso limitado|colega)/i,
    undelivered:
      /(?:não (?:pôde|pode|foi possível) ser? ?(?:entregue|entregar)|não foi entregue|falha (?:na|de) entrega)/i,
    receipt:
      /(?:(?:a )?sua mensagem .{0,60}foi (?:lida|recebida|excluída)|(?:aceitou|recusou) (?:este|o seu|seu) convite|(?:a )?sua (?:solicitação|mensagem|consulta) .{0,30}foi (?:recebida|criada|registrada|registada)|recebemos (?:a )?(?:sua|seu)|foi (?:criado|aberto) (?:o|um) (?:chamado|ticket)|obrigad[oa] por (?:entrar em contato|contactar))/i,
    beside:
      /(?:#\s?\d{2,12}|não responda|mensagem automática|automaticamente|o mais breve possível|em até \d{1,3} ?(?:h|horas|dias)|\b(?:19|20)\d{2}\b)/i,
  },
  channelNouns: list(
    'conversa|bate-papo|chat|chamada|ligação|mensagem|mensagem de voz|correio de voz|chamada perdida|sms',
  ),
  acknowledgement:
    /^(?:(?:ok|certo|perfeito|ótimo|excelente|muito bem|bem|sim|pronto|entendi|entendido|combinado|feito|recebido|(?:muito )?obrigad[oa](?: (?:mesmo|de novo|pel[ao] .{1,60}|por .{1,60}))?|valeu|(?:já )?(?:funcionou|funciona|deu certo|resolveu)(?: (?:agora|aqui))?|resolvido|bom dia|boa tarde|abraços?|e|tudo)[\s,.!…)\-–—:;]{0,6}){1,6}$/i,
  forwarded: /encaminhad|reencaminhad|\benc\b/i,
  additions: {
    explicit:
      /(?:^|\s)(?:(?:e )?(?:outra|uma segunda|segunda|minha outra|uma última|mais uma) (?:pergunta|coisa|dúvida|questão)|em segundo lugar)\s?[:,.–-]?/i,
    loose: /(?:^|\s)(?:além disso|também|a propósito|aliás|p\.?\s?s\.?)\s?[:,–-]?/i,
    asking:
      /[?？]|^\W{0,3}(?:como|onde|que|qual|por que|porque|quando|quem|posso|podem|é|há)\b|(?:gostaria|quero|preciso|não|erro|falta)/i,
    goingOn: /^\W{0,3}(?:é (?:isso|possível)|isso|isto|alguma ideia|como (?:o|a) faço)\b/i,
  },
  answering,
  chaff,
  signals,
};
