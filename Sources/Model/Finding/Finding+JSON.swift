extension Finding {
  /// The finding as one of our own JSON lines, without the line's end.
  /// - Parameters:
  ///   - title: the rule's name in words, as the reader is to see it.
  ///   - advice: what to do about it.
  /// - Returns: the object.
  public func json(title: String, advice: String) -> JSONObject {
    var object = JSONObject()
    object.add("type", "finding")
    object.add("id", id.text)
    object.add("rule", rule.description)
    object.add("severity", severity.name)
    object.add("account", account)
    object.add("bank", bank)
    object.add("device", device?.id)
    if let name = device?.name { object.add("device_name", name) }
    object.add("time", time.rfc3339)
    object.add("anchor", anchor)
    object.add("evidence", evidence)
    object.add("title", title)
    object.add("advice", advice)
    object.add("state", state.name)
    return object
  }
}
