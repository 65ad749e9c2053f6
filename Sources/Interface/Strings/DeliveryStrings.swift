import Delivery
import Model
import Screen

/// The texts of channels and devices, in one language.
public struct DeliveryStrings: Sendable {
  /// The word in a cell of the grid, short: `push`, `SMS`, `bank`.
  public let cell: @Sendable (Channel) -> String
  public let bankCell: String
  public let refusal: @Sendable (SwitchRefusal, _ bank: String) -> String
  public let layer: @Sendable (Decision.Kind) -> String
  public let why: @Sendable (DeliveryReason) -> String
  public let state: @Sendable (KnownDevice.State, _ now: Timestamp) -> String
  /// Of a suspected device: how many open findings name it.
  let suspected: @Sendable (_ findings: Int) -> String
  public let switched: @Sendable (_ bank: String, _ category: String, Channel) -> String
  public let takenBack: @Sendable (_ bank: String, _ category: String) -> String
  public let deviceChanged: @Sendable (Arrangement.DeviceStep, _ device: String) -> String
  let undone: @Sendable (_ what: String) -> String
  /// The client has said neither "mine" nor "not mine", or taken it back.
  let unanswered: @Sendable (_ device: String) -> String
  /// How many findings an answer for a device settled.
  public let settledFindings: @Sendable (_ count: Int) -> String
  public let nothingArranged: String
  public let columnBank: String
  public let columnDevice: String
  public let columnState: String
  public let columnSince: String
  public let columnUsed: String
  public let pushOn: String
  public let pushOff: String
  public let everyBank: String
  public let unknownBank: @Sendable (_ name: String) -> String
  public let unknownScope: @Sendable (_ name: String, _ known: String) -> String
  public let unknownDevice: @Sendable (_ name: String) -> String
  public let severalBanks: @Sendable (_ device: String, _ banks: String) -> String
  public let noChannels: String
  public let noDevices: String

  // The Channels screen
  let nextWouldGo: @Sendable (_ category: String, _ bank: String) -> String
  let atOnce: String
  let afterStop: @Sendable (Step.Stop, _ wait: String) -> String
  let nowhere: String
  /// What copies came to lately that nothing names.
  let unnamed: @Sendable (Channel) -> String
  let whoCouldRead: String
  let nobody: String
  let lastMonth: @Sendable (_ parts: Int, _ cost: String, _ pushes: Int) -> String
  let allBySMS: @Sendable (_ parts: Int, _ cost: String) -> String
  let lostAsPush: @Sendable (_ count: Int, _ codes: Int, _ reason: String?) -> String
  let chosenBy: @Sendable (_ time: String, _ who: String) -> String
  let you: String
  let byBank: String
  /// A message tells that somebody chose, and not who.
  let byNobodyKnown: String
  let breaks: String
  let layers: String
  let history: String
  let noHistory: String
  let sendMenu: @Sendable (_ bank: String) -> String
  let sending: @Sendable (BankMessage) -> String
  let landed: @Sendable (_ what: String, _ where: String) -> String
  let notToYou: String
  let justSent: @Sendable (_ what: String, _ time: String) -> String
  let delivered: @Sendable (_ time: String) -> String
  let underway: @Sendable (_ time: String) -> String
  let onlyInDemo: String

  // What can wait
  /// Nil for every bank; without an end the snooze, or the hours, end now.
  public let snoozed: @Sendable (_ bank: String?, _ until: String?) -> String
  public let quietHours: @Sendable (_ bank: String?, _ hours: String?) -> String
  public let badLength: @Sendable (_ text: String) -> String
  public let badHours: @Sendable (_ text: String) -> String
  public let nothingHeld: String
  let heldUntil: @Sendable (_ time: String) -> String
  let quietMenu: String
  let quietChoice: @Sendable (QuietChoice, _ bank: String) -> String

  // The live demo
  let onlyLive: String
  /// That it is live: its clock, and how it goes on.
  let live: @Sendable (_ clock: String, _ progress: String) -> String
  /// How it goes on: `×10, next in 12 s`; no seconds while the story stands, nor after its end.
  let liveProgress: @Sendable (_ speed: Int, _ secondsToNext: Int?, _ isPaused: Bool) -> String
  public let noStory: @Sendable (_ file: String) -> String
  let channelHints: [(String, String)]

  // The Devices screen
  let linkedCount: @Sendable (_ linked: Int, _ unlinked: Int, _ mentioned: Int) -> String
  let sinceDay: @Sendable (_ day: String, _ isLately: Bool) -> String
  let usedDay: @Sendable (_ day: String) -> String
  let range: @Sendable (_ from: String, _ until: String) -> String
  let inMessages: String
  let byPush: String
  /// What the client said of a device.
  public let reported: String
  public let confirmed: String
  let linkedAlready: @Sendable (_ device: String) -> String
  let notLinked: @Sendable (_ device: String) -> String
  let legend: String
  let lately: String
  let happened: @Sendable (DeviceTimeline.Kind, _ endpoint: String) -> String
  let deviceHints: [(String, String)]
  /// What to do about a device that isn't the client's, a line each; `unlinking` is the key or the command for it.
  public let whatNow: @Sendable (_ device: String, _ phone: String?, _ unlinking: String) -> [String]
}

/// What the demo's bank can be told to send.
public enum BankMessage: String, CaseIterable, Sendable {
  case payment, code, login
  case newDevice = "new-device"
  case statement
}

extension DeliveryStrings {
  /// How far a device is trusted at `now`, and that it is none of the client's where he said so, or suspected where findings about it are open:
  /// such a one is never called trusted.
  public func state(of device: KnownDevice, _ now: Timestamp) -> String {
    let base = device.openFindings.isEmpty ? nil : suspected(device.openFindings.count)
    switch device.state {
    case .linked, .unquestioned, .suspected:
      return device.isReported ? reported : base ?? state(device.state, now)
    case .seen, .pending, .cooling, .unlinked:
      return [device.isReported ? reported : base, state(device.state, now)].compactMap(\.self).joined(separator: ", ")
    }
  }

  /// Why a copy didn't arrive, in the user's language where the reason is one of ours. Safe to draw.
  func reason(_ text: String) -> String {
    Visible.line(DeliveryReason(text).map(why) ?? text)
  }
}
