import { list, type LanguagePack } from '../language-pack.js';

export const ZH: LanguagePack = {
  language: 'zh',
  source:
    'td: https://docs.aws.amazon.com/sms-voice/latest/userguide/keywords-required.html. The rest: proposed.',
  optOut: list(`
    td, 退订, 退訂, 取消订阅, 取消訂閱, 停止, 停, 退, 取消, 拒收, 不要再发, 不要再發, 别发了, 別發了, 別再發, 别再发, 停止发送, 停止發送, 不要发了, 拉黑,
    打错了, 打錯了, 取消关注, tui ding, tuiding
  `),
  withNumber: ['td'],
  optIn: ['订阅', '訂閱', '开始', '開始', '恢复'],
  help: ['帮助', '幫助', '你是谁', '你是誰', '求助', '哪位', '您哪位'],
  polite: ['请', '請', '谢谢', '謝謝', '你好', '您好'],
  yes: ['是', '好', '好的', '是的'],
  no: ['不', '否', '不是'],
  inside: {
    optOut: list(`
      退订, 退訂, 取消订阅, 取消訂閱, 不要再给我发, 不要再給我發, 别再给我发, 別再給我發, 不要给我发, 不要給我發, 不要再发, 不要再發, 别给我发, 別給我發, 别再发,
      別再發, 不想收到, 不想再收, 不要短信, 不要发短信, 不要發短信, 别发短信, 請勿發, 请勿发, 勿扰, 停止发送, 停止發送, 停止短信, 别骚扰, 別騷擾, 不要骚扰, 不要再联系, 不要再聯繫, 别再联系, 不要联系我, 打错了, 发错人,
      號碼錯, 号码错, 把我从, 删除我的号码, 删掉我的号码
    `),
    wishes: [
      {
        first: list(`别, 別, 不要, 不想, 不许, 请勿, 請勿, 勿, 停止, 禁止, 唔好, 不用, 甭, 拒绝, 拒絕`),
        then: list(`
          发短信, 發短信, 发信息, 發信息, 发消息, 發消息, 發訊息, 传讯息, 傳訊息, 傳簡訊, 发给我, 發給我, 傳給我, 寄给我, 再发, 再發, 再传, 再傳, 再寄, 发送, 發送, 传送, 傳送, 簡訊, 短信,
          收到, 接收, 收短信, 收信息, 联系, 聯繫, 聯絡, 联络, 骚扰, 騷擾, 打扰, 打擾, 打电话, 打電話, 推送, 推销, 推銷, 烦我, 煩我
        `),
        gap: 5,
        unless: list(
          `忘, 包裹, 快递, 快遞, 货, 貨, 订单, 訂單, 地址, 照片, 没收到, 還沒, 还没, 客气, 客氣, 吗, 嗎`,
        ),
      },
      {
        first: list(`删, 刪, 移除, 去掉, 拿掉, 除名, 注销, 註銷`),
        then: list(
          `我的号码, 我的號碼, 我的电话, 我的電話, 我的手机, 这个号码, 這個號碼, 名单, 名單, 联系方式`,
        ),
        gap: 3,
      },
      {
        first: list(`我的号码, 我的號碼, 我的电话, 我的電話, 把我, 将我, 將我, 名单, 名單`),
        then: list(`删, 刪, 移除, 去掉, 拿掉, 除名, 移出, 踢出`),
        gap: 8,
        unless: list(`订单, 訂單, 购物车, 購物車`),
      },
      {
        first: list(`打, 发, 發, 传, 傳, 找, 搞, 弄, 认, 認`),
        then: list(`错人, 錯人, 错号, 錯號`),
        gap: 0,
      },
    ],
    hold: ['没兴趣', '沒興趣', '不感兴趣', '不需要', '太多短信', '烦死'],
  },
};

