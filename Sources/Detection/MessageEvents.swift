import Model

/// What messages tell of security: evidence of events, known "by message".
public enum MessageEvents {
  /// The kinds after which codes and transfers are evidence too.
  public static let triggers: Set<EventKind> = [.deviceBound, .channelChanged, .phoneChanged, .simChanged, .credentialReset]
  /// How long after one of these, and how long before, in ms: a code that is good for 10 minutes, and two days.
  public static let reachAfter = Limits().hot + Limits().codeAge
  public static let reachBefore = Limits().codeAge

  /// The events that a notification tells by itself, whatever happened around it.
  /// - Parameters:
  ///   - notification: with what was read from its text.
  ///   - id: its identifier, which the events name as their source.
  ///   - book: knows what imitations look like.
  /// - Returns: none for everyday messages.
  public static func told(by notification: Notification, id: NotificationID, _ book: RuleBook) -> [SecurityEvent] {
    guard let first = notification.deliveries.first else { return [] }
    var events = notice(notification, id, first)
    events += offChannel(notification, id)
    if notification.bank == nil, let event = imitation(notification, id, first, book) { events.append(event) }
    return events.map(\.bounded)
  }

  /// The kinds of what a security fact is evidence of.
  public static let factKinds: Set<EventKind> = triggers.union([
    .deviceUnbound, .login, .contactChanged, .bindingRequested, .keyAdded, .callsForwarded, .trusteeNamed, .loanBanLifted, .outsideAccess,
  ])

  /// The kinds that mean nothing while an account is young, so that it must be known since when there were messages.
  public static let aged: Set<EventKind> = [.bindingRequested, .keyAdded, .tokenLinked, .outsideAccess, .trusteeNamed]

  /// Whether a message with these facts may be evidence near something that matters.
  public static func mayTellNear(_ facts: Facts) -> Bool {
    facts.code != nil || facts.isTransaction || facts.security?.kind == .tokenLinked
  }

  /// Whether a stored event says what a message tells. Copies that became one message told it under ids and at times of their own.
  public static func isSame(_ stored: SecurityEvent, as told: SecurityEvent) -> Bool {
    var same = stored
    same.id = told.id
    same.time = told.time
    same.source = told.source
    same.about = told.about
    return same == told
  }

  /// The event that a notification's security fact is evidence of, without the notices of it; nil when it tells none.
  public static func fact(of notification: Notification, id: NotificationID) -> SecurityEvent? {
    notification.deliveries.first.flatMap { notice(notification, id, $0).first?.bounded }
  }

  /// The events that it tells when something that matters happened shortly before: codes, cards in wallets, transfers, loans.
  /// - Parameters:
  ///   - notification: with what was read from its text.
  ///   - id: its identifier, which the events name as their source.
  ///   - movement: what moved the money that a delivery's text tells of.
  /// - Returns: none for messages that tell of neither codes nor such money.
  public static func near(_ notification: Notification, id: NotificationID, _ movement: (Delivery) -> Movement?) -> [SecurityEvent] {
    let facts = notification.facts
    var events: [SecurityEvent] = []
    if facts.code != nil || facts.category == .code {
      for delivery in notification.deliveries where delivery.status.arrived {
        var event = make(.codeDelivered, notification, id, at: delivery.time, suffix: delivery.endpoint ?? delivery.channel.name)
        event.endpoint = delivery.endpoint
        event.channel = delivery.channel
        events.append(event)
      }
    }
    if let fact = facts.security, fact.kind == .tokenLinked, let first = notification.deliveries.first {
      var event = make(.tokenLinked, notification, id, at: first.time)
      if let device = fact.device { event.device = LinkedDevice(id: device, name: device) }
      events.append(event)
    }
    guard facts.isTransaction, let amount = facts.amount, let first = notification.deliveries.first else { return events.map(\.bounded) }
    let moved = movement(first)
    if amount.minorUnits > 0, moved == .loan {
      var event = make(.loanPaidOut, notification, id, at: first.time)
      event.amount = amount
      events.append(event)
    } else if facts.direction == .transfer || moved == .transfer {
      var event = make(.transfer, notification, id, at: first.time)
      event.amount = amount.unsigned
      event.direction = facts.direction == nil ? nil : amount.minorUnits < 0 ? .outgoing : .incoming
      event.payee = facts.merchant
      // An event has one currency: a balance in another can't be compared with its sum.
      event.balanceMinor = facts.balance.flatMap { $0.currency == amount.currency ? $0.minorUnits : nil }
      events.append(event)
    }
    return events.map(\.bounded)
  }

