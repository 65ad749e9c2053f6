import ArgumentParser
import Delivery
import Interface
import Model
import Screen
import Storage

/// `kolokol channels`: by which channel each bank sends what, and why.
struct Channels: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "channels", abstract: "Show and set which channel messages come by.",
    discussion: """
      What is set here is what you told the bank: the bell can't switch anything at the bank itself. It explains what follows, and rules watch the \
      switch. docs/channels.md has more.
      """,
    subcommands: [ChannelList.self, ChannelSet.self, ChannelSnooze.self, ChannelQuiet.self, ChannelUndo.self],
    defaultSubcommand: ChannelList.self)
}

/// `kolokol channels`: the grid.
struct ChannelList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the channel of every bank and category (the default).")

  @OptionGroup var database: DatabaseOptions
  @Option(help: ArgumentHelp("One bank only.", valueName: "bank"))
  var bank: String?
  @Flag(help: "Print the history of choices instead.")
  var history = false
  @Flag(help: "One JSON object a line.")
  var json = false

  func run() throws {
    let setting = Setting()
    let wanted = try bank.map { try setting.bankKey($0) }
    let (picture, counters) = try setting.withStore(database, for: .reading) { (try setting.picture(of: $0), try $0.counters()) }
    let known = counters.banks.keys.sorted { (counters.banks[$1]?.total ?? 0, $0) < (counters.banks[$0]?.total ?? 0, $1) }
    let banks = picture.banks(among: known + (wanted.map { [$0] } ?? [])).filter { wanted == nil || $0 == wanted }
    if history { return printHistory(picture, setting) }
    if json {
      for bank in banks { for category in Category.allCases { Console.output(object(picture, bank, category)) } }
      return
    }
    let strings = setting.strings
    guard !banks.isEmpty else { return Console.output("\(strings.deliveryStrings.noChannels)\n") }
    var table = TextTable(headings: [""] + Category.allCases.map(strings.category))
    var notes: [String] = []
    for bank in banks {
      table.add([setting.label(ofBank: bank)] + Category.allCases.map { cell(picture, bank, $0, strings.deliveryStrings) })
      if let refusal = picture.refusal(bank, .payment) {
        notes.append(setting.label(ofBank: bank) + ": " + strings.deliveryStrings.refusal(refusal, setting.label(ofBank: bank)))
      }
    }
    for bank in banks {
      if let until = picture.heldUntil(bank, .payment) {
        let moment = TimeText(now: Setting.now, zone: .current, language: setting.language).full(until)
        notes.append(strings.deliveryStrings.snoozed(setting.label(ofBank: bank), moment))
      }
    }
    let foot: SafeText = notes.isEmpty ? "" : "\n\(notes.joined(separator: "\n"))\n"
    Console.output(table.text(width: Console.outputWidth) + foot)
  }

  private func cell(_ picture: DeliveryPicture, _ bank: String, _ category: Category, _ strings: DeliveryStrings) -> String {
    guard let plan = picture.plan(bank, category) else { return "" }
    return picture.refusal(bank, category) == .bankDecides ? strings.bankCell : strings.cell(plan.decision.channel)
  }

  private func object(_ picture: DeliveryPicture, _ bank: String, _ category: Category) -> JSONObject {
    var object = JSONObject()
    object.add("bank", bank)
    object.add("account", Notification.defaultAccount)
    object.add("category", category.name)
    guard let plan = picture.plan(bank, category) else { return object }
    let layer = plan.decision.layers.first(where: \.isInForce)
    object.add("channel", plan.decision.channel.name)
    object.add("layer", layer?.kind.rawValue)
    object.add("set_by", layer?.preference?.setBy)
    object.add("device", layer?.preference?.device)
    object.add("at", layer?.preference?.setAt.rfc3339)
    object.add("switchable", picture.refusal(bank, category) == nil)
    object.add("goes_to", plan.readers.map { $0.name ?? "?" })
    object.add("held_until", picture.heldUntil(bank, category)?.rfc3339)
    return object
  }

  /// People get their own clock and language, machines UTC and the words of JSON.
  private func printHistory(_ picture: DeliveryPicture, _ setting: Setting) {
    let key = try? bank.map(setting.bankKey)
    func isWanted(_ its: String?) -> Bool { bank == nil || its == nil || its == key }
    let times = TimeText(now: Setting.now, zone: .current, language: setting.language)
    let choices = picture.preferences.history.filter { isWanted($0.bank) }
    var lines = choices.map { ($0.setAt, json ? Printout(object($0)) : line(of: $0, times, setting)) }
    for step in picture.log.steps where isWanted(step.bank) {
      switch step.step {
      case .snooze, .quietHours:
        lines.append((step.time, json ? Printout(ArrangementJSON.object(step)) : line(of: step, times, setting)))
      case .channel, .device: break
      }
    }
    for (_, line) in lines.sorted(by: { $0.0 < $1.0 }) { Console.output(line) }
  }

  private func line(of choice: Preference, _ times: TimeText, _ setting: Setting) -> Printout {
    let strings = setting.strings.deliveryStrings
    let what = setting.strings.scope(choice.scope) + " → " + (choice.channel.map(strings.cell) ?? "—")
    let words = [times.full(choice.setAt), choice.bank.map(setting.label(ofBank:)) ?? strings.everyBank, what, strings.who(choice)]
    return Printout("\(SafeText(line: words.joined(separator: "  ")))\n")
  }

  private func line(of step: Arrangement, _ times: TimeText, _ setting: Setting) -> Printout {
    let words = [times.full(step.time), ArrangementJSON.text(of: step, setting), setting.strings.deliveryStrings.who(step.by)]
    return Printout("\(SafeText(line: words.joined(separator: "  ")))\n")
  }

  private func object(_ preference: Preference) -> JSONObject {
    var object = JSONObject()
    object.add("at", preference.setAt.rfc3339)
    object.add("bank", preference.bank)
    object.add("scope", preference.scope.name)
    object.add("channel", preference.channel?.name)
    object.add("set_by", preference.setBy)
    object.add("device", preference.device)
    return object
  }
}