export const JA: LanguagePack = {
  language: 'ja',
  source: 'Proposed.',
  optOut: list(`
    停止, 配信停止, 配信停止希望, 解除, 登録解除, 配信解除, 購読解除, 退会, 中止, キャンセル, ストップ, やめて, やめてください, もう送らないで, 送らないで,
    送らないでください, 不要, 拒否, 受信拒否, 間違いです, 番号間違い
  `),
  optIn: ['配信開始', '開始', '再開'],
  help: ['ヘルプ', '助けて', 'どちら様ですか', '誰ですか', 'だれ', '誰', 'サポート'],
  polite: ['お願いします', 'ありがとう', 'すみません', 'こんにちは'],
  yes: ['はい'],
  no: ['いいえ'],
  inside: {
    optOut: list(`
      配信停止, 配信を停止, 配信を止め, 送らないで, 送信しないで, 登録解除, 登録を解除, 配信解除, 購読を解除, 連絡しないで, メール停止, メールを止め, もう送ら, メールしないで, メッセージしないで, 送ってこないで, もういらない,
      メッセージを止め, メッセージを停止, 人違い, 受け取りたくな, いりませんので止め
    `),
    wishes: [
      {
        first: list(
          `メール, メッセージ, ショートメール, sms, 連絡, 配信, 通知, 宣伝, 広告, ライン, お知らせ`,
        ),
        then: list(`
          しないで, やめて, 止めて, とめて, 停止, 送らないで, 送るな, こないで, 来ないで, 不要, いらない, 要らない, いりません, 要りません, 拒否, 解除, お断り, 迷惑,
          やめろ, 受け取りたくな, 控えて, ストップ
        `),
        gap: 8,
        unless: list(`予約, 注文, 忘れ, 届か, 届き, 会議, キャンセルしたい`),
      },
      {
        first: list(`番号, 相手, 宛先, 人`),
        then: list(`違います, 違いま, 間違, ちがいます, まちがい`),
        gap: 3,
        unless: list(`注文番号, 予約番号, 人数, 部屋番号, 郵便番号, 暗証番号`),
      },
      {
        first: list(`番号, 連絡先, リスト, 名簿, 登録`),
        then: list(`削除, 消して, 消去, 外して, 抹消, はずして`),
        gap: 6,
        unless: list(`注文, 予約, 写真`),
      },
    ],
    hold: ['興味ありません', '興味がありません', '結構です', 'いりません', 'しつこい'],
  },
};

export const KO: LanguagePack = {
  language: 'ko',
  source: 'Proposed; 수신거부 is the customary word in Korean advertising messages.',
  optOut: list(`
    수신거부, 수신 거부, 거부, 중지, 해지, 구독취소, 구독 취소, 그만, 그만 보내세요, 그만하세요, 보내지 마세요, 보내지마세요, 스팸, 차단, 취소, 무료거부
  `),
  withNumber: ['수신거부'],
  optIn: ['수신동의', '시작', '구독'],
  help: ['도움말', '도움', '도와주세요', '누구세요', '누구'],
  polite: ['제발', '부탁드립니다', '감사합니다', '안녕하세요', '고맙습니다'],
  yes: ['네', '예'],
  no: ['아니요', '아니오'],
  inside: {
    optOut: list(`
      수신거부, 수신 거부, 보내지 마, 보내지마, 연락하지 마, 연락하지마, 문자 그만, 문자그만, 그만 보내, 그만보내, 구독 취소, 구독취소, 받고 싶지 않, 받고싶지않,
      번호 삭제, 번호 지워, 잘못된 번호, 번호 잘못, 잘못 보내, 수신을 거부, 문자 중지, 문자 받기 싫
    `),
    wishes: [
      {
        first: list(`문자, 메시지, 메세지, 연락, 전화, 광고, 알림, 카톡, 톡, sms, 발송, 보내`),
        then: list(`
          하지 마, 하지마, 지 마세요, 지마세요, 지 말아, 지말아, 하지 말, 마세요, 그만, 중지, 중단, 차단, 거부, 받기 싫, 받고 싶지, 받고싶지, 필요 없, 필요없,
          싫어, 원하지 않, 원치 않
        `),
        gap: 7,
        unless: list(`잊지, 예약, 주문, 취소하지, 말고, 걱정`),
      },
      {
        first: list(`번호, 사람, 연락처`),
        then: list(`잘못, 틀렸, 틀린, 아닙니다, 아니에요, 아니예요`),
        gap: 5,
        unless: list(`주문, 예약, 방 번호, 송장`),
      },
      {
        first: list(`번호, 연락처, 명단, 목록, 리스트`),
        then: list(`삭제, 지워, 빼, 제거, 제외`),
        gap: 6,
        unless: list(`주문, 예약, 사진`),
      },
    ],
    hold: ['관심 없', '관심없', '필요 없', '필요없', '귀찮'],
  },
};

