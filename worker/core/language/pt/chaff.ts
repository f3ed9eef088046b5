import type { Chaff } from '../habits.ts';

/** Portuguese of people who want something else than help with the product. Written by hand; tried on made-up mails. */
export const chaff: Chaff = {
  offer:
    /(?<!\p{L})(?:(?:oferecemos|ajudamos empresas|somos (?:uma agência|especialistas))|noss[oa]s? (?:serviços|agência|pacotes|planos comerciais|empresa oferece)|(?:artigo|post) (?:convidado|patrocinado)|guest post|backlinks?|(?:auditoria|serviços?|consultoria|agência) (?:de )?seo|primeira página do google|patrocín\p{L}+|parceria|colaboração|orçamento sem compromisso|consultoria gratuita|oferta (?:especial|imperdível|por tempo limitado)|geração de (?:leads|clientes)|comunicado de imprensa)(?!\p{L})/iu,
  business:
    /(?<!\p{L})(?:(?:sua|seu|vossa) (?:empresa|negócio|marca|site|página|faturamento|audiência|equipe de marketing)|aumentar (?:suas|seu|sua|as) (?:vendas|tráfego|visitas|receita|faturamento)|(?:breve|rápida) (?:ligação|conversa|reunião)|(?:teria|teriam|tem) interesse|você está interessad[oa]|(?:pessoa|responsável) (?:responsável )?(?:pelo|pela|por)|descadastrar|cancelar inscrição)(?!\p{L})/iu,
  application:
    /(?<!\p{L})(?:(?:candidatar-me|me candidatar|candidatura)(?: \p{L}+){0,4} (?:à|a|para|ao) (?:vaga|cargo|posição|emprego|estágio)?|(?:meu|anexo|segue) (?:o )?(?:cv|curr[ií]culo|currículo)|vagas? (?:abertas?|disponíveis|disponível)|procuro (?:um |uma )?(?:emprego|estágio|vaga))(?!\p{L})/iu,
  praise:
    /(?<!\p{L})(?:(?:ótimo|excelente|incrível|belo|fantástico|maravilhoso|ótima|incrível) (?:trabalho|produto|ferramenta|app|aplicativo|serviço|suporte|equipe|atendimento)|(?:adoro|amo|adoramos|gosto muito d[eoa]) (?:o|a|seu|sua|usar|vocês)|continuem assim|parabéns (?:pelo|pela|a)|(?:queria|quero) (?:só |apenas )?(?:agradecer|parabenizar|dizer))(?!\p{L})/iu,
  wish: /(?<!\p{L})(?:continuem assim|obrigad[oa]|parabéns|sucesso)(?!\p{L})/iu,
  need: /(?<!\p{L})(?:como (?:posso|faço|eu|se|podemos|\p{L}+o)|não (?:consigo|conseguimos|funciona|carrega|aparece|chega|recebo|está|abre|encontro|sai)|erros?|problemas?|falha\p{L}*|falta\p{L}*|(?:minha|meu|meus) (?:conta|fatura|assinatura|pedido|plano|senha|pagamento|painel)|reembols\p{L}+|cancelar (?:minha|meu)|entrar|acessar|login|onde (?:está|posso|fica|encontro))(?!\p{L})/iu,
  trial:
    /^(?:(?:isto é |isso é )?(?:só |apenas )?(?:um )?(?:teste|test)(?: por favor ignore| ignorar)?[\s.,!]*){1,4}$/iu,
};
