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
    let strings = setting.strings.deliveryStrings
    let text: String
    switch arrangement.step {
    case .channel(let scope, let channel):
      let bank = arrangement.bank.map(setting.label(ofBank:)) ?? "*"
      text = channel.map { strings.switched(bank, scope.name, $0) } ?? strings.takenBack(bank, scope.name)
    case .device(let step, let device): text = strings.deviceChanged(step, device.label)
    }
    Console.output(Visible.line(arrangement.undoes == nil ? text : strings.undone(text)) + "\n")
  }
}