export const HI: LanguagePack = {
  language: 'hi',
  source: 'Proposed; bilingual use of Latin letters is common in India.',
  optOut: list(`
    बंद, बंद करो, बंद करें, बंद कीजिए, रोकें, रोको, रुको, हटाओ, हटाएं, स्टॉप, रद्द, सदस्यता समाप्त,
    band karo, band kro, bandh karo, mat bhejo, roko
  `),
  optIn: ['शुरू', 'चालू'],
  help: ['मदद', 'सहायता', 'कौन', 'कौन है', 'आप कौन हैं', 'kaun hai', 'madad'],
  polite: list(`
    कृपया, धन्यवाद, नमस्ते, kripya, dhanyavad, ji, namaste, yaar, bhai, प्लीज
  `),
  yes: ['हाँ', 'हां', 'haan'],
  no: ['नहीं', 'nahi'],
  phrases: {
    reminder: ['भूल*', 'bhool*', 'bhul*'],
    cease: ['बंद', 'रोको', 'रोकें', 'रोकिए', 'band', 'bandh', 'roko', 'rokiye'],
    contact: ['भेज*', 'bhej*', 'karo', 'करो', 'करें'],
    contactOrder: list(`
      भेजो, भेजें, भेजिए, भेजना, bhejo, bhejna, bheje, bhejiye, करो, करें, karo, kare, karna
    `),
    remove: ['हटा*', 'निकाल*', 'मिटा*', 'डिलीट', 'hata*', 'nikal*', 'delete', 'mitao'],
    numberOrList: ['नंबर', 'नम्बर', 'लिस्ट', 'सूची', 'नाम', 'number', 'list', 'naam'],
    otherObject: [
      'ऑर्डर',
      'अपॉइंटमेंट',
      'दवा',
      'बुकिंग',
      'appointment',
      'order',
      'booking',
      'cancel',
      'कैंसल',
      'रद्द',
    ],
    messages: ['मैसेज', 'मेसेज', 'संदेश', 'एसएमएस', 'message', 'messages', 'msg', 'sms', 'मैसेजेस'],
    self: ['मुझे', 'हमें', 'mujhe', 'mujhko', 'mere', 'hume'],
    not: ['मत', 'नहीं', 'ना', 'mat', 'nahi', 'nhi', 'na'],
    noMore: ['अब', 'और', 'दोबारा', 'aur', 'ab', 'dobara'],
    want: ['चाहिए', 'चाहता', 'चाहती', 'chahiye', 'chahta', 'chahti'],
    receive: ['पाना', 'लेना', 'message', 'messages', 'msg', 'sms'],
    optOutPhrases: list(`
      गलत आदमी, रॉन्ग नंबर, रांग नंबर, galat aadmi, galat banda, परेशान मत, तंग मत, tang mat, msg na kare, message na kare, msg na karo,
      गलत नंबर, galat number, wrong number hai, मैसेज बंद, message band, msg band, sms band, message
      mat, msg mat, sms mat, मैसेज मत, mat bhejo, मत भेजो, मत भेजें, mat bhejna, pareshan mat
    `),
    holdPhrases: ['नहीं चाहिए', 'nahi chahiye', 'बस', 'bas karo'],
  },
};

