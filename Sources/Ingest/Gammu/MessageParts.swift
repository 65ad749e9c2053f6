import Model

/// One part of an SMS, or a whole one, as Gammu keeps it.
struct MessagePart {
  var message: InboundMessage
  /// The text as UTF-16, which a part may cut in the middle of a pair.
  var units: [UInt16]
  /// Where it stands among the parts of one message; nil for a message of one part.
  var header: ConcatenationHeader?
  /// What the program calls the message that it is a part of, where it does.
  var messageID: String?
}

/// What a user data header says of a message in parts (3GPP TS 23.040, 9.2.3.24.1 and .8).
struct ConcatenationHeader: Hashable {
  var reference: Int
  var total: Int
  /// From 1.
  var number: Int

  /// - Returns: nil when the header, in hexadecimal, says nothing of parts.
  init?(hexadecimal: String) {
    guard let bytes = [UInt8](hexadecimal: hexadecimal), let length = bytes.first, Int(length) < bytes.count else { return nil }
    var rest = bytes[1...Int(length)]
    while let kind = rest.popFirst(), let size = rest.popFirst(), rest.count >= size {
      let element = Array(rest.prefix(Int(size)))
      rest = rest.dropFirst(Int(size))
      switch (kind, element.count) {
      case (0x00, 3): self.init(reference: Int(element[0]), total: Int(element[1]), number: Int(element[2]))
      case (0x08, 4):
        // References of 16 bits never meet those of 8.
        self.init(reference: 0x10000 | Int(element[0]) << 8 | Int(element[1]), total: Int(element[2]), number: Int(element[3]))
      default: continue
      }
      guard total > 1, (1...total).contains(number) else { return nil }
      return
    }
    return nil
  }

  private init(reference: Int, total: Int, number: Int) {
    self.reference = reference
    self.total = total
    self.number = number
  }
}

/// Puts the parts of messages together, in whatever order they come.
///
/// A phone counts references to 255 and begins anew, so a part that is there already, or comes hours later, begins another message. What stays incomplete is given as it
/// is, each part as a message of its own.
struct MessageParts {
  private struct Key: Hashable {
    var sender: String
    var reference: Int
    var total: Int
    var messageID: String?
  }

  private var waiting: [Key: [Int: MessagePart]] = [:]
  /// The keys in the order in which they began to wait.
  private var order: [Key] = []
  private(set) var incomplete = 0
  private(set) var repair = TextRepair()

  /// How many incomplete messages are kept in memory.
  private static let limit = 1000
  /// How far apart the parts of a message come at most, in ms: 6 hours. Networks send them one after the other, and what they couldn't deliver again
  /// within hours.
  private static let span: UInt64 = 6 * 3_600_000

  /// Takes a part, and gives the messages that are decided by it.
  mutating func add(_ part: MessagePart) -> [InboundMessage] {
    guard let header = part.header else { return [joined([part])] }
    let key = Key(sender: part.message.sender, reference: header.reference, total: header.total, messageID: part.messageID)
    var decided: [InboundMessage] = []
    if let others = waiting[key], others[header.number] != nil || others.values.contains(where: { Self.isFar($0, from: part) }) {
      decided = giveUp(key)
    }
    if waiting[key] == nil { order.append(key) }
    waiting[key, default: [:]][header.number] = part
    if let parts = waiting[key], parts.count == header.total {
      forget(key)
      decided.append(joined(parts.sorted { $0.key < $1.key }.map(\.value)))
    } else if order.count > Self.limit, let oldest = order.first {
      decided += giveUp(oldest)
    }
    return decided
  }

  private static func isFar(_ one: MessagePart, from other: MessagePart) -> Bool {
    let (earlier, later) = (min(one.message.time, other.message.time).milliseconds, max(one.message.time, other.message.time).milliseconds)
    return UInt64(bitPattern: later &- earlier) > span
  }

  /// What still waits, when no more parts come.
  mutating func rest() -> [InboundMessage] {
    order.flatMap { giveUp($0) }
  }

  private mutating func giveUp(_ key: Key) -> [InboundMessage] {
    let parts = waiting[key]?.sorted { $0.key < $1.key }.map(\.value) ?? []
    forget(key)
    incomplete += 1
    return parts.map { joined([$0]) }
  }

  private mutating func forget(_ key: Key) {
    waiting[key] = nil
    order.removeAll { $0 == key }
  }

  private mutating func joined(_ parts: [MessagePart]) -> InboundMessage {
    var message = parts[0].message
    message.time = parts.map(\.message.time).min() ?? message.time
    message.text = text(parts.flatMap(\.units))
    if parts.count > 1 { message.parts = parts.count }
    return message
  }

  private mutating func text(_ units: [UInt16]) -> String {
    var isBroken = false
    var scalars = String.UnicodeScalarView()
    var decoder = UTF16()
    var iterator = units.makeIterator()
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue("\0"), .error:
        isBroken = true
        scalars.append("\u{FFFD}")
      case .scalarValue(let scalar): scalars.append(scalar)
      case .emptyInput: break decoding
      }
    }
    if isBroken { repair.count += 1 }
    return String(scalars)
  }
}

extension [UInt8] {
  /// The bytes of hexadecimal digits; nil when they are none, or not in pairs.
  init?(hexadecimal: String) {
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in hexadecimal.utf8 {
      let digit: UInt8
      switch character {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = character - UInt8(ascii: "0")
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = character - UInt8(ascii: "A") + 10
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = character - UInt8(ascii: "a") + 10
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    guard high == nil else { return nil }
    self = bytes
  }
}

extension [UInt16] {
  /// The units of a text in UTF-16, four hexadecimal digits each; nil when it is something else.
  init?(hexadecimal: String) {
    guard let bytes = [UInt8](hexadecimal: hexadecimal), bytes.count % 2 == 0 else { return nil }
    self = stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
  }
}
