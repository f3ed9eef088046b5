import type { RiskyWords } from '../risky.ts';

/** What no Spanish article advises. Written by hand. */
export const RISKY: RiskyWords = {
  weaken: 'desactiv*|apague|apaga|ignore|desinstale|omita|desativ*',
  protections: 'antivirus|cortafuegos|firewall|2fa|mfa|cifrado|doble factor|alarma|detector de humo',
  hand: 'envíe|envía|mande|dé|comparta|diga|escriba',
  secrets: 'contraseña|clave|pin|código de verificación|número de tarjeta|cvv|código de seguridad',
  pay: 'pague|paga|transfiera|envíe|deposite',
  elsewhere: 'bitcoin*|tarjetas regalo|cuenta personal|mi cuenta|otra cuenta|cuenta nueva',
  wreck: 'borre|elimine|formatee',
  vital: 'carpeta del sistema|archivos del sistema|registro de windows|disco|copias de seguridad',
  never: '',
};
