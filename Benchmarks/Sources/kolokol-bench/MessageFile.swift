import Foundation
import Model

/// Writes deliveries the way other programs hand them over.
enum MessageFile {
  /// One `<sms>` element a delivery, with the attributes SMS Backup & Restore gives a received message.
  static func writeBackup(of deliveries: some Sequence<Delivery>, count: Int, to path: String) throws {
    try write(to: path) { line in
      try line("<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>")
      try line("<smses count=\"\(count)\" backup_set=\"benchmark\" backup_date=\"0\" type=\"full\">")
      for delivery in deliveries {
        try line(
          """
            <sms protocol="0" address="\(escaped(delivery.sender))" date="\(delivery.time.milliseconds)" type="1" subject="null" \
          body="\(escaped(delivery.text))" toa="null" sc_toa="null" service_center="+79000000000" read="1" status="-1" locked="0" \
          date_sent="\(delivery.time.milliseconds)" sub_id="1" readable_date="null" contact_name="(Unknown)" />
          """)
      }
      try line("</smses>")
    }
  }

  /// One message a line in our own format.
  static func writeJSONLines(of deliveries: some Sequence<Delivery>, to path: String) throws {
    let encoder = JSONEncoder()
    try write(to: path) { line in
      for delivery in deliveries {
        let message = Message(
          time: delivery.time.milliseconds, channel: delivery.channel.name, sender: delivery.sender, title: delivery.title,
          text: delivery.text, endpoint: delivery.endpoint, status: delivery.status.name)
        try line(String(decoding: try encoder.encode(message), as: UTF8.self))
      }
    }
  }

  private struct Message: Encodable {
    var type = "message"
    var time: Int64
    var channel: String
    var sender: String
    var title: String?
    var text: String
    var endpoint: String?
    var status: String
  }

  private static func write(to path: String, _ body: ((String) throws -> Void) throws -> Void) throws {
    try Data().write(to: URL(filePath: path))
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    var buffer = Data()
    try body { line in
      buffer.append(contentsOf: line.utf8)
      buffer.append(UInt8(ascii: "\n"))
      guard buffer.count > 1 << 20 else { return }
      try file.write(contentsOf: buffer)
      buffer.removeAll(keepingCapacity: true)
    }
    try file.write(contentsOf: buffer)
    try file.close()
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
