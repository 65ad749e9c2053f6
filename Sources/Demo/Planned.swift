/// One message to come: what happens when, on which card. What it says is drawn from `seed`, so that a code and the payment it confirms,
/// which share a seed, speak of the same shop and sum.
struct Planned: Sendable {
  /// UTC ms.
  var time: Int64
  var seed: UInt64
  var occasion: Occasion
  /// Index into `Wallet.cards`; nil for other senders.
  var card: Int8?
  /// The card at the other end of a transfer between Anna's own.
  var other: Int8?
  /// Kopecks, where the plan fixes them.
  var amount: Int64?
  var device: Int8?
  /// Index into the story's scenes.
  var scene: Int8?

  init(
    _ occasion: Occasion, at time: Int64, seed: UInt64, card: Int? = nil, other: Int? = nil, amount: Int64? = nil, device: Int? = nil,
    scene: Int? = nil
  ) {
    self.time = time
    self.seed = seed
    self.occasion = occasion
    self.card = card.map { Int8(truncatingIfNeeded: $0) }
    self.other = other.map { Int8(truncatingIfNeeded: $0) }
    self.amount = amount
    self.device = device.map { Int8(truncatingIfNeeded: $0) }
    self.scene = scene.map { Int8(truncatingIfNeeded: $0) }
  }
}
