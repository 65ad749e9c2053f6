import Model

/// A notification of an Android app, as a log of the phone's notifications tells it.
struct AppNotification {
  /// The app's package, which no other app on the phone can have; else the name it goes by.
  var app: String
  var title: String?
  var text: String?
  var isGroupSummary = false
  /// When it was shown, in ms.
  var posted: Int64?
  /// The time it gives itself, in ms.
  var when: Int64?
  /// The time as it stands, for the report.
  var asWritten: String?
  var endpoint: String?
  var id: String?

  /// What becomes of it; `fileTime` is when it came, if it doesn't say.
  ///
  /// - Throws: when it has no time at all.
  func item(fileTime: Timestamp? = nil, notes: inout ReaderNotes) throws(Refusal.Reason) -> Record.Item {
    if isGroupSummary { return .skipped(.groupSummary) }
    guard text != nil || title != nil else { return .skipped(.noText) }
    var times: BackupTimes
    do {
      times = try BackupTimes(received: posted ?? when, sent: when, asWritten: asWritten)
    } catch {
      guard case .noTime = error, let fileTime else { throw error }
      times = BackupTimes(time: fileTime)
      notes.fileTimes += 1
    }
    let isMessage = Self.messengers.contains(app)
    return .message(
      InboundMessage(
        channel: isMessage ? .sms : .push,
        // Programs for SMS show who sent it as the title.
        sender: isMessage ? title ?? "" : app, title: isMessage ? nil : title, text: text ?? "", time: times.time,
        deliveredAt: times.deliveredAt, endpoint: endpoint, sourceID: id))
  }

  /// The package in a notification's key, `0|PACKAGE|7|TAG|10123`; nil when it is no such key.
  static func package(inKey key: String) -> String? {
    let parts = key.split(separator: "|", omittingEmptySubsequences: false)
    guard parts.count >= 5, Int(parts[0]) != nil, parts[1].contains(".") else { return nil }
    return String(parts[1])
  }

  /// Programs for SMS, whose notifications are SMS: those that phones come with, and the common free ones.
  private static let messengers: Set<String> = [
    "com.google.android.apps.messaging", "com.android.mms", "com.android.mms.service", "com.android.messaging",
    "com.samsung.android.messaging", "com.huawei.message", "com.hihonor.mms", "com.oneplus.mms", "com.sonyericsson.conversations",
    "com.motorola.messaging", "com.htc.sense.mms", "com.asus.message", "com.moez.QKSMS", "dev.octoshrimpy.quik", "org.fossify.messages",
    "com.simplemobiletools.smsmessenger", "com.microsoft.android.smsorganizer", "com.textra", "xyz.klinker.messenger",
  ]
}
