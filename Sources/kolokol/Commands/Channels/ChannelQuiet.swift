import ArgumentParser
import Interface
import Model
import Storage

/// `kolokol channels snooze 2h`: what can wait waits until then.
struct ChannelSnooze: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze", abstract: "Hold back messages that can wait, until some moment.",
    discussion: "Codes, and what touches access to the account, come all the same.")

  @Argument(help: ArgumentHelp("For how long: 30m, 2h, 1d.", valueName: "length"))
  var length: String?
  @OptionGroup var options: QuietOptions

  func validate() throws {
    guard (length == nil) == options.off else { throw ValidationError("Expected a length such as 2h, or --off.") }
  }

  func run() throws {
    let setting = Setting()
    let until = try length.map { text in
      guard let length = Self.milliseconds(text) else {
        throw CommandFailure(message: setting.strings.deliveryStrings.badLength(text), status: ExitStatus.badUsage)
      }
      return Setting.now.advanced(by: length)
    }
    try options.arrange(.snooze(until: until), setting)
  }

  /// The longest snooze: 30 days. [ours]
  private static let longest: Int64 = 30 * 86_400_000

  private static func milliseconds(_ text: String) -> Int64? {
    let units: [Character: Int64] = ["m": 60_000, "h": 3_600_000, "d": 86_400_000]
    guard let unit = text.last.flatMap({ units[$0] }), let number = Int64(text.dropLast()), number > 0, number <= longest / unit else {
      return nil
    }
    return number * unit
  }
}

/// `kolokol channels quiet 23:00-07:00`: hours of every day in which what can wait waits.
struct ChannelQuiet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiet", abstract: "Hold back messages that can wait during hours of every day.",
    discussion: "Codes, and what touches access to the account, come all the same.")

  @Argument(help: ArgumentHelp("From when to when by your clock: 23:00-07:00.", valueName: "hours"))
  var hours: String?
  @OptionGroup var options: QuietOptions

  func validate() throws {
    guard (hours == nil) == options.off else { throw ValidationError("Expected hours such as 23:00-07:00, or --off.") }
  }

  func run() throws {
    let setting = Setting()
    let daily = try hours.map { text in
      guard let daily = DailyHours(text) else {
        throw CommandFailure(message: setting.strings.deliveryStrings.badHours(text), status: ExitStatus.badUsage)
      }
      return daily
    }
    try options.arrange(.quietHours(daily), setting)
  }
}

/// What both take beside their length or hours.
struct QuietOptions: ParsableArguments {
  @Flag(help: "End it.")
  var off = false
  @Option(help: ArgumentHelp("For this bank; default: for every bank.", valueName: "bank"))
  var bank: String?
  @OptionGroup var database: DatabaseOptions
  @Flag(help: "Print the step as a JSON object.")
  var json = false

  /// Stores a step of the client's own and tells it.
  fileprivate func arrange(_ step: Arrangement.Step, _ setting: Setting) throws {
    let key = try bank.map { try setting.bankKey($0) }
    try setting.withStore(database, for: .telling) { store in
      let stored = try store.arrange(Arrangement(time: Setting.now, bank: key, step: step, by: Arrangement.client))
      ArrangementJSON.tell(stored, setting, json: json)
    }
  }
}
