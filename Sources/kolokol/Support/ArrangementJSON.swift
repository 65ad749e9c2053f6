import Delivery
import Interface
import Model
import Screen

/// A step as commands tell of it; docs/channels.md lists the fields.
enum ArrangementJSON {
  static func object(_ arrangement: Arrangement) -> JSONObject {
    var object = JSONObject()
    object.add("id", arrangement.id)
    object.add("time", arrangement.time.rfc3339)
    object.add("account", arrangement.account)
    object.add("bank", arrangement.bank)
    switch arrangement.step {
    case .channel(let scope, let channel):
      object.add("step", "channel")
      object.add("scope", scope.name)
      object.add("channel", channel?.name)
    case .snooze(let until):
      object.add("step", "snooze")
      object.add("until", until?.rfc3339)
    case .quietHours(let hours):
      object.add("step", "quiet_hours")
      object.add("hours", hours?.text)
    case .device(let step, let device):
      object.add("step", step.name)
      object.add("device", device.id)
    }
    object.add("by", arrangement.by)
    object.add("undoes", arrangement.undoes)
    return object
  }

  static func tell(_ arrangement: Arrangement, _ setting: Setting, json: Bool) {
    guard !json else { return Console.output(object(arrangement).line + "\n") }
    let text = text(of: arrangement, setting)
    Console.output(Visible.line(arrangement.undoes == nil ? text : setting.strings.deliveryStrings.undone(text)) + "\n")
  }

  /// What was done, in the user's language.
  static func text(of arrangement: Arrangement, _ setting: Setting) -> String {
    let times = TimeText(now: Setting.now, zone: .current, language: setting.language)
    return setting.strings.words(of: arrangement, bank: setting.label(ofBank:), moment: times.full)
  }
}
