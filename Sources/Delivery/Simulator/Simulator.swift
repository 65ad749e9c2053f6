import Model
import Parsing

/// A bank that sends to one client by its policy. No wall clock: what is sent, and when, is said by the caller; everything else comes from the seed.
///
/// ```swift
/// var bank = Simulator(policy, client: anna, seed: 7)
/// let told = bank.send(code)      // told.deliveries: each copy with its time, state, parts and cost
/// ```
public struct Simulator: Sendable {
  public let policy: Policy
  /// The client as he is now; changes take effect from their own times on.
  public var client: SimulatedClient
  private let cascade: Cascade
  private var random: RandomStream

  /// The seed decides what is left to chance.
  public init(_ policy: Policy, client: SimulatedClient, seed: UInt64) {
    self.policy = policy
    self.client = client
    cascade = Cascade(policy)
    random = RandomStream(seed: seed)
  }

  /// What became of one message.
  public struct Told: Sendable {
    public var message: SimulatedMessage
    /// In the order they were made.
    public var attempts: [Attempt]
    /// The same as deliveries of the bell, with their texts.
    public var deliveries: [Model.Delivery]

    /// The message as the bell keeps it, without facts, which follow from its text; read when the client opened a copy.
    public func notification(account: String = Notification.defaultAccount) -> Model.Notification {
      Model.Notification(
        bank: message.bank, account: account, isRead: attempts.contains { $0.isOwn && $0.seenAt != nil }, deliveries: deliveries)
    }
  }

  /// Sends a message at its time, or when what holds it back ends: quiet hours, a snooze.
  /// - Parameters:
  ///   - message: what to tell.
  ///   - subject: the device that its event is about, by id: a notice of it goes to endpoints from before.
  /// - Returns: the copies made, and what became of each.
  public mutating func send(_ message: SimulatedMessage, about subject: String? = nil) -> Told {
    var attempts: [Attempt] = []
    let time = client.quiet.sendingTime(message.time, message.category, about: message.event)
    let impulse = Cascade.Impulse(
      time: time.milliseconds, category: message.category, event: message.event, origin: message.origin, bank: message.bank,
      parts: Segmentation(message.text).parts, subject: subject.flatMap { id in client.devices.firstIndex { $0.id == id } } ?? -1)
    cascade.run(impulse, to: client, random: &random, into: &attempts)
    return Told(message: message, attempts: attempts, deliveries: attempts.map { delivery(of: message, $0) })
  }

  private func delivery(of message: SimulatedMessage, _ attempt: Attempt) -> Model.Delivery {
    let isSMS = attempt.channel == .sms
    let isSent = attempt.status != .notSent && attempt.status != .failed
    return Model.Delivery(
      channel: attempt.channel, endpoint: endpoint(of: attempt), time: attempt.sentAt, deliveredAt: attempt.deliveredAt,
      seenAt: attempt.seenAt, status: attempt.status, reason: attempt.failure?.text, parts: isSMS && isSent ? attempt.parts : nil,
      costMinor: isSent ? attempt.costMinor : nil, sender: isSMS ? message.sender : message.app,
      title: isSMS || message.title.isEmpty ? nil : message.pushTitle, text: isSMS ? message.text : message.pushText,
      sourceID: message.id)
  }

  /// The name of the endpoint an attempt went to: a device's name, or a number.
  public func endpoint(of attempt: Attempt) -> String? {
    guard attempt.endpoint >= 0 else { return nil }
    return attempt.channel == .sms ? client.numbers[attempt.endpoint].number : client.devices[attempt.endpoint].name
  }
}

// MARK: What client and bank do

extension Simulator {
  /// Links a device; it becomes the newest.
  public mutating func bind(_ device: SimulatedClient.Device) {
    client.devices.append(device)
  }

  /// Unlinks a device: from that moment it gets nothing.
  public mutating func unlink(device id: String, at time: Timestamp) {
    for index in client.devices.indices where client.devices[index].id == id { client.devices[index].unlinkedAt = time }
  }

  /// Turns pushes to a device.
  public mutating func prefer(device id: String, at time: Timestamp) {
    for index in client.devices.indices where client.devices[index].id == id { client.devices[index].preferredAt = time }
  }

  /// Notes a choice of channel. A push chosen from a device turns the pushes to it.
  public mutating func choose(_ preference: Preference) {
    client.preferences.add(preference)
    if preference.channel == .push, let device = preference.device { prefer(device: device, at: preference.setAt) }
  }

  /// Puts another number in the place of the one there is.
  public mutating func changeNumber(to number: String, isOwn: Bool, at time: Timestamp) {
    if let last = client.numbers.indices.last { client.numbers[last].until = time }
    client.numbers.append(SimulatedClient.Number(number, isOwn: isOwn, from: time))
  }
}
