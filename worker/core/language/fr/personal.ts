import type { PersonalWords } from '../personal-words.ts';

/** How people speak of themselves and of others in French. Written by hand. */
export const PERSONAL: PersonalWords = {
  documents:
    "passeport|numéro de passeport|carte d'identité|numéro de carte d'identité|cni|permis de conduire|" +
    'numéro de permis|permis|titre de séjour|carte vitale|sécurité sociale|numéro de sécurité sociale|sécu|nir|' +
    "numéro fiscal|numéro d'assuré|numéro de client|numéro client|numéro d'adhérent|matricule|carte grise",
  cards: 'carte|permis|badge|titre|attestation|dossier',
  cases: '',
  numbers: 'numéro|n°|num|identifiant',
  owners: 'mon|ma|mes|notre|son|sa|votre|ton|ta',
  plates: "immatriculation|plaque d'immatriculation|plaque|ma voiture|mon véhicule",
  accounts: 'iban|rib|bic|compte|numéro de compte|compte bancaire|code guichet',
  passwords: 'mot de passe|mdp',
  codes:
    "code de vérification|code de sécurité|code de confirmation|code sms|code à usage unique|code d'accès|code pin|" +
    'code reçu|code secret|digicode',
  births: 'né le|née le|né|née|date de naissance|anniversaire',
  lives:
    "j'habite|j'habite au|j'habite à|nous habitons|habite au|domicilié|domiciliée|demeurant|mon adresse|" +
    'notre adresse|adresse|adresse est|adresse de livraison|adresse de facturation|livrer au|livrez au|' +
    'envoyez-le au|déménagé au|situé au',
  postcodes: 'code postal',
  streets: 'rue|avenue|boulevard|bd|place|chemin|allée|impasse|quai|route|cours|passage|square|faubourg',
  units: 'appartement|appt|bâtiment|bât|étage|résidence|escalier|bp|boîte postale',
  named:
    "je m'appelle|mon nom est|mon prénom est|nom|prénom|au nom de|il s'appelle|elle s'appelle|s'appelle|nommé|" +
    'nommée|titulaire|titulaire du compte',
  am: "je suis|c'est|ici",
  titles: 'm|mr|monsieur|madame|mme|mlle|mademoiselle|dr|docteur|maître|professeur',
  kin:
    'collègue|chef|cheffe|mari|femme|épouse|époux|fils|fille|frère|soeur|sœur|mère|père|ami|amie|copain|copine|' +
    'voisin|voisine|conjoint|conjointe|compagnon|compagne|patron|patronne|responsable|directeur|directrice|' +
    'assistante|assistant|comptable|employé|employée|oncle|tante|cousin|cousine|neveu|nièce|client|cliente|patient|' +
    'patiente',
  asks:
    'de la part de|parlé avec|parlé à|parler à|discuté avec|contacter|contacté|adressez-vous à|demandez à|demandez|' +
    'transmis à|assigné à|appartient à|remplace',
  greetings: 'bonjour|bonsoir|salut|cher|chère|coucou',
  closings:
    "merci|merci beaucoup|merci d'avance|cordialement|bien à vous|bien cordialement|salutations|" +
    'sincères salutations|bonne journée|bises|à bientôt',
  says: "a dit|m'a dit|dit|a écrit|a appelé|a demandé|habite|pense|a répondu",
  steps:
    'cliquez sur|cliquez|cliquer sur|ouvrez|ouvrir|choisissez|sélectionnez|allez dans|allez à|allez sur|appuyez sur|' +
    'activez|désactivez|saisissez|menu|onglet|bouton|dossier|page|champ|puis|ensuite|sous',
  health:
    'cancer|tumeur|leucémie|diabète|diabétique|dépression|dépressif|dépressive|enceinte|grossesse|fausse couche|' +
    'épilepsie|hépatite|chimiothérapie|bipolaire|schizophrénie|démence|alzheimer|parkinson|sclérose en plaques|' +
    'asthme|avc|infarctus|dialyse|psychiatre|autisme|autiste|vih|sida|insuline|handicap|burn-out|anorexie|' +
    'cancer du sein',
  ill:
    'diagnostiqué|diagnostiquée|diagnostic de|souffre de|souffrant de|atteint de|atteinte de|soigné pour|' +
    "soignée pour|traité pour|traitée pour|hospitalisé pour|hospitalisée pour|en arrêt pour|allergique à|décédé d'",
  persons: "je|j'ai|mon|ma|mes|il|elle|son|sa|ses|notre|nous|moi|lui",
  handles: "identifiant|nom d'utilisateur|pseudo|pseudonyme|utilisateur",
  stops:
    'je|tu|il|elle|nous|vous|ils|le|la|les|un|une|des|et|ou|mais|si|est|sont|pas|ne|que|qui|quand|comment|pourquoi|' +
    'où|dans|sur|avec|sans|pour|par|de|du|en|mon|ma|mes|votre|notre|tous|toutes|équipe|madame|monsieur|merci|' +
    'bonjour|client|désolé|beaucoup|mesdames|messieurs|ce|cette|au|aux|très',
};
