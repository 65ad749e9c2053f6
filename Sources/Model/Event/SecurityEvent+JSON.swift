extension SecurityEvent {
  /// The event as one of our own JSON lines, without the line's end. What an import or `audit --stream` reads of it is equal to this event.
  public var json: JSONObject {
    var object = JSONObject()
    object.add("type", "event")
    object.add(EventField.id.rawValue, id)
    object.add(EventField.time.rawValue, time.rfc3339)
    object.add(EventField.account.rawValue, account)
    add(.bank, bank, to: &object)
    object.add(EventField.kind.rawValue, kind.name)
    if let device { object.add(EventField.device.rawValue, device.json) }
    let texts: [(EventField, String?)] = [
      (.endpoint, endpoint), (.by, by), (.confirmedBy, confirmedBy), (.confirmedOn, confirmedOn), (.place, place), (.scope, scope),
      (.from, from), (.to, to), (.channel, channel?.name), (.operation, operation), (.about, about), (.direction, direction?.name),
      (.payee, payee), (.sender, sender), (.codeHost, codeHost), (.sentAt, sentAt?.rfc3339),
    ]
    for (field, text) in texts { add(field, text, to: &object) }
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

  private func add(_ field: EventField, _ text: String?, to object: inout JSONObject) {
    if let text { object.add(field.rawValue, text) }
  }
}

extension LinkedDevice {
  fileprivate var json: JSONObject {
    var object = JSONObject()
    object.add("id", id)
    if let name { object.add("name", name) }
    if let platform { object.add("platform", platform) }
    return object
  }
}
