import Foundation
import Model
import Testing

@testable import Delivery

/// One invented client of one bank, on a pinned clock: an iPhone that has long been linked, and a number.
struct Bench {
  /// 2026-03-01 14:00:00 in Moscow.
  static let now = Timestamp(milliseconds: 1_772_362_800_000)
  static let longAgo = now.advanced(by: -400 * 86_400_000)

  var simulator: Simulator

  static func policy(_ id: String) throws -> Policy {
    let (book, problems) = PolicyBook.load(userDirectory: nil)
    #expect(problems.isEmpty)
    return try #require(book.policy(id: id), "no policy \(id)")
  }

  init(_ id: String, seed: UInt64 = 1) throws {
    self.init(try Self.policy(id), seed: seed)
  }

  init(_ policy: Policy, seed: UInt64 = 1) {
    let iPhone = SimulatedClient.Device(id: "d1", name: "iPhone 13 (Anna)", platform: "ios", linkedAt: Self.longAgo)
    let number = SimulatedClient.Number("+79000000012", from: Self.longAgo)
    simulator = Simulator(policy, client: SimulatedClient(devices: [iPhone], numbers: [number], hasMessenger: true), seed: seed)
  }

  static let xiaomi = SimulatedClient.Device(id: "d2", name: "Xiaomi 12", platform: "android", isOwn: false, linkedAt: now)

  mutating func choose(_ channel: Channel, _ scope: Preference.Scope = .all, by: String = "client", from device: String? = nil) {
    simulator.choose(
      Preference(
        bank: simulator.policy.banks.first, scope: scope, channel: channel, setAt: Self.now.advanced(by: -1), setBy: by, device: device))
  }

  mutating func offline(from seconds: Int64 = 0, to end: Int64 = 86_400 * 2) {
    let start = Self.now.milliseconds
    simulator.client.devices[0].offline = Spells([(start + seconds * 1_000)..<(start + end * 1_000)])
  }

  /// Sends a message `seconds` after `now`.
  mutating func send(
    _ category: Model.Category, event: SecurityFact.Kind? = nil, origin: Step.Origin = .card, after seconds: Int64 = 0,
    about: String? = nil,
    text: String = "Покупка 1240 ₽ PYATEROCHKA"
  ) -> Simulator.Told {
    let message = SimulatedMessage(
      id: "m", time: Self.now.advanced(by: seconds * 1_000), bank: simulator.policy.banks.first, category: category, event: event,
      origin: origin, title: "Банк", text: text)
    return simulator.send(message, about: about)
  }
}

extension Simulator.Told {
  /// The way it took: `push→d1 delivered` would be too long; `push`, `sms`, with `!` before a copy that didn't arrive.
  var way: String {
    attempts.map { ($0.status.arrived && $0.deliveredAt != nil ? "" : "!") + $0.channel.name }.joined(separator: " ")
  }

  var endpoints: [String] { deliveries.compactMap(\.endpoint) }
  var reasons: [String] { deliveries.compactMap(\.reason) }
}
