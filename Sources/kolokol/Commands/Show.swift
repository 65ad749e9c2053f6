import ArgumentParser
import Interface
import Model
import Storage

/// `kolokol show ID`: one notification with its deliveries.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Print one notification with its deliveries.")

  @Argument(help: ArgumentHelp("The number that `kolokol list` prints first.", valueName: "id"))
  var id: Int64
  @OptionGroup var database: DatabaseOptions
  @Flag(help: "As a JSON object.")
  var json = false
  @Flag(help: "Print a one-time code in the open; on a terminal it asks first.")
  var revealCodes = false

  func run() throws {
    let setting = Setting()
    let store = try database.open(setting, for: .reading)
    try CodeConsent.ask(revealCodes, setting: setting)
    do {
      guard let detail = try store.detail(NotificationID(rawValue: id)) else {
        throw CommandFailure(message: setting.strings.noSuchNotification(String(id)), status: ExitStatus.badUsage)
      }
      let text = PlainText(surroundings: setting.surroundings(), now: Setting.now, revealsCodes: revealCodes)
      Console.output(json ? Printout(NotificationJSON.object(detail, text: text)) : Printout(text.text(of: detail, width: 100)))
    } catch let error as StoreError {
      throw CommandFailure(message: setting.strings.storeError(error), status: ExitStatus.database)
    }
  }
}
