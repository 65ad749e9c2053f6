/// Keys in web addresses: who has one needs no code. `?otp=482913`, `&token=…`, `/verify/482913`.
enum LinkSecrets {
  static func add(in message: Message, to covered: inout [Reading.Code]) {
    guard message.hasPiece(of: .link) else { return }
    for lexeme in message.lexemes where lexeme.kind == .link {
      var start = Int(lexeme.start)
      var isNamed = false
      var position = start
      let end = Int(lexeme.end)
      while position <= end, covered.count < Codes.mostOthers {
        let byte = position < end ? message.bytes[position] : 0x26
        if byte == 0x3D || byte == 0x26 || byte == 0x3F || byte == 0x2F || byte == 0x23 || byte == 0x3B {
          if isNamed { add(start..<position, in: message, to: &covered) }
          isNamed = (byte == 0x3D || byte == 0x2F) && names.contains(name(start..<position, in: message))
          start = position + 1
        }
        position += 1
      }
    }
  }

  /// A path's words are named by what stands before them, so they must look like a key.
  private static func add(_ range: Range<Int>, in message: Message, to covered: inout [Reading.Code]) {
    var end = range.upperBound
    while end > range.lowerBound, isClosing(message.bytes[end - 1]) { end -= 1 }
    let range = range.lowerBound..<end
    guard range.count >= 4 else { return }
    let isQuery = message.bytes[range.lowerBound - 1] == 0x3D
    guard isQuery || message.bytes[range].contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return }
    let code = Reading.Code(bytes: Int32(range.lowerBound)..<Int32(range.upperBound), isVerbatim: true)
    if !covered.contains(where: { $0.bytes.overlaps(code.bytes) }) { covered.append(code) }
  }

  private static func isClosing(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x22, 0x27, 0x29, 0x2C, 0x2E, 0x3A, 0x5D, 0x7D, 0x3E: true
    default: false
    }
  }

  private static func name(_ range: Range<Int>, in message: Message) -> String {
    guard range.count <= 24 else { return "" }
    return String(decoding: message.bytes[range].map { $0 == 0x2D ? 0x5F : $0 | ($0 >= 0x41 && $0 <= 0x5A ? 0x20 : 0) }, as: UTF8.self)
  }

  private static let names: Set<String> = [
    "otp", "code", "token", "pin", "pass", "password", "passwd", "pwd", "passcode", "key", "secret", "auth", "tan", "verify",
    "verification",
    "confirm", "confirmation", "access_token", "auth_token", "auth_code", "authcode", "sms", "sms_code", "smscode", "otp_code", "otpcode",
    "one_time_code", "onetimecode", "magic", "login", "signin", "reset", "kod", "parol", "codigo", "session", "sid", "ticket", "hash",
    "activation", "activate",
  ]
}
