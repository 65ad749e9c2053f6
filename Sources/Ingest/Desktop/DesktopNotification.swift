import Model

/// A notification of a Linux desktop, as its daemon keeps it. Its body is markup by the specification of desktop notifications; summary and the name
/// of the application are plain.
struct DesktopNotification {
  private let app: String
  private let summary: String?
  private let body: String?
  private let id: String?

  /// `app` is what the daemon calls the application's name.
  init(_ fields: JSONFields, app: String) {
    func field(_ name: String) -> String? { fields[name]?.fields?.text("data") ?? fields.text(name) }
    self.app = field(app) ?? field("app_name") ?? ""
    summary = field("summary")
    body = field("body").map(Markup.plain)
    id = field("id")
  }

  /// The message, whose time is still to be set; nil without a text.
  var message: InboundMessage? {
    guard summary != nil || body != nil else { return nil }
    var message = InboundMessage(
      channel: .push, sender: app, title: summary, text: body ?? "", time: Timestamp(milliseconds: 0), sourceID: id)
    PhoneRelay.unpack(&message)
    return message
  }
}
