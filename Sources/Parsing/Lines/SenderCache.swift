import Model

/// The banks of senders seen lately: most messages come from few senders.
struct SenderCache {
  private var entries: [(sender: [UInt8], place: Int?)] = Array(repeating: ([], nil), count: 1024)

  mutating func place(of sender: UnsafeBufferPointer<UInt8>, in catalog: BankCatalog) -> Int? {
    guard !sender.isEmpty else { return nil }
    var hash = FNV1a()
    for byte in sender.prefix(64) { hash.mix(byte) }
    let slot = Int(truncatingIfNeeded: (hash.value ^ hash.value >> 32) & 0x3FF)
    if isSender(sender, at: slot) { return entries[slot].place }
    let place = catalog.place(sender: String(decoding: sender, as: UTF8.self))
    entries[slot] = (Array(sender), place)
    return place
  }

  private func isSender(_ sender: UnsafeBufferPointer<UInt8>, at slot: Int) -> Bool {
    let known = entries[slot].sender
    guard known.count == sender.count else { return false }
    for place in 0..<known.count where known[place] != sender[place] { return false }
    return true
  }
}
