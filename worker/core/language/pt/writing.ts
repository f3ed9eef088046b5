import type { Writing } from '../writing.ts';
import { PORTUGUESE_LOGIC } from './logic.ts';

const list = (words: string): Set<string> => new Set(words.trim().split(/\s+/));

/** Portuguese: what the writer needs to know of it. By hand, from grammar. */
export const PORTUGUESE: Writing = {
  salutation:
    /^(?:olá|oi|bom dia|boa (?:tarde|noite)|prezad[oa]s?|car[oa]s?)(?: (?:a todos|equipe))?(?: (?:\p{Lu}[\p{L}.-]*|…)){0,3}\s*[,!.:–-]+\s*|^(?:olá|oi)\s*[,!.]*\s*$/iu,
  signOff:
    /^(?:atenciosamente|(?:com os )?(?:melhores )?cumprimentos|abraços?|obrigad[oa](?: novamente| desde já)?|muito obrigad[oa]|tenha um.{0,30}|até (?:logo|breve))\s*[,.!]*$/iu,
  doing: list(`
    abra abre vá vai clique clica toque toca pressione pressiona escolha escolhe selecione seleciona marque marca desmarque ative ativa desative
    desativa altere altera mude muda edite edita digite digita insira insere informe preencha preenche adicione adiciona remova remove exclua
    exclui apague apaga crie cria copie copia cole cola salve salva confirme confirma envie envia entre entra saia baixe baixa carregue carrega
    exporte exporta importe importa instale instala desinstale atualize atualiza reinicie reinicia recarregue deslize arraste mantenha siga
    segue use usa utilize utiliza tente tenta limpe limpa redefina solicite solicita peça contate procure procura verifique verifica confira
    cancele cancela aguarde espere permita compartilhe compartilha conecte conecta desconecte leia indique certifique acesse acessa faça
  `),
  pressing: list(
    'clique clica toque toca pressione pressiona escolha escolhe selecione seleciona em no na sobre chamado abra abre o a os',
  ),
  beginning: list(
    'o a os as um uma se para em no na após depois antes com sem você ele nós então ali aqui cada uma vez quando desde por favor seu sua este esta',
  ),
  linking: list(
    'o a os as um uma de do da dos das a ao à em no na por para com e ou se seu sua nosso que como não é são',
  ),
  joining:
    /^(?:(?:depois|então|finalmente|também|e|mas|além disso)(?:[,.:!;–-]+\s*|\s+(?=\p{L}))|(?:sim|não|exato|claro|com certeza|perfeito|ótimo|certo|ok)(?:[,.:!;–]+|\s-)\s*)/iu,
  kindness: [
    /^(?:por favor,?|simplesmente|basta)\s+(?=\p{L})/iu,
    /^(?:(?:sinto|sentimos|lamento|lamentamos) muito|infelizmente|não se preocupe|sem problemas?|lembre-se|observe|nota)(?:[,:;.!]|,? que|,? mas)+\s+(?=\p{L})/iu,
    /(?:,\s*(?:por favor|obrigad[oa])|\s+por favor)(?=[.!]*$)/iu,
  ],
  placing: list('em no na nos nas sob'),
  dangling:
    /^(?:é|são|está|estão|foi|ele|ela|eles|elas|isso|isto|esse|essa|este (?:é|está)|esta (?:é|está)|lá|ali|aqui|depois|então|caso contrário|nesse caso|neste caso|se não|ambos|ou)(?![\p{L}])/iu,
  pointing: /\b(?:lá|ali|acima|abaixo|como (?:dito|indicado|mencionado))\b/iu,
  pronoun: /\b(?:ele|ela)\b/iu,
  personal:
    /(?<![\p{L}])(?:eu|meu|minha|meus|minhas|me|mim)(?![\p{L}])|\b(?:sua (?:mensagem|paciência)|seu (?:contato|retorno)|nós (?:\p{L}+amos|\p{L}+emos)|fique à vontade|obrigad[oa]|desculp\p{L}+|sinto muito|boa sorte|tenha um|avise-nos)\b/iu,
  scrap: /[=<>]|->|→|\s-\s|\betc\b/u,
  stating: /^(?:é|são|está|estão|foi|tem|têm|será|pode|deve|ainda|também|sempre|nunca|só)(?![\p{L}])/iu,
  team: /\b(?:nos|nós|conosco)\b/iu,
  hedging: /\b(?:provavelmente|talvez|acho|acredito|parece|normalmente|possivelmente)\b/iu,
  correcting:
    /^(?:(?:oh|ops|desculpe|perdão)[,.!]? )*(?:(?:eu )?me enganei|estava enganad[oa]|nos enganamos|(?:preciso|devo) corrigir|correção\b|meu erro|isso (?:estava|está) errado)/iu,
  condition: /\b(?:se|quando|até|antes|depois|após|enquanto|para|com|sem|exceto|só|desde)\b/iu,
  verb: /(?<![\p{L}])(?:é|são|está|estão|foi|há|tem|têm|será|pode|podem|deve|devem|vai|vão|\p{L}{3,}(?:a|am|e|em|emos|amos|rá|rão))(?![\p{L}])/iu,
  haste: [
    [/\bvc\b/giu, 'você'],
    [/!+$/gu, '.'],
  ],
  nextStep: /,\s?(?:e\s)?(?:depois\s)?|\se\s(?:depois\s|em seguida\s)?|\s?;\s?(?:depois\s)?|,?\sdepois\s/giu,
  forTheTeam: [[/\bposso\b/giu, 'podemos']],
  toCustomer: [
    [/\b(?:meu|nosso)\b/giu, 'seu'],
    [/\b(?:minha|nossa)\b/giu, 'sua'],
  ],
  thingAsked(question) {
    const said = question.replace(/\s+/g, ' ').trim();
    const thing =
      /(?:qual (?:é|seria)|quais são|(?:pode|poderia) (?:me |nos )?(?:informar|dizer|enviar|passar)|informe(?:-me|-nos)?|envie(?:-me|-nos)?) ((?:o |a )?(?:seu|sua|seus|suas) .{2,50}?)(?:,? por favor)?\s*[?.]$/iu.exec(
        said,
      )?.[1];
    return thing ?? null;
  },
  goTo: (path) => `Vá para ${path}.`,
  wanting: [
    /\bcomo (?:posso|podemos|faço para|eu faço para|se pode)?\s*(.+)/iu,
    /\b(?:quero|queremos|gostaria de|preciso|precisamos|desejo|tenho que)\s+(.+)/iu,
  ],
  loose: list(`
    o a os as um uma uns umas de do da dos das ao à em no na nos nas por pelo pela para com sem e ou mas se que quem quando onde como eu tu ele
    ela nós vocês você me te lhe meu minha nosso nossa seu sua este esta esse essa é são está foi tem há não mais muito também aqui já obrigado
    obrigada olá favor
  `),
  determining: list(
    'o a os as um uma uns umas meu minha nosso nossa seu sua este esta esse essa eu ele ela nós você vocês',
  ),
  going: list('abra abre vá vai acesse acessa entre entra'),
  howTo: (task) => task,
  lead: (name) => `Veja o que você precisa saber sobre “${name}”.`,
  ofItself: [/^veja o que você precisa saber sobre “(.+)”$/iu, /^tenha em mãos: (.+)$/iu],
  ready: (things) => `Tenha em mãos: ${things.join(', ')}.`,
  headings: { ready: 'Antes de começar', notes: 'Bom saber' },
  logic: PORTUGUESE_LOGIC,
};