  /// The id of the event that a message is evidence of. A delivery's event has its endpoint behind it.
  public static func id(of kind: EventKind, in message: NotificationID) -> String {
    "m\(message.rawValue)-\(kind.name)"
  }

  /// That there was a message, which shows since when the account is known.
  /// - Returns: an event that no rule finds anything in by itself.
  public static func known(since message: NotificationID, account: String, bank: String?) -> SecurityEvent {
    SecurityEvent(
      id: Self.id(of: .messageReceived, in: message) + "-first", time: message.time, kind: .messageReceived, account: account, bank: bank,
      source: .message(message))
  }

  private static func make(
    _ kind: EventKind, _ notification: Notification, _ id: NotificationID, at time: Timestamp, suffix: String? = nil
  ) -> SecurityEvent {
    SecurityEvent(
      id: Self.id(of: kind, in: id) + (suffix.map { "-" + $0 } ?? ""), time: time, kind: kind, account: notification.account,
      bank: notification.bank, source: .message(id))
  }

  /// A security fact, and the notice of it that the message is.
  private static func notice(_ notification: Notification, _ id: NotificationID, _ first: Delivery) -> [SecurityEvent] {
    guard let fact = notification.facts.security, var kind = EventKind(fact.kind), notification.bank != nil else { return [] }
    // Something can come in that has no name.
    if kind == .deviceBound, fact.device == nil { kind = .keyAdded }
    var event = make(kind, notification, id, at: first.time)
    event.place = fact.place
    if let device = fact.device { event.device = LinkedDevice(id: device, name: device) }
    switch kind {
    case .deviceBound, .deviceUnbound, .devicePreferred:
      guard event.device != nil else { return [] }
    case .channelChanged:
      guard fact.from != nil || fact.to != nil else { return [] }
      event.from = fact.from
      // Where a channel is only switched off, what follows is for the bank to choose.
      event.to = fact.to ?? SecurityEvent.bankDecides
      event.by = fact.device
    case .phoneChanged:
      event.from = fact.from.map(number)
      event.to = fact.to.map(number)
    case .simChanged:
      // A number with hidden digits can't be told apart from others, so it is no endpoint.
      let number = fact.to.map(number)
      if number.map(isWhole) == true { event.endpoint = number } else { event.to = number }
    default: break
    }
    return [event]
      + notification.deliveries.filter { $0.status != .notSent }.map { delivery in
        var notice = make(.noticeSent, notification, id, at: delivery.time, suffix: delivery.endpoint ?? delivery.channel.name)
        notice.endpoint = delivery.endpoint
        notice.channel = delivery.channel
        notice.about = event.id
        return notice
      }
  }

  /// A phone number as deliveries name it, `+79000000012`; one with hidden digits or without a country code stays as the text has it.
  private static func number(_ text: String) -> String {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    let isInternational = text.drop { $0.isWhitespace }.hasPrefix("+")
    let isNumber = text.allSatisfy { $0.isASCII && $0.isNumber || "+-() \u{A0}".contains($0) }
    guard isNumber, digits.count >= (isInternational ? 10 : 11) else { return text }
    return !isInternational && digits.count == 11 && digits.hasPrefix("8") ? "+7" + digits.dropFirst() : "+" + digits
  }

