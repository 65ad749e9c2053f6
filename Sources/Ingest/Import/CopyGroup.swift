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
  /// More copies than a bank makes; a file that claims so doesn't fill the memory.
  private static let limit = 64

  /// Whether a record is another copy of the notification before it.
  func continues(with item: Record.Item) -> Bool {
    guard let last, copies < Self.limit, case .message(let message) = item else { return false }
    return Self.word(of: message) == last
  }

  /// Remembers what was read.
  mutating func read(_ item: Record.Item) {
    copies = continues(with: item) ? copies + 1 : 1
    if case .message(let message) = item { last = Self.word(of: message) } else { last = nil }
  }

  private static func word(of message: InboundMessage) -> Word? {
    message.copyOf.map { Word(word: $0, bank: message.bank, account: message.account) }
  }
}
