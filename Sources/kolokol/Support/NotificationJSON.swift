import Interface
import Model
import Storage

/// A notification as `list --json` and `show --json` print it; docs/formats.md lists the fields.
enum NotificationJSON {
  static func object(_ detail: Detail, text: PlainText) -> JSONObject {
    let row = detail.row
    let facts = row.facts
    var object = JSONObject()
    object.add("id", row.id.rawValue)
    object.add("time", row.time.rfc3339)
    object.add("account", row.account)
    object.add("bank", row.bank)
    object.add("sender", row.sender)
    object.add("category", facts.category?.name)
    object.add("title", row.title.map { text.covered($0, row) })
    object.add("text", text.covered(detail.text, row))
    object.add("unread", row.isUnread)
    object.add("direction", facts.direction?.name)
    object.add("reversal", facts.isReversal)
    object.add("reverses", detail.reversed?.id.rawValue)
    object.add("amount_minor", facts.amount?.minorUnits)
    object.add("currency", (facts.amount ?? facts.balance ?? facts.minimum)?.currency.code)
    object.add("card", facts.card)
    object.add("merchant", facts.merchant)
    object.add("balance_minor", facts.balance?.minorUnits)
    object.add("balance_currency", facts.balance?.currency.code)
    object.add("due", facts.due?.text)
    object.add("minimum_minor", facts.minimum?.minorUnits)
    object.add("security", facts.security?.kind.name)
    object.add("device", facts.security?.device)
    object.add("place", facts.security?.place)
    object.add("from", facts.security?.from)
    object.add("to", facts.security?.to)
    object.add("deliveries", detail.deliveries.map(delivery))
    object.add("findings", [String]())
    return object
  }

  private static func delivery(_ delivery: Delivery) -> JSONObject {
    var object = JSONObject()
    object.add("channel", delivery.channel.name)
    object.add("endpoint", delivery.endpoint)
    object.add("time", delivery.time.rfc3339)
    object.add("status", delivery.status.name)
    object.add("source_id", delivery.sourceID)
    object.add("parts", delivery.parts.map(Int64.init))
    object.add("cost_minor", delivery.costMinor)
    return object
  }
}
