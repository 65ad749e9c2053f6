import Model

/// R15: the same device or phone belongs to two or more accounts [Okta]. High, for auditors.
///
/// The one rule across accounts: it is keyed by device and phone, so it runs beside the others, not among them, and spread over machines its
/// input has to be divided by device. It remembers every device and phone it saw. Phones that a family declared as shared are no finding,
/// and a device known only by what it is called, as in messages, is no device; nor is a number that hides digits a number.
public struct SharedEndpoints: Sendable {
  static let rule = RuleID(15)

  private struct Holder: Hashable {
    var account: String
    var bank: String?
    var anchor: String
    var time: Timestamp
  }

  private let shared: Set<String>
  private let isOff: Bool
  private var holders: [String: [Holder]] = [:]
  private var labels: [String: LinkedDevice] = [:]

  /// Nobody seen yet.
  public init(limits: Limits = Limits()) {
    shared = limits.shared
    isOff = limits.off.contains(Self.rule.number)
  }

  /// Takes an event in. The finding of an account hangs on the first event, by time, that ties it to the endpoint.
  public mutating func take(_ event: SecurityEvent) {
    guard !isOff, let endpoint = Self.endpoint(of: event), !shared.contains(endpoint) else { return }
    let holder = Holder(account: event.account, bank: event.bank, anchor: event.id, time: event.time)
    if let device = event.device { labels[endpoint] = device }
    var known = holders[endpoint] ?? []
    if let index = known.firstIndex(where: { $0.account == event.account }) {
      if (holder.time, holder.anchor) < (known[index].time, known[index].anchor) { known[index] = holder }
    } else {
      known.append(holder)
    }
    holders[endpoint] = known
  }

  /// What was found in all that was taken in, by account and id.
  public var findings: [Finding] {
    var findings: [Finding] = []
    for (endpoint, known) in holders where known.count > 1 {
      let ordered = known.sorted { ($0.time, $0.account) < ($1.time, $1.account) }
      for holder in ordered {
        findings.append(
          Finding(
            rule: Self.rule, severity: .high, account: holder.account, bank: holder.bank,
            device: labels[endpoint] ?? LinkedDevice(id: endpoint), anchor: holder.anchor, time: ordered[1].time,
            evidence: [holder.anchor]))
      }
    }
    return findings.sorted { ($0.account, $0.id) < ($1.account, $1.id) }
  }

  private static func endpoint(of event: SecurityEvent) -> String? {
    switch event.kind {
    case .deviceBound:
      if case .message = event.source { return nil }
      return event.device?.id
    case .phoneChanged:
      if case .message = event.source { return event.to.flatMap { MessageEvents.isWhole($0) ? $0 : nil } }
      return event.to
    default: return nil
    }
  }
}
