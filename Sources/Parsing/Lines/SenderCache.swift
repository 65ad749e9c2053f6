import Model

/// The banks of the senders seen lately: most messages come from few senders.
struct SenderCache {
  private struct Entry {
    var sender: [UInt8] = []
    var bank: Int?
  }

  /// Each sender stands in one of a few places next to each other.
  private static let ways = 4
  private static let size = 1024

  private var entries = [Entry](repeating: Entry(), count: size)

  /// The place of a sender's bank in the catalogue.
  mutating func place(of sender: UnsafeBufferPointer<UInt8>, in catalog: BankCatalog) -> Int? {
    guard !sender.isEmpty else { return nil }
    var hash = FNV1a()
    for byte in sender.prefix(64) { hash.mix(byte) }
    let first = Int(truncatingIfNeeded: hash.value ^ hash.value >> 32) & (Self.size - Self.ways)
    var free = first
    for slot in first..<first + Self.ways {
      if isSender(sender, at: slot) { return entries[slot].bank }
      if !entries[slot].sender.isEmpty { free = slot + 1 }
    }
    if free == first + Self.ways { free = first }
    let bank = catalog.place(sender: String(decoding: sender, as: UTF8.self))
    entries[free] = Entry(sender: Array(sender), bank: bank)
    return bank
  }

  private func isSender(_ sender: UnsafeBufferPointer<UInt8>, at slot: Int) -> Bool {
    entries[slot].sender.withUnsafeBufferPointer { known in
      guard known.count == sender.count else { return false }
      for place in 0..<known.count where known[place] != sender[place] { return false }
      return true
    }
  }
}
