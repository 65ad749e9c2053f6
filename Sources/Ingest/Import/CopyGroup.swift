import Model

/// Which notification the record read last was a copy of, by its source's own word: the next copy of it joins it.
///
/// Only neighbours are joined, so that nothing has to be kept of what was read before.
struct CopyGroup {
  private struct Word: Hashable {
    var word: String
    var bank: String?
    var account: String?
  }

  private var last: Word?
  private var copies = 0
  private var firstTime = Timestamp(milliseconds: 0)
  /// How much text the copies hold, in bytes.
  private var textSize = 0
  /// More copies than a bank makes; a file that claims so doesn't fill the memory.
  private static let limit = 64
  /// How far a copy's time may lie from the first's: a day, in ms. No bank tries longer.
  private static let span: UInt64 = 86_400_000

  /// Whether a record is another copy of the notification before it.
  func continues(with item: Record.Item) -> Bool {
    guard let last, copies < Self.limit, case .message(let message) = item else { return false }
    let (earlier, later) = (min(firstTime, message.time).milliseconds, max(firstTime, message.time).milliseconds)
    return Self.word(of: message) == last && UInt64(bitPattern: later &- earlier) <= Self.span
      && textSize + message.text.utf8.count <= ImportGathering.textLimit
  }

  /// Remembers what was read.
  mutating func read(_ item: Record.Item) {
    let isCopy = continues(with: item)
    guard case .message(let message) = item else {
      last = nil
      return
    }
    copies = isCopy ? copies + 1 : 1
    textSize = (isCopy ? textSize : 0) + message.text.utf8.count
    if !isCopy { firstTime = message.time }
    last = Self.word(of: message)
  }

  private static func word(of message: InboundMessage) -> Word? {
    message.copyOf.map { Word(word: $0, bank: message.bank, account: message.account) }
  }
}
