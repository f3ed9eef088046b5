import type { PersonalWords } from '../personal-words.ts';

/** How people speak of themselves and of others in Indonesian. Written by hand; read by no native speaker. */
export const PERSONAL: PersonalWords = {
  documents: 'paspor|nomor paspor|ktp|nik|sim|npwp|nomor identitas|nomor pelanggan|bpjs',
  cards: 'kartu|izin|surat izin|paspor',
  cases: '',
  numbers: 'nomor|no|nomer',
  owners: 'saya|aku|kami',
  plates: 'plat nomor|nomor polisi',
  accounts: 'rekening|nomor rekening|no rekening',
  passwords: 'kata sandi|sandi',
  codes: 'kode otp|kode verifikasi|kode konfirmasi|kode keamanan',
  births: 'lahir|tanggal lahir|ulang tahun',
  lives: 'alamat|alamat saya|saya tinggal di|tinggal di|kirim ke|alamat pengiriman|alamat rumah saya',
  postcodes: 'kode pos',
  streets: 'jalan|jl|gang|gg',
  units: 'blok|lantai|kamar|rt|rw',
  named: 'nama saya|nama|nama lengkap|bernama|atas nama',
  am: 'saya',
  titles: 'bapak|pak|ibu|bu|sdr|sdri',
  kin: 'suami saya|istri saya|anak saya|teman saya|rekan saya|atasan saya|ibu saya|ayah saya|kakak saya|adik saya|karyawan',
  asks: 'hubungi|berbicara dengan|ditangani oleh',
  greetings: 'halo|hai|selamat pagi|selamat siang|selamat sore|selamat malam|kepada',
  closings: 'terima kasih|salam|hormat saya|makasih',
  says: 'bilang|mengatakan|menelepon',
  steps: 'klik|pilih|buka|tekan|menu|tombol|halaman|tab|pengaturan',
  health: 'kanker|diabetes|depresi|hamil|epilepsi|asma|stroke|hiv|serangan jantung',
  ill: 'menderita|didiagnosis',
  persons: 'saya|istri|suami|anak|dia',
  handles: 'nama pengguna',
  stops:
    'saya|dan|yang|di|ke|dari|untuk|dengan|tidak|bisa|ada|ini|itu|akan|sudah|belum|mau|kami|anda|pada|atau|juga|karena|tolong|mohon|apa|bagaimana',
};
