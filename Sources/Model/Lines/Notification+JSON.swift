extension Notification {
  /// The notification as our own JSON lines, one for each delivery, without the lines' ends. What an import reads of them is this notification:
  /// category, amounts and other facts aren't written, since they follow from the text.
  ///
  /// Lines of several deliveries say by `copy_of` that they belong together, and must stay together.
  public var json: [JSONObject] {
    let group = deliveries.count > 1 ? deliveries.first.map { $0.sourceID ?? String($0.time.milliseconds) } : nil
    return deliveries.map { line(of: $0, group: group) }
  }

  private func line(of delivery: Delivery, group: String?) -> JSONObject {
    var object = JSONObject()
    object.add("type", "message")
    if let id = delivery.sourceID { object.add("id", id) }
    if let group { object.add("copy_of", group) }
    object.add("time", delivery.time.rfc3339)
    object.add("channel", delivery.channel.name)
    if let bank { object.add("bank", bank) }
    object.add("account", account)
    object.add("sender", delivery.sender)
    if let title = delivery.title { object.add("title", title) }
    object.add("text", delivery.text)
    if let endpoint = delivery.endpoint { object.add("endpoint", endpoint) }
    object.add("status", delivery.status.name)
    if let reason = delivery.reason { object.add("reason", reason) }
    if let deliveredAt = delivery.deliveredAt { object.add("delivered_at", deliveredAt.rfc3339) }
    if let seenAt = delivery.seenAt { object.add("seen_at", seenAt.rfc3339) }
    if let parts = delivery.parts { object.add("parts", Int64(parts)) }
    if let costMinor = delivery.costMinor { object.add("cost_minor", costMinor) }
    if isRead { object.add("read", true) }
    return object
  }
}
