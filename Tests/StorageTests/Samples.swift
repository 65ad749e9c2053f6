import Model
import Storage

/// Invented notifications for tests.
enum Samples {
  /// 1 March 2026, 14:02:11 in Moscow.
  static let noon = Timestamp(milliseconds: 1_772_362_931_000)
  static let moscow = LocalCalendar.fixed(now: noon, offsetSeconds: 3 * 3600)

  static func sms(
    _ text: String, sender: String = "900", bank: String? = "sberbank", at time: Timestamp = noon, facts: Facts = Facts(),
    isRead: Bool = false
  ) -> Notification {
    Notification(
      bank: bank, facts: facts, isRead: isRead, deliveries: [Delivery(channel: .sms, time: time, sender: sender, text: text)])
  }
}
