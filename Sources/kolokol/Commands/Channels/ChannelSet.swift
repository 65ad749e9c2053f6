import ArgumentParser
import Delivery
import Interface
import Model
import Screen
import Storage

/// `kolokol channels set SCOPE push|sms`: a choice.
struct ChannelSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Choose the channel for a scope.",
    discussion: "SCOPE is all, a category (code, payment, security, statement, marketing, service) or an event (login, device_bound…).")

  @Argument(help: ArgumentHelp("Which messages.", valueName: "scope"))
  var scope: String
  @Argument(help: ArgumentHelp("push, sms, or none to take the choice back.", valueName: "channel"))
  var channel: String
  @Option(help: ArgumentHelp("For this bank; default: for every bank.", valueName: "bank"))
  var bank: String?
  @OptionGroup var database: DatabaseOptions
  @Flag(help: "Print the step as a JSON object.")
  var json = false

  func validate() throws {
    guard ["push", "sms", "none"].contains(channel) else { throw ValidationError("\(channel): expected push, sms or none.") }
  }

  func run() throws {
    let setting = Setting()
    let strings = setting.strings.deliveryStrings
    guard let scope = Preference.Scope(name: scope) else {
      let known = Preference.Scope.names.joined(separator: ", ")
      throw CommandFailure(message: strings.unknownScope(scope, known), status: ExitStatus.badUsage)
    }
    let key = try bank.map { try setting.bankKey($0) }
    let chosen = Channel(name: channel)
    try setting.withStore(database, for: .telling) { store in
      let picture = try setting.picture(of: store)
      if let key { try refuse(picture, key, scope, setting) }
      let step = Arrangement(time: Setting.now, bank: key, step: .channel(scope, chosen), by: Arrangement.client)
      let stored = try store.arrange(step)
      ArrangementJSON.tell(stored, setting, json: json)
    }
  }

  /// What the policy forbids is said, and nothing is changed.
  private func refuse(_ picture: DeliveryPicture, _ bank: String, _ scope: Preference.Scope, _ setting: Setting) throws {
    let refusals = (scope.category.map { [$0] } ?? Category.allCases).map { picture.refusal(bank, $0) }
    guard refusals.allSatisfy({ $0 != nil }), let refusal = refusals.first ?? nil else { return }
    let message = setting.strings.deliveryStrings.refusal(refusal, setting.label(ofBank: bank))
    throw CommandFailure(message: message, status: ExitStatus.badUsage)
  }
}

/// `kolokol channels undo`.
struct ChannelUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the last choice, snooze or quiet hours; the history keeps both steps.")

  @OptionGroup var arguments: UndoArguments

  func run() throws { try arguments.undo(.channels) }
}

/// What takes back the last step about channels, or the last about devices.
struct UndoArguments: ParsableArguments {
  @OptionGroup var database: DatabaseOptions
  @Flag(help: "Print the step that takes it back as a JSON object.")
  var json = false

  /// Takes back the last step with a topic, and says what holds now.
  func undo(_ topic: Arrangement.Topic) throws {
    let setting = Setting()
    try setting.withStore(database, for: .telling) { store in
      switch topic {
      case .channels:
        let log = ArrangementLog(try store.arrangements())
        guard let last = log.lastUndoable(topic) else { return Console.error(setting.strings.deliveryStrings.nothingArranged) }
        try tellUndone(store.arrange(log.inverse(of: last, at: Setting.now)), store, setting)
      case .devices:
        switch try store.undoDeviceStep(at: Setting.now) {
        case .step(let step): try tellUndone(step, store, setting)
        case .answer(let answer):
          guard json else {
            return Console.output("\(SafeText(line: setting.strings.undone(answer, try setting.picture(of: store).devices)))\n")
          }
          Console.output(ArrangementJSON.object(answer, at: Setting.now))
        case nil: Console.error(setting.strings.deliveryStrings.nothingArranged)
        }
      }
    }
  }

  private func tellUndone(_ step: Arrangement, _ store: Store, _ setting: Setting) throws {
    ArrangementJSON.tellUndone(step, in: ArrangementLog(try store.arrangements()), setting, json: json)
  }
}

extension Preference.Scope {
  /// The category it is for; nil for all and for events.
  fileprivate var category: Category? {
    if case .category(let category) = self { category } else { nil }
  }
}
