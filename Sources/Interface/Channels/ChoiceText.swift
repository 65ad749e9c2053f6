import Delivery
import Model
import Storage

extension Strings {
  /// Which messages a choice of channel is for, in words.
  public func scope(_ scope: Preference.Scope) -> String {
    switch scope {
    case .all: labStrings.anyMessage
    case .category(let category): self.category(category)
    case .event(let kind): security(kind)
    }
  }

  /// What a step did, in words; banks are named by their keys, and moments written, by whoever asks. A device's name in it is untrusted.
  public func words(of step: Arrangement, bank name: (String) -> String, moment: (Timestamp) -> String) -> String {
    let words = deliveryStrings
    let bank = step.bank.map(name)
    switch step.step {
    case .channel(let scope, let channel):
      let (bank, what) = (bank ?? words.everyBank, self.scope(scope))
      return channel.map { words.switched(bank, what, $0) } ?? words.takenBack(bank, what)
    case .snooze(let until): return words.snoozed(bank, until.map(moment))
    case .quietHours(let hours): return words.quietHours(bank, hours?.text)
    case .device(let done, let device): return words.deviceChanged(done, device.label)
    }
  }

  /// What holds since a step was taken back, in words. Of an answer for a device that is the one before it, or that there is none.
  /// - Parameters:
  ///   - step: the step that takes back.
  ///   - log: all steps, this one among them.
  ///   - name: a bank by its key.
  ///   - moment: a moment as whoever asks writes it.
  /// - Returns: one sentence. A device's name in it is untrusted.
  public func undone(_ step: Arrangement, in log: ArrangementLog, bank name: (String) -> String, moment: (Timestamp) -> String) -> String {
    let words = deliveryStrings
    guard case .device(let done, let device) = step.step, done == .confirmed || done == .reported else {
      return words.undone(self.words(of: step, bank: name, moment: moment))
    }
    let answer = log.answer(account: step.account, bank: step.bank, device: device)
    return words.undone(answer.map { words.deviceChanged($0, device.label) } ?? words.unanswered(device.label))
  }
}

extension Strings {
  /// What holds since an answer for a device was taken back, in words: the one before it, or that there is none. The device's name is untrusted.
  public func undone(_ answer: GivenAnswer, _ devices: DeviceBook) -> String {
    let words = deliveryStrings
    let known = devices.devices.first { $0.account == answer.account && $0.bank == answer.bank && $0.isSame(as: answer.device) }
    let name = answer.device.label.oneLine
    if known?.isConfirmed == true { return words.undone(words.deviceChanged(.confirmed, name)) }
    if known?.isReported == true { return words.undone(words.deviceChanged(.reported, name)) }
    return words.undone(words.unanswered(name))
  }
}

extension DeliveryStrings {
  /// Who made a choice: the client, the bank, or the device it was made from. Untrusted, on one line.
  public func who(_ choice: Preference) -> String {
    if let device = choice.device { return "“" + device.oneLine + "”" }
    return who(choice.setBy)
  }

  /// Who took a step, by the word it is stored with. Untrusted, on one line.
  public func who(_ name: String) -> String {
    switch name {
    case Arrangement.client: you
    case Preference.bank: byBank
    case Preference.toldOf: byNobodyKnown
    default: name.oneLine
    }
  }
}
