import ArgumentParser
import Delivery
import Interface
import Model
import Screen
import Storage

/// Which device a command is about, and what comes out of it.
struct DeviceArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("The device, as `kolokol devices` prints it.", valueName: "id"))
  var device: String
  @Option(help: ArgumentHelp("The bank, where several have it.", valueName: "bank"))
  var bank: String?
  @OptionGroup var database: DatabaseOptions
  @Flag(help: "Print the step as a JSON object.")
  var json = false

  /// Says whose the device is, and tells its bank.
  /// - Throws: `CommandFailure` when there is no such device, or several.
  @discardableResult
  func answer(wasMe: Bool) throws -> String? {
    try find(unlinking: false) { store, known, setting in
      let answered = try store.answer(for: known, wasMe: wasMe, at: Setting.now)
      ArrangementJSON.tell(answered, setting, json: json)
      return known.bank
    }
  }

  /// Unlinks the device.
  /// - Throws: `CommandFailure` when there is no such device, or several.
  func unlink() throws {
    try find(unlinking: true) { store, known, setting in
      let step = Arrangement(
        time: Setting.now, account: known.account, bank: known.bank, step: .device(.unbound, known.device), by: Arrangement.client)
      ArrangementJSON.tell(try store.arrange(step), setting, json: json)
    }
  }

  private func find<Result>(unlinking: Bool, _ body: (Store, KnownDevice, Setting) throws -> Result) throws -> Result {
    let setting = Setting()
    let strings = setting.strings.deliveryStrings
    let key = try bank.map { try setting.bankKey($0) }
    return try setting.withStore(database, for: .telling) { store in
      let picture = try setting.picture(of: store)
      let found = picture.devices.devices.filter {
        ($0.device.id == device || $0.device.label == device) && (key == nil || $0.bank == key)
      }
      // Where one bank still has it, that one is meant.
      let meant = unlinking && found.count > 1 ? found.filter(\.isLinked) : found
      guard let known = meant.first else {
        throw CommandFailure(message: strings.unknownDevice(device), status: ExitStatus.badUsage)
      }
      guard meant.count == 1 else {
        let banks = meant.compactMap(\.bank).joined(separator: ", ")
        throw CommandFailure(message: strings.severalBanks(device, banks), status: ExitStatus.badUsage)
      }
      return try body(store, known, setting)
    }
  }
}

/// `kolokol devices confirm ID`.
struct DeviceConfirm: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "confirm", abstract: "Say that a device is yours.")
  @OptionGroup var arguments: DeviceArguments

  func run() throws { try arguments.answer(wasMe: true) }
}

/// `kolokol devices unlink ID`.
struct DeviceUnlink: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "unlink", abstract: "Note that a device was unlinked.")
  @OptionGroup var arguments: DeviceArguments

  func run() throws { try arguments.unlink() }
}

/// `kolokol devices report ID`.
struct DeviceReport: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "report", abstract: "Say that a device isn't yours, and read what to do.")
  @OptionGroup var arguments: DeviceArguments

  func run() throws {
    let bank = try arguments.answer(wasMe: false)
    let setting = Setting()
    guard !arguments.json else { return }
    let phone = bank.flatMap { setting.catalog.bank(key: $0)?.phone }
    for line in setting.strings.deliveryStrings.whatNow(arguments.device, phone, "kolokol devices unlink") {
      Console.output(SafeText(line: line) + "\n")
    }
  }
}

/// `kolokol devices link NAME --bank B`.
struct DeviceLink: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "link", abstract: "Note that a device was linked to a bank.")

  @Argument(help: ArgumentHelp("What it is called.", valueName: "name"))
  var name: String
  @Option(help: ArgumentHelp("The bank.", valueName: "bank"))
  var bank: String
  @Option(help: ArgumentHelp("android, ios, web…", valueName: "platform"))
  var platform: String?
  @OptionGroup var database: DatabaseOptions
  @Flag(help: "Print the step as a JSON object.")
  var json = false

  func run() throws {
    let setting = Setting()
    let key = try setting.bankKey(bank)
    try setting.withStore(database, for: .telling) { store in
      let device = LinkedDevice(id: name, name: name, platform: platform)
      let stored = try store.arrange(
        Arrangement(time: Setting.now, bank: key, step: .device(.bound, device), by: Arrangement.client))
      ArrangementJSON.tell(stored, setting, json: json)
    }
  }
}

/// `kolokol devices undo`.
struct DeviceUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the last step about a device; the history keeps both steps.")

  @OptionGroup var arguments: UndoArguments

  func run() throws { try arguments.undo(.devices) }
}
