extension SecurityEvent {
  /// The event as one of our own JSON lines, without the line's end. What an import or `audit --stream` reads of it is equal to this event.
  public var json: JSONObject { json(from: source) }

  /// The same as if it were known from elsewhere.
  public func json(from source: Source) -> JSONObject {
    var object = JSONObject()
    object.add("type", "event")
    object.add(EventField.id.rawValue, id)
    object.add(EventField.time.rawValue, time.rfc3339)
    object.add(EventField.account.rawValue, account)
    object.add(.bank, bank)
    object.add(EventField.kind.rawValue, kind.name)
    if let device { object.add(EventField.device.rawValue) { device.write(to: &$0) } }
    object.add(.endpoint, endpoint)
    object.add(.by, by)
    object.add(.confirmedBy, confirmedBy)
    object.add(.confirmedOn, confirmedOn)
    object.add(.place, place)
    object.add(.scope, scope)
    object.add(.from, from)
    object.add(.to, to)
    object.add(.channel, channel?.name)
    object.add(.operation, operation)
    object.add(.about, about)
    object.add(.direction, direction?.name)
    object.add(.payee, payee)
    object.add(.sender, sender)
    object.add(.codeHost, codeHost)
    object.add(.sentAt, sentAt?.rfc3339)
    if let codeAgeSeconds { object.add(EventField.codeAge.rawValue, codeAgeSeconds) }
    if let amount {
      object.add(EventField.amount.rawValue, amount.minorUnits)
      object.add(EventField.currency.rawValue, amount.currency.code)
    }
    if let balanceMinor { object.add(EventField.balance.rawValue, balanceMinor) }
    if let own { object.add(EventField.own.rawValue, own) }
    if let senderIsKnown { object.add(EventField.senderIsKnown.rawValue, senderIsKnown) }
    if !hosts.isEmpty { object.add(EventField.hosts.rawValue, hosts.joined(separator: " ")) }
    if source != .file { object.add(EventField.source.rawValue, source.name) }
    if case .message(let id) = source { object.add(EventField.message.rawValue, id.rawValue) }
    return object
  }
}

extension LinkedDevice {
  fileprivate func write(to object: inout JSONObject) {
    object.add("id", id)
    if let name { object.add("name", name) }
    if let platform { object.add("platform", platform) }
  }
}

extension JSONObject {
  /// A text, nothing without one.
  fileprivate mutating func add(_ field: EventField, _ text: String?) {
    if let text { add(field.rawValue, text) }
  }
}
