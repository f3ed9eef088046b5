import type { Language } from '../habits.ts';
import { answering } from './answering.ts';
import { chaff } from './chaff.ts';
import { signals } from './signals.ts';

const list = (text: string): string[] => text.split('|');

export const fr: Language = {
  code: 'fr',
  courtesy: {
    greetings: list('bonjour|salut|bonsoir|cher|chère|chers|coucou|allô|bonjour à tous'),
    addressees: list("à tous|à toutes|l'équipe|équipe|madame|monsieur|mesdames|messieurs|support|tout le monde"),
    signOffs: list(
      'cordialement|bien cordialement|très cordialement|bien à vous|salutations|sincères salutations|meilleures salutations|salutations distinguées|amicalement|à bientôt|bonne journée|bonne soirée|cdlt|respectueusement',
    ),
    thanks: list(
      "merci|merci beaucoup|merci d'avance|merci par avance|merci bien|avec mes remerciements|en vous remerciant",
    ),
    wishes: [/(?:bonne (?:journée|soirée)|n'hésitez pas|j'espère que cela|reste à votre disposition)/i],
  },
  machines: {
    subjects:
      /^(?:réponse automatique|absence du bureau|absent|message d'absence|non remis|non distribué|lu|non lu|accepté|refusé|provisoire|annulé|accusé de (?:lecture|réception))\s?[:：]|^(?:réponse automatique|absence du bureau|accusé de (?:lecture|réception))/i,
    away: /(?:absente?s? (?:du bureau|jusqu|du|actuellement|pour)|en (?:congés?|vacances|déplacement|arrêt)|ne (?:travaille|fait) plus|hors du bureau|de retour le|bureaux? (?:sont|est) fermé)/i,
    instead:
      /(?:jusqu|à partir du|urgence|urgent|contacte[zr]|adresse[zr]|mon retour|de retour|ne sera pas lu|accès limité|collègue)/i,
    undelivered:
      /(?:n'a pas pu être (?:remis|distribué|livré|délivré)|échec de (?:la )?(?:remise|livraison|distribution)|non remis)/i,
    receipt:
      /(?:votre message .{0,60}a été (?:lu|reçu|supprimé)|a (?:accepté|refusé|décliné) (?:cette|votre) invitation|votre (?:demande|message|ticket|e-?mail) .{0,30}(?:a (?:bien )?été|est) .{0,20}(?:reçue?|enregistrée?|créée?|prise? en compte)|nous avons bien reçu votre|un ticket .{0,30}a été (?:créé|ouvert)|merci de nous avoir contacté)/i,
    beside:
      /(?:#\s?\d{2,12}|ne pas répondre|ne répondez pas|message automatique|automatiquement|dans les (?:plus brefs|meilleurs) délais|sous \d{1,3} ?(?:h|heures|jours)|\b(?:19|20)\d{2}\b)/i,
  },
  channelNouns: list('conversation|discussion|chat|appel|message|messagerie|message vocal|appel manqué|sms'),
  acknowledgement:
    /^(?:(?:ok|d'accord|super|parfait|génial|très bien|bien|oui|entendu|bien reçu|c'est (?:bon|parfait|noté|fait|réglé|résolu)|merci(?: (?:beaucoup|bien|à vous|infiniment|encore|pour .{1,60}))?|un grand merci|mille mercis|ça (?:marche|fonctionne)(?: maintenant)?|cela (?:marche|fonctionne|a fonctionné)|(?:ça|cela) a (?:marché|fonctionné)|résolu|problème résolu|bonne (?:journée|soirée|continuation)|et|alors)[\s,.!…)\-–—:;]{0,6}){1,6}$/i,
  forwarded: /transféré|réexpédié|\btr\b/i,
  additions: {
    explicit:
      /(?:^|\s)(?:(?:et )?(?:une |ma |j'ai une )?(?:autre|seconde|deuxième|dernière) (?:question|chose)|deuxièmement|encore une question)\s?[:,.–-]?/i,
    loose: /(?:^|\s)(?:aussi|également|de plus|par ailleurs|en outre|au fait|p\.?-?s\.?)\s?[:,–-]?/i,
    asking:
      /[?？]|^\W{0,3}(?:comment|où|que|quel|quelle|pourquoi|quand|qui|est-ce|peut|puis)\b|(?:voudrais|souhaite|besoin|pas|erreur|manque|impossible)/i,
    goingOn: /^\W{0,3}(?:est-ce que c'est|c'est|cela|ça|avez-vous une idée|comment (?:cela|ça|le|la))\b/i,
  },
  answering,
  chaff,
  signals,
};
