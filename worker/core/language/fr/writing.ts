import type { Writing } from '../writing.ts';
import { FRENCH_LOGIC } from './logic.ts';

const list = (words: string): Set<string> => new Set(words.trim().split(/\s+/));

/** French: what the writer needs to know of it. By hand, from grammar. */
export const FRENCH: Writing = {
  salutation:
    /^(?:bonjour|bonsoir|salut|coucou|chère?|madame|monsieur)(?: (?:madame|monsieur|à tous))?(?: (?:\p{Lu}[\p{L}.’'-]*|…)){0,3}\s*[,!.:–-]+\s*|^(?:bonjour|bonsoir|salut)\s*[,!.]*\s*$/iu,
  signOff:
    /^(?:(?:bien |très )?cordialement|bien à vous|sincèrement|(?:meilleures )?salutations.{0,20}|à bientôt|bonne (?:journée|soirée).{0,20}|merci(?: beaucoup| encore| d’avance)?)\s*[,.!]*$/iu,
  doing: list(`
    ouvrez ouvre allez va cliquez clique appuyez appuie choisissez choisis sélectionnez sélectionne cochez coche décochez décoche activez active
    désactivez désactive changez change modifiez modifie saisissez saisis entrez entre tapez tape remplissez remplis ajoutez ajoute supprimez
    supprime retirez retire créez crée copiez copie collez colle enregistrez enregistre confirmez confirme envoyez envoie connectez connecte
    déconnectez téléchargez télécharge exportez exporte importez importe installez installe désinstallez mettez mets redémarrez redémarre
    rechargez recharge faites fais glissez glisse rendez suivez suis utilisez utilise essayez essaie videz vide réinitialisez réinitialise
    demandez demande contactez contacte cherchez cherche recherchez vérifiez vérifie annulez annule attendez attends autorisez partagez partage
    débranchez branchez fermez ferme lisez indiquez indique donnez donne assurez
  `),
  telling:
    /^(?!(?:avez|aviez|auriez|aurez|serez|seriez|pouvez|pourriez|devez|devriez|voulez|savez|assez|chez|rez)(?!\p{L}))\p{L}{2,}ez(?!\p{L}|-vous)/iu,
  pressing: list(
    'cliquez clique appuyez appuie choisissez choisis sélectionnez sélectionne sur ouvrez ouvre nommé sous le la les',
  ),
  beginning: list(
    'le la les un une des si pour dans sur après avant avec sans il elle nous vous ensuite puis là ici en chaque une fois lorsque quand dès veuillez votre vos ce cette on',
  ),
  linking: list(
    'le la les un une des du de à au aux en dans sur par pour avec et ou si votre vos notre que comme ne pas est sont',
  ),
  joining:
    /^(?:(?:puis|ensuite|enfin|aussi|et|donc|mais|également|de plus|en outre|alors)(?:[,.:!;–-]+\s*|\s+(?=\p{L}))|(?:oui|non|exact(?:ement)?|bien sûr|tout à fait|d’accord|d'accord|parfait|super|ok)(?:\s?[,.:!;–]+|\s-)\s*)/iu,
  kindness: [
    /^(?:veuillez|merci de|simplement)\s+(?=\p{L}{3,}(?:er|ir|re)\b)/iu,
    /^(?:(?:je suis |nous sommes )?(?:désolée?s?)|malheureusement|pas de souci|ne vous inquiétez pas|pour info(?:rmation)?|à noter|notez)(?:[,:;.!]|,? que| mais)+\s+(?=\p{L})/iu,
    /(?:,\s*(?:s’il vous plaît|s'il vous plaît|svp|merci|désolée?)|(?<!\s)\s+(?:svp|s’il vous plaît|s'il vous plaît))(?=[.!]*$)/iu,
  ],
  placing: list('dans sur sous depuis en'),
  dangling:
    /^(?:il (?:est|a|faut|peut|sera|s)|ils|elles?|ce (?:sont|n)|c['’]est|cela|ceci|ça|celui|celle|ceux|puis|ensuite|là|ici|sinon|dans ce cas|si (?:non|oui)|les deux|ou|y|est|sont|était|a|ont)(?![\p{L}])/iu,
  pointing: /\b(?:là|ci-dessus|ci-dessous|comme (?:dit|indiqué|mentionné))\b/iu,
  pronoun: /\b(?:il|elle|lui)\b/iu,
  personal:
    /(?<![\p{L}])(?:je|j['’]|me|moi|mon|ma|mes)(?![\p{L}])|\b(?:votre (?:message|patience|retour)|nous avons (?:bien )?\p{L}+é|n['’]hésitez pas|merci|désolée?s?|bonne (?:journée|soirée|chance)|dites-(?:moi|nous)|excus\p{L}+|ravi)\b/iu,
  scrap: /[=<>]|->|→|\s-\s|\betc\b/u,
  stating: /^(?:est|sont|était|a|ont|sera|peut|doit|encore|aussi|toujours|jamais|seulement)\b/iu,
  team: /\b(?:nous)\b/iu,
  hedging: /\b(?:probablement|peut-être|sans doute|je (?:crois|pense)|semble|normalement|éventuellement)\b/iu,
  correcting:
    /^(?:(?:oh|pardon|désolée?|attendez)[,.!]? )*(?:je me suis trompée?|nous nous sommes trompés|je (?:dois|me) corrige|correction\b|c['’]était (?:faux|une erreur)|mon erreur)/iu,
  condition: /\b(?:si|lorsque|quand|dès|jusqu|avant|après|pendant|pour|avec|sans|sauf|seulement)\b/iu,
  verb: /(?<!\p{L})(?:est|sont|était|a|ont|sera|seront|peut|peuvent|doit|doivent|faut|fait|va|vont|avez|pouvez|devez|\p{L}{3,}(?:e|ent|ez|it|ont))(?![\p{L}])/iu,
  haste: [
    [/\bsvp\b/giu, 's’il vous plaît'],
    [/\s?!+$/gu, '.'],
  ],
  nextStep: /,\s?(?:et\s)?(?:puis\s)?|\set\s(?:ensuite\s|puis\s)?|\s?;\s?(?:puis\s)?|,?\spuis\s/giu,
  forTheTeam: [[/\bje peux\b/giu, 'nous pouvons']],
  toCustomer: [
    [/\b(?:mon|ma|notre)\b/giu, 'votre'],
    [/\b(?:mes|nos)\b/giu, 'vos'],
  ],
  thingAsked(question) {
    const said = question.replace(/\s+/g, ' ').trim();
    const thing =
      /(?:quel(?:le)?s? (?:est|sont)|pou(?:vez|rriez)-vous (?:me|nous) (?:donner|indiquer|communiquer|envoyer|fournir)|indiquez-(?:moi|nous)|donnez-(?:moi|nous)) ((?:votre|vos|le|la) .{2,50}?)(?:,? s['’]il vous plaît| svp)?\s*[?.]$/iu.exec(
        said,
      )?.[1];
    return thing ?? null;
  },
  goTo: (path) => `Allez dans ${path}.`,
  wanting: [
    /\bcomment (?:puis-je|peut-on|pouvons-nous|faire pour|je peux)?\s*(.+)/iu,
    /\b(?:je|nous) (?:voudrais|voudrions|veux|voulons|souhaite|souhaitons|souhaiterais|dois|devons)\s+(.+)/iu,
  ],
  loose: list(`
    le la les l un une des du de d à au aux en dans sur sous par pour avec sans et ou mais si que qui quoi quand où comment je j tu il elle on
    nous vous ils elles me m te se s mon ma mes notre nos votre vos son sa ses ce cette ces est sont était a ont ai ne n pas plus très aussi
    encore ici là merci bonjour svp c y
  `),
  determining: list(
    'le la les l un une des du mon ma mes notre nos votre vos son sa ses ce cette ces je tu il elle on nous vous ils elles',
  ),
  going: list('ouvrez ouvre allez va rendez connectez connecte'),
  howTo: (task) => task,
  lead: (name) => `Voici l’essentiel sur « ${name} ».`,
  ofItself: [/^voici l’essentiel sur « (.+) »$/iu, /^ayez sous la main : (.+)$/iu],
  ready: (things) => `Ayez sous la main : ${things.join(', ')}.`,
  headings: { ready: 'Avant de commencer', notes: 'Bon à savoir' },
  logic: FRENCH_LOGIC,
};
