import type { SignalWords } from '../signal-words.ts';

/** Portuguese of people whom help failed. Written by hand from grammar; tried on made-up sentences, on no account's. */
export const signals: SignalWords = {
  negation: /(?<!\p{L})(?:não|nunca|jamais|sem|nem|tampouco|nada|nenhum|nenhuma)$/u,
  asksForPerson:
    /(?<!\p{L})(?:falar com (?:um|uma|seu|o|a|algum|alguma)? ?(?:\p{L}+ )?(?:humano|pessoa real|pessoa de verdade|atendente|responsável|supervisor|supervisora|gerente|superior|outra pessoa)|(?:me transfira|transfira-me|me passe|me coloque|passe-me) (?:para|com|a)|(?:quero|preciso|exijo) (?:falar com )?(?:um|uma) (?:humano|pessoa real|atendente humano|supervisor|responsável|gerente)|escal(?:e|em|ar|onar) (?:meu|minha|este|esta|isso|o|a) (?:caso|chamado|ticket|solicitação|problema)?)(?!\p{L})/gu,
  passesOn:
    /(?<!\p{L})(?:(?:encaminhei|encaminhamos|repassei|repassamos|escalei|escalamos|transferi|transferimos|vou encaminhar|vamos encaminhar|vou repassar|vou escalar|estou encaminhando|estamos encaminhando) (?:o|a|seu|sua|este|esta|isso)|(?:seu|sua) (?:caso|chamado|solicitação|ticket) (?:foi|será) (?:encaminhad[oa]|repassad[oa]|escalad[oa]|transferid[oa]))(?!\p{L})/gu,
  strong:
    /(?<!\p{L})(?:inaceitável|inadmissível|um absurdo|absurdo isso|vergonhos[oa]|uma vergonha|ridícul[oa]|péssim[oa]|lamentável|frustrad[oa]|frustrante|furios[oa]|cansad[oa] de (?:esperar|pedir|tentar|repetir)|perda de tempo|descaso|palhaçada|(?:muito|realmente|extremamente|bastante) (?:irritad[oa]|decepcionad[oa]|chatead[oa]|insatisfeit[oa]|revoltad[oa])|(?:pior|horrível|terrível) (?:atendimento|suporte|serviço)|ninguém (?:responde|me ajuda|nos ajuda|resolve|me responde)|(?:terceira|quarta|quinta|décima|\d{1,2}ª) vez que|quantas vezes)(?!\p{L})/gu,
  strongNegated:
    /(?<!\p{L})(?:não é aceitável|não (?:me |nos )?ajuda(?:m)? (?:em |de )?nada|não responde(?:u)? (?:à |a )?minha pergunta|não foi isso que (?:eu )?perguntei)(?!\p{L})/gu,
  weak: /(?<!\p{L})(?:irritante|irritad[oa]|chatead[oa]|decepcionad[oa]|decepcionante|mais uma vez|de novo a mesma|como (?:eu )?já (?:disse|falei|expliquei|escrevi)|(?:há|faz) (?:dias|semanas|meses)|ainda (?:estou esperando|sem resposta|nada)|sério mesmo)(?!\p{L})/gu,
  hedges:
    /(?<!\p{L})(?:não (?:tenho|temos) (?:certeza|total certeza|muita certeza)|não (?:estou|estamos) (?:muito |totalmente )?cert[oa]s?|não (?:sei|sabemos) (?:exatamente |ao certo )?(?:se|por que|como|quando)|(?:acho|achamos|acredito|acreditamos|suponho|imagino) que|até onde (?:eu )?sei|que eu saiba|se não me engano|(?:preciso|tenho que|vou|deixe-me|deixa eu) (?:\p{L}+ )?(?:consultar|verificar|confirmar|perguntar)(?: isso)? (?:com|para|ao|à) ?(?:o|a|os|meu|minha|meus|nosso|nossa|um|uma)? ?(?:\p{L}+ ){0,2}(?:equipe|time|colegas?|supervisor|supervisora|setor|área|técnicos?|desenvolvedores))(?!\p{L})/u,
  isLost:
    /(?<!\p{L})(?:não (?:entendi|compreendi|entendo)(?: (?:bem|direito|muito bem))?|não (?:encontrei|consegui encontrar|achei) (?:nenhuma |nenhum )?(?:resposta|artigo|informação|resultado)s?)(?!\p{L})/u,
  courtesy:
    /^(?:olá|oi|bom dia|boa (?:tarde|noite)|prezad[oa]|obrigad[oa]|desculpe|sinto muito|lamentamos|claro|com certeza|um momento|pois não)(?!\p{L})/u,
  content:
    /^(?:ok|certo|perfeito|ótimo|obrigad[oa]|sim|não[,. ]|beleza|entendi|entendido|excelente|show)(?!\p{L})|(?<!\p{L})(?:obrigad[oa]|valeu|(?:agora )?funcionou|deu certo|resolvido|resolveu|consegui)(?!\p{L})/u,
  missed:
    /(?<!\p{L})(?:quero dizer|quis dizer|minha (?:pergunta|dúvida) (?:é|era)|(?:continua|continuo|continuam) (?:sem|igual|dando|aparecendo|com|não)|ainda não|(?:isso|o link|o artigo|a resposta|a solução) não (?:me )?(?:funciona|funcionou|ajuda|ajudou|responde|explica|resolve|resolveu)|já (?:tentei|fiz|disse|testei|verifiquei|falei)|(?:mesmo|mesma) (?:erro|problema|mensagem|resultado)|como (?:eu )?(?:já )?(?:disse|falei)|mas (?:como|onde|por que|eu (?:não|preciso|quero)))(?!\p{L})/u,
  changed:
    /(?<!\p{L})(?:na verdade|melhor|em vez disso|outra (?:pergunta|coisa|dúvida)|também|além disso|aliás|e (?:se|quanto a))(?!\p{L})/u,
  question: /\?|^(?:e |mas |então )?(?:como|onde|por que|quando|qual|quais|o que|posso|dá para|tem|é)(?!\p{L})/u,
  general: ['encontrar', 'ver', 'ir', 'fazer', 'saber', 'dizer', 'preciso', 'quero', 'coisa', 'jeito', 'forma'],
};
