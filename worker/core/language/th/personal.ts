import type { PersonalWords } from '../personal-words.ts';

/** How people speak of themselves and of others in Thai. Written by hand; read by no native speaker. */
export const PERSONAL: PersonalWords = {
  documents: 'บัตรประชาชน|เลขบัตรประชาชน|เลขประจำตัวประชาชน|หนังสือเดินทาง|พาสปอร์ต|ใบขับขี่|รหัสลูกค้า',
  plates: 'ทะเบียนรถ',
  accounts: 'เลขบัญชี|บัญชีธนาคาร',
  passwords: 'รหัสผ่าน|พาสเวิร์ด',
  codes: 'รหัสยืนยัน|โอทีพี|รหัส otp',
  births: 'วันเกิด|เกิดวันที่',
  lives: 'ที่อยู่|อาศัยอยู่|บ้านเลขที่',
  postcodes: 'รหัสไปรษณีย์',
  streets: 'ถนน|ซอย',
  units: 'ห้อง|ชั้น',
  named: 'ผมชื่อ|ดิฉันชื่อ|ฉันชื่อ|เราชื่อ|หนูชื่อ|ชื่อของฉัน|ชื่อคือ|ชื่อ-นามสกุล|ในนาม',
  am: '',
  titles: 'คุณ|นาย|นาง|นางสาว|ดร.',
  kin: 'เพื่อนชื่อ|สามีชื่อ|ภรรยาชื่อ|ลูกชื่อ',
  asks: '',
  greetings: '',
  closings: '',
  says: '',
  steps: 'คลิก|เลือก|กด|เปิด|เมนู|ปุ่ม|หน้า',
  health: 'มะเร็ง|เบาหวาน|ซึมเศร้า|ตั้งครรภ์|ลมชัก|หอบหืด|เอชไอวี',
  ill: 'ป่วยเป็น|เป็นโรค',
  persons: 'ผม|ฉัน|ดิฉัน|เขา|เธอ|ลูก|สามี|ภรรยา|แม่|พ่อ',
  handles: 'ชื่อผู้ใช้|ไลน์',
  stops: 'คุณภาพ|คุณสมบัติ|ชื่อผู้ใช้|เปิดตัว',
};