export const ID: LanguagePack = {
  language: 'id',
  source: 'Proposed; unreg is the customary word in Indonesian premium SMS.',
  optOut: list(`
    berhenti, unreg, hentikan, batal, batalkan, keluar, henti, batal langganan, berhenti langganan,
    berhenti berlangganan, jangan kirim, jangan kirim lagi, jangan sms lagi, setop, hapus
  `),
  withNumber: ['berhenti', 'unreg', 'batal'],
  typoTolerant: ['berhenti', 'hentikan'],
  optIn: ['mulai', 'langganan'],
  help: ['bantuan', 'tolong', 'siapa ini', 'ini siapa', 'siapa', 'bantu'],
  polite: ['mohon', 'terima kasih', 'makasih', 'halo', 'selamat pagi', 'pak', 'bu', 'sekarang'],
  yes: ['ya', 'iya'],
  no: ['tidak'],
  phrases: {
    reminder: ['lupa', 'ragu', 'sungkan'],
    cease: ['berhenti', 'hentikan', 'stop', 'setop', 'berhentilah'],
    contact: list(`
      kirim*, mengirim*, hubung*, menghubung*, ganggu, mengganggu, telepon, menyurati
    `),
    contactOrder: list(`
      kirim, mengirim, kirimkan, hubungi, menghubungi, ganggu, sms, wa, kirimi
    `),
    messages: ['pesan', 'sms', 'promosi', 'iklan', 'spam', 'notifikasi'],
    self: ['saya', 'aku', 'kami', 'nomor ini'],
    not: ['jangan', 'jgn', 'usah', 'tak usah', 'tidak usah'],
    unwilling: list(`
      tidak mau, gak mau, ga mau, gk mau, nggak mau, enggak mau, tak mau, tdk mau, ogah, tidak ingin, gak ingin, tidak perlu, gak
      perlu, tidak butuh
    `),
    noMore: ['lagi'],
    receive: ['menerima', 'terima', 'dapat'],
    remove: ['hapus*', 'keluarkan', 'buang', 'delete', 'coret'],
    numberOrList: ['nomor', 'nomer', 'daftar', 'kontak', 'database', 'nama', 'list'],
    otherObject: ['pesanan', 'janji', 'toko', 'obat', 'merokok', 'bekerja'],
    optOutPhrases: [
      'salah no',
      'nomor salah',
      'bukan nomor',
      'salah nomer',
      'jangan hubungi',
      'jgn kirim',
      'jgn sms',
      'stop kirim',
      'salah nomor',
      'salah sambung',
      'salah orang',
      'jangan ganggu',
      'jangan kirim',
    ],
    holdPhrases: ['tidak tertarik', 'tidak terima kasih', 'cukup', 'nggak minat', 'gak minat'],
  },
};

