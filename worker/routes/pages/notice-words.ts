export const NOTICES = ['reopen', 'link', 'forged', 'rights', 'waiting', 'unbuilt', 'broken'] as const;
export type Notice = (typeof NOTICES)[number];

/** A title and a sentence that says what to do. `{vendor}` is the helpdesk's name. */
type Words = Record<Notice, readonly [title: string, text: string]>;

/** The notices in the languages of the apps. */
export const NOTICE_WORDS = {
  en: {
    reopen: [
      'Open Mend again',
      'This page was opened too long ago to be loaded again. Reload {vendor}, or close Mend there and open it anew.',
    ],
    link: [
      'This link was used',
      'A link to the console opens it once, within two minutes. Go back to {vendor} and open the console from there.',
    ],
    forged: [
      'Mend can’t tell who you are',
      'Open Mend from within {vendor}. If you did, an admin must connect this account to Mend, or connect it again.',
    ],
    rights: [
      'Mend is for agents',
      '{vendor} does not know you as an active agent of this account. Ask an admin for a seat.',
    ],
    waiting: [
      '{vendor} does not answer',
      'Mend asks {vendor} who you are before it shows anything, and got no answer. Try again in a minute.',
    ],
    unbuilt: [
      'The app is not built',
      'This worker was deployed without its pages. Run “npm run build:apps” and deploy it again.',
    ],
    broken: [
      'Something went wrong',
      'Mend could not open, and wrote down why. Try again; if it stays so, tell who runs Mend for you.',
    ],
  },
  de: {
    reopen: [
      'Bitte Mend neu öffnen',
      'Diese Seite wurde vor zu langer Zeit geöffnet, um sie noch einmal zu laden. Laden Sie {vendor} neu, oder schließen Sie Mend dort und öffnen es wieder.',
    ],
    link: [
      'Dieser Link wurde schon benutzt',
      'Ein Link zur Konsole öffnet sie einmal, innerhalb von zwei Minuten. Gehen Sie zurück zu {vendor} und öffnen Sie die Konsole von dort.',
    ],
    forged: [
      'Mend weiß nicht, wer Sie sind',
      'Öffnen Sie Mend in {vendor}. Falls Sie das getan haben, muss ein Admin dieses Konto mit Mend verbinden oder erneut verbinden.',
    ],
    rights: [
      'Mend ist für Agenten',
      '{vendor} kennt Sie nicht als aktiven Agenten dieses Kontos. Bitten Sie einen Admin um einen Platz.',
    ],
    waiting: [
      '{vendor} antwortet nicht',
      'Bevor Mend etwas zeigt, fragt es {vendor}, wer Sie sind, und bekam keine Antwort. Versuchen Sie es in einer Minute wieder.',
    ],
    unbuilt: [
      'Die App ist nicht gebaut',
      'Dieser Worker wurde ohne seine Seiten ausgeliefert. Führen Sie „npm run build:apps“ aus und liefern Sie ihn neu aus.',
    ],
    broken: [
      'Etwas ist schiefgegangen',
      'Mend konnte nicht geöffnet werden; der Grund wurde festgehalten. Versuchen Sie es wieder; bleibt es dabei, sagen Sie es dem, der Mend für Sie betreibt.',
    ],
  },
  es: {
    reopen: [
      'Abre Mend de nuevo',
      'Esta página se abrió hace demasiado tiempo para volver a cargarla. Recarga {vendor}, o cierra Mend allí y ábrelo otra vez.',
    ],
    link: [
      'Este enlace ya se usó',
      'Un enlace a la consola la abre una sola vez, en dos minutos. Vuelve a {vendor} y abre la consola desde allí.',
    ],
    forged: [
      'Mend no sabe quién eres',
      'Abre Mend desde {vendor}. Si ya lo hiciste, un administrador debe conectar esta cuenta con Mend, o conectarla de nuevo.',
    ],
    rights: [
      'Mend es para agentes',
      '{vendor} no te conoce como agente activo de esta cuenta. Pide una plaza a un administrador.',
    ],
    waiting: [
      '{vendor} no responde',
      'Antes de mostrar nada, Mend pregunta a {vendor} quién eres, y no obtuvo respuesta. Inténtalo de nuevo en un minuto.',
    ],
    unbuilt: [
      'La aplicación no está compilada',
      'Este worker se desplegó sin sus páginas. Ejecuta «npm run build:apps» y despliégalo de nuevo.',
    ],
    broken: [
      'Algo salió mal',
      'Mend no pudo abrirse y anotó por qué. Inténtalo de nuevo; si sigue así, avisa a quien te ofrece Mend.',
    ],
  },
  fr: {
    reopen: [
      'Ouvrez Mend à nouveau',
      'Cette page a été ouverte il y a trop longtemps pour être rechargée. Rechargez {vendor}, ou fermez Mend et ouvrez-le à nouveau.',
    ],
    link: [
      'Ce lien a déjà servi',
      'Un lien vers la console l’ouvre une seule fois, dans les deux minutes. Revenez à {vendor} et ouvrez la console de là.',
    ],
    forged: [
      'Mend ne sait pas qui vous êtes',
      'Ouvrez Mend depuis {vendor}. Si vous l’avez fait, un administrateur doit connecter ce compte à Mend, ou le reconnecter.',
    ],
    rights: [
      'Mend est destiné aux agents',
      '{vendor} ne vous connaît pas comme agent actif de ce compte. Demandez une place à un administrateur.',
    ],
    waiting: [
      '{vendor} ne répond pas',
      'Avant de montrer quoi que ce soit, Mend demande à {vendor} qui vous êtes ; il n’a pas eu de réponse. Réessayez dans une minute.',
    ],
    unbuilt: [
      'L’application n’est pas construite',
      'Ce worker a été déployé sans ses pages. Lancez « npm run build:apps » et déployez-le à nouveau.',
    ],
    broken: [
      'Un problème est survenu',
      'Mend n’a pas pu s’ouvrir et en a noté la raison. Réessayez ; si cela persiste, prévenez qui vous fournit Mend.',
    ],
  },
  ja: {
    reopen: [
      'Mend をもう一度開いてください',
      'このページは開いてから時間が経っているため、再読み込みできません。{vendor} を再読み込みするか、Mend を閉じて開き直してください。',
    ],
    link: [
      'このリンクは使用済みです',
      'コンソールへのリンクは 2 分以内に 1 回だけ使えます。{vendor} に戻り、そこからコンソールを開いてください。',
    ],
    forged: [
      'どなたか確認できません',
      'Mend は {vendor} の中から開いてください。そうしている場合は、管理者がこのアカウントを Mend に接続(または再接続)する必要があります。',
    ],
    rights: [
      'Mend はエージェント用です',
      '{vendor} では、このアカウントの有効なエージェントとして確認できません。管理者に席を依頼してください。',
    ],
    waiting: [
      '{vendor} が応答しません',
      'Mend は表示の前に {vendor} にどなたかを確認しますが、応答がありませんでした。1 分ほど後にもう一度お試しください。',
    ],
    unbuilt: [
      'アプリがビルドされていません',
      'この Worker はページなしでデプロイされました。「npm run build:apps」を実行し、もう一度デプロイしてください。',
    ],
    broken: [
      '問題が発生しました',
      'Mend を開けませんでした。原因は記録されています。もう一度お試しのうえ、続く場合は Mend の運用担当者にお知らせください。',
    ],
  },
  'pt-BR': {
    reopen: [
      'Abra o Mend novamente',
      'Esta página foi aberta há tempo demais para ser recarregada. Recarregue o {vendor}, ou feche o Mend lá e abra de novo.',
    ],
    link: [
      'Este link já foi usado',
      'Um link para o console o abre uma única vez, em até dois minutos. Volte ao {vendor} e abra o console a partir de lá.',
    ],
    forged: [
      'O Mend não sabe quem você é',
      'Abra o Mend dentro do {vendor}. Se você fez isso, um administrador precisa conectar esta conta ao Mend, ou conectá-la de novo.',
    ],
    rights: [
      'O Mend é para agentes',
      'O {vendor} não reconhece você como agente ativo desta conta. Peça um lugar a um administrador.',
    ],
    waiting: [
      'O {vendor} não responde',
      'Antes de mostrar algo, o Mend pergunta ao {vendor} quem você é, e não teve resposta. Tente de novo em um minuto.',
    ],
    unbuilt: [
      'O app não foi compilado',
      'Este worker foi implantado sem suas páginas. Execute “npm run build:apps” e implante-o de novo.',
    ],
    broken: [
      'Algo deu errado',
      'O Mend não pôde abrir e registrou o motivo. Tente de novo; se continuar assim, avise quem opera o Mend para você.',
    ],
  },
} satisfies Record<string, Words>;
export type NoticeLanguage = keyof typeof NOTICE_WORDS;

/** The first language of an `Accept-Language` header that the notices have; English where it names none of them. */
export function noticeLanguage(accepted: string | undefined): NoticeLanguage {
  const known = Object.keys(NOTICE_WORDS) as NoticeLanguage[];
  for (const wanted of (accepted ?? '').slice(0, MAX_HEADER_CHARS).split(',')) {
    const primary = wanted.trim().split(/[-;]/)[0]?.toLowerCase();
    const found = known.find((language) => language.split('-')[0] === primary);
    if (found) return found;
  }
  return 'en';
}

/** A browser's list of languages is far shorter. */
const MAX_HEADER_CHARS = 500;