  /// Whether a number stands there with all of its digits.
  static func isWhole(_ number: String) -> Bool {
    number.count > 10 && number.hasPrefix("+") && number.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// A message that came by one channel because it wasn't sent by another.
  private static func offChannel(_ notification: Notification, _ id: NotificationID) -> [SecurityEvent] {
    guard notification.bank != nil, notification.facts.security == nil, notification.facts.category != .code else { return [] }
    let withheld = Set(notification.deliveries.filter { $0.status == .notSent }.map(\.channel))
    guard let came = notification.deliveries.first(where: { $0.status.arrived }), withheld.contains(where: { $0 != came.channel }) else {
      return []
    }
    var event = make(.messageReceived, notification, id, at: came.time)
    event.scope = notification.facts.category?.name
    event.channel = came.channel
    event.endpoint = came.endpoint
    return [event]
  }

  /// A message that looks like a bank's and isn't; nil for all others.
  private static func imitation(_ notification: Notification, _ id: NotificationID, _ first: Delivery, _ book: RuleBook) -> SecurityEvent? {
    var event = make(.messageReceived, notification, id, at: first.time)
    event.channel = first.channel
    event.endpoint = first.endpoint
    event.sender = first.sender
    event.senderIsKnown = false
    event.hosts = hosts(in: first.text)
    return book.impostors.pretends(event) ? event : nil
  }

  /// The hosts of a text's links, as they stand there.
  private static func hosts(in text: String) -> [String] {
    // Hardly a text has one, and looking for a character costs fifty times as much as looking for a byte.
    guard text.utf8.contains(UInt8(ascii: ":")) else { return [] }
    var hosts: [String] = []
    var rest = text[...]
    while let scheme = rest.firstRange(of: "://") {
      rest = rest[scheme.upperBound...]
      let host = rest.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
      if !host.isEmpty { hosts.append(String(host)) }
    }
    return hosts
  }
}

extension SecurityEvent {
  /// The event with names as long as names are: what stands in their place in a text may be all the rest of it, and an entry of the log has
  /// room for 64 KB.
  fileprivate var bounded: SecurityEvent {
    func bounded(_ name: String?) -> String? {
      guard let name, name.utf8.count > Self.longestName else { return name }
      return String(String.UnicodeScalarView(name.unicodeScalars.prefix(Self.longestName)))
    }
    var event = self
    event.device = device.map { LinkedDevice(id: bounded($0.id) ?? "", name: bounded($0.name), platform: $0.platform) }
    event.place = bounded(place)
    event.from = bounded(from)
    event.to = bounded(to)
    event.by = bounded(by)
    event.payee = bounded(payee)
    event.hosts = hosts.prefix(Self.mostHosts).compactMap(bounded)
    return event
  }

  /// Unicode scalars.
  private static var longestName: Int { 200 }
  private static var mostHosts: Int { 16 }
}

extension EventKind {
  /// The event that a fact in a text is evidence of; nil for those that are no event.
  init?(_ fact: SecurityFact.Kind) {
    switch fact {
    case .deviceBound, .appActivated: self = .deviceBound
    case .deviceUnbound: self = .deviceUnbound
    case .login: self = .login
    case .credentialChanged: self = .credentialReset
    case .channelChanged: self = .channelChanged
    case .phoneChanged: self = .phoneChanged
    case .simChanged: self = .simChanged
    case .contactChanged: self = .contactChanged
    case .bindingRequested: self = .bindingRequested
    case .keyAdded: self = .keyAdded
    case .callsForwarded: self = .callsForwarded
    case .trusteeNamed: self = .trusteeNamed
    case .loanBanLifted: self = .loanBanLifted
    case .outsideAccess: self = .outsideAccess
    // A wallet counts when something of that kind happened before: `near`.
    case .tokenLinked, .tokenUnlinked, .blocked, .loginRequested, .changeRequested, .loginFailed, .deviceRenamed: return nil
    }
  }
}