export const VI: LanguagePack = {
  language: 'vi',
  source: 'huy: Vietnamese premium and advertising SMS practice; the rest: proposed.',
  optOut: list(`
    huy, hủy, huỷ, dừng, dừng lại, ngừng, từ chối, hủy đăng ký, huỷ đăng ký, huy dang ky, tu choi,
    đừng nhắn nữa, thôi đừng gửi nữa
  `),
  withNumber: ['huy', 'hủy'],
  optIn: ['đăng ký', 'dang ky', 'bắt đầu'],
  help: ['trợ giúp', 'tro giup', 'ai đó', 'ai vậy', 'ai đấy', 'giúp'],
  polite: ['xin', 'làm ơn', 'cảm ơn', 'cám ơn', 'vui lòng', 'chào', 'ạ'],
  yes: ['có', 'vâng'],
  no: ['không'],
  phrases: {
    reminder: ['quên', 'ngại'],
    cease: ['dừng', 'ngừng', 'ngưng', 'thôi'],
    contact: ['gửi', 'nhắn', 'gọi', 'liên lạc', 'làm phiền'],
    contactOrder: ['gửi', 'nhắn', 'gọi', 'liên lạc'],
    messages: ['tin nhắn', 'tin', 'sms', 'quảng cáo'],
    self: ['tôi', 'mình', 'em'],
    not: ['đừng', 'chớ'],
    unwilling: ['không muốn', 'ko muốn', 'không cần', 'không thích', 'không có nhu cầu'],
    noMore: ['nữa'],
    want: ['muốn'],
    receive: ['nhận'],
    remove: ['xóa', 'xoá', 'loại'],
    numberOrList: ['số', 'danh sách', 'số điện thoại'],
    otherObject: ['lịch', 'đơn', 'lịch hẹn', 'thuốc', 'bệnh', 'vé', 'chuyến'],
    optOutPhrases: [
      'nhầm người',
      'nhầm máy',
      'lộn số',
      'sai người',
      'không phải số của',
      'để tôi yên',
      'đừng gọi nữa',
      'nhầm số',
      'sai số',
      'đừng làm phiền',
      'đừng nhắn tin',
      'đừng gửi tin',
    ],
    holdPhrases: ['không quan tâm', 'không cảm ơn', 'đủ rồi'],
  },
};

export const TH: LanguagePack = {
  language: 'th',
  source: 'Proposed.',
  optOut: ['ยกเลิก', 'หยุด', 'เลิก', 'ยกเลิกรับข่าวสาร', 'ยกเลิกการสมัคร', 'หยุดส่ง', 'เลิกส่ง'],
  optIn: ['สมัคร', 'เริ่ม'],
  help: ['ช่วยเหลือ', 'ช่วยด้วย', 'ใคร', 'ใครครับ', 'ใครคะ'],
  polite: ['กรุณา', 'ขอบคุณ', 'ครับ', 'ค่ะ', 'คะ', 'สวัสดี'],
  yes: ['ใช่', 'ตกลง'],
  no: ['ไม่'],
  inside: {
    optOut: list(`
      หยุดส่ง, เลิกส่ง, อย่าส่ง, ไม่ต้องส่ง, ยกเลิกข้อความ, ไม่ต้องการรับ, ไม่อยากรับ, ยกเลิกการรับ,
      ผิดเบอร์, เบอร์ผิด, ลบเบอร์
    `),
    hold: ['ไม่สนใจ', 'รำคาญ'],
    wishes: [
      {
        first: [
          'อย่า',
          'หยุด',
          'เลิก',
          'ไม่ต้อง',
          'ห้าม',
          'ไม่อยากได้',
          'ไม่ต้องการ',
          'ไม่อยากรับ',
          'ไม่เอา',
          'งด',
          'ยกเลิก',
        ],
        then: ['ส่ง', 'ทัก', 'โทร', 'ติดต่อ', 'รบกวน', 'ข้อความ', 'sms', 'เอสเอ็มเอส', 'โฆษณา', 'แชท', 'ข่าวสาร'],
        gap: 8,
        unless: ['ลืม', 'พัสดุ', 'สินค้า', 'อาหาร', 'นัด', 'ของ', 'จัดส่ง', 'ออเดอร์'],
      },
      { first: ['ลบ'], then: ['เบอร์', 'หมายเลข', 'รายชื่อ', 'ชื่อ'], gap: 4, unless: ['จอง', 'เพิ่ม', 'ขอเบอร์'] },
      {
        first: ['เบอร์', 'ส่ง', 'โทร', 'ทัก'],
        then: ['ผิดเบอร์', 'ผิดคน', 'ผิดแล้ว'],
        gap: 4,
        unless: ['ของ', 'สินค้า', 'พัสดุ'],
      },
    ],
  },
};
