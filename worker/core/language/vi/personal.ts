import type { PersonalWords } from '../personal-words.ts';

/** How people speak of themselves and of others in Vietnamese. Written by hand. */
export const PERSONAL: PersonalWords = {
  documents:
    'hộ chiếu|số hộ chiếu|cmnd|số cmnd|cccd|số cccd|căn cước|căn cước công dân|chứng minh nhân dân|bằng lái|' +
    'bằng lái xe|giấy phép lái xe|mã số thuế|bhxh|bảo hiểm xã hội|bhyt|bảo hiểm y tế|mã khách hàng|mã nhân viên|' +
    'mã sinh viên|mã bệnh nhân',
  cards: 'thẻ|giấy phép|bằng lái|chứng minh|căn cước|hộ chiếu',
  cases: '',
  numbers: 'số|mã số|mã',
  owners: 'của tôi|của mình|của em|của con tôi',
  plates: 'biển số|biển số xe',
  accounts: 'số tài khoản|tài khoản ngân hàng|stk',
  passwords: 'mật khẩu',
  codes: 'mã xác nhận|mã xác thực|mã xác minh|mã otp|mã bảo mật|mã pin',
  births: 'ngày sinh|sinh ngày|sinh nhật|sinh năm',
  lives:
    'tôi sống ở|tôi ở|tôi sống tại|địa chỉ|địa chỉ của tôi|địa chỉ là|địa chỉ giao hàng|nhà tôi ở|giao đến|gửi đến|địa chỉ nhà tôi',
  postcodes: 'mã bưu chính|mã bưu điện',
  streets: 'đường|phố|ngõ|hẻm|quận|phường|đại lộ',
  units: 'số nhà|căn hộ|tầng|phòng|chung cư|toà nhà',
  named:
    'tôi tên là|tên tôi là|tôi tên|tên là|họ tên|họ và tên|tên|em tên là|em tên|mình tên là|mình tên|chủ tài khoản|' +
    'người nhận|cháu tên là|anh ấy tên là|cô ấy tên là',
  am: 'tôi là|em là|mình là|đây là',
  titles: 'anh|chị|ông|bà|cô|chú|bác|em|thầy|bạn|bs|ts|ông bà',
  kin:
    'vợ tôi|chồng tôi|con trai tôi|con gái tôi|anh trai tôi|em gái tôi|chị gái tôi|em trai tôi|mẹ tôi|bố tôi|ba tôi|' +
    'bạn tôi|đồng nghiệp|đồng nghiệp tôi|sếp tôi|khách hàng|bệnh nhân|nhân viên|quản lý',
  asks: 'thay mặt|nói chuyện với|liên hệ|liên hệ với|gặp|hỏi',
  greetings: 'chào|xin chào|kính gửi|chào anh|chào chị|kính chào|thân gửi|gửi',
  closings: 'cảm ơn|xin cảm ơn|trân trọng|thân ái|cám ơn|thân mến|kính thư',
  says: 'nói|bảo|viết|gọi|hỏi|sống ở',
  steps: 'nhấp vào|nhấn vào|nhấn|bấm vào|bấm|mở|chọn|vào|đi đến|nhập|trình đơn|nút|trang|thư mục|tab|sau đó|rồi',
  health:
    'ung thư|khối u|bệnh bạch cầu|tiểu đường|đái tháo đường|trầm cảm|mang thai|có thai|sảy thai|động kinh|viêm gan|' +
    'hoá trị|hóa trị|rối loạn lưỡng cực|tâm thần phân liệt|sa sút trí tuệ|alzheimer|parkinson|đa xơ cứng|hen suyễn|' +
    'đột quỵ|nhồi máu cơ tim|chạy thận|tâm thần|tự kỷ|hiv|insulin|khuyết tật|đau nửa đầu',
  ill: 'được chẩn đoán|bị chẩn đoán|mắc bệnh|mắc|bị bệnh|điều trị|dị ứng với',
  persons: 'tôi|em|mình|anh|chị|ông|bà|cô|vợ|chồng|con|mẹ|bố',
  handles: 'tên đăng nhập|tên người dùng|zalo',
  stops: 'tôi|mình|hoặc|nhưng|không|của|với|trong|mọi|người|khách|hàng|cảm|ơn|muốn|đang|được|các|những|rồi|vẫn|bị',
};
