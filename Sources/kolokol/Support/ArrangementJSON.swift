import Delivery
import Interface
import Model
import Screen
import Storage

/// A step as commands tell of it; docs/channels.md lists the fields.
enum ArrangementJSON {
  static func object(_ arrangement: Arrangement) -> JSONObject {
    var object = JSONObject()
    // An answer that settles findings is a step of dealing with these, and has no number among the arrangements.
    if arrangement.id != 0 { object.add("id", arrangement.id) }
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
    guard !json else { return Console.output(object(arrangement)) }
    Console.output(SafeText(line: text(of: arrangement, setting)) + "\n")
  }

  /// The taking back of an answer that had settled findings.
  static func object(_ answer: GivenAnswer, at time: Timestamp) -> JSONObject {
    var object = JSONObject()
    object.add("time", time.rfc3339)
    object.add("account", answer.account)
    object.add("bank", answer.bank)
    object.add("step", "answer_taken_back")
    object.add("answer", (answer.wasMe ? Arrangement.DeviceStep.confirmed : .reported).name)
    object.add("device", answer.device.id)
    object.add("by", Arrangement.client)
    return object
  }

  /// Tells of an answer for a device, with the findings that it settled.
  static func tell(_ answered: DeviceAnswered, _ setting: Setting, json: Bool) {
    guard !json else {
      var object = object(answered.step)
      object.add("findings", Int64(answered.findings))
      return Console.output(object)
    }
    let settled = answered.findings > 0 ? "; " + setting.strings.deliveryStrings.settledFindings(answered.findings) : ""
    Console.output("\(SafeText(line: text(of: answered.step, setting) + settled))\n")
  }

  /// Tells of a step that takes back another; `log` holds all steps, this one among them.
  static func tellUndone(_ arrangement: Arrangement, in log: ArrangementLog, _ setting: Setting, json: Bool) {
    guard !json else { return tell(arrangement, setting, json: json) }
    let text = setting.strings.undone(arrangement, in: log, bank: setting.label(ofBank:), moment: times(setting).full)
    Console.output(SafeText(line: text) + "\n")
  }

  /// What was done, in the user's language.
  static func text(of arrangement: Arrangement, _ setting: Setting) -> String {
    setting.strings.words(of: arrangement, bank: setting.label(ofBank:), moment: times(setting).full)
  }

  private static func times(_ setting: Setting) -> TimeText {
    TimeText(now: Setting.now, zone: .current, language: setting.language)
  }
}
