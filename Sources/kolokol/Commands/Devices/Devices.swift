import ArgumentParser
import Delivery
import Interface
import Model
import Screen
import Storage

/// `kolokol devices`: what is linked to the accounts.
struct Devices: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "devices", abstract: "Show linked devices; confirm, unlink or report one.",
    discussion: "Devices that messages name appear by themselves. docs/channels.md describes the states.",
    subcommands: [
      DeviceList.self, DeviceConfirm.self, DeviceUnlink.self, DeviceReport.self, DeviceLink.self, DeviceUndo.self,
    ], defaultSubcommand: DeviceList.self)
}

/// `kolokol devices`: the list.
struct DeviceList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Print the devices (the default).")

  @OptionGroup var database: DatabaseOptions
  @Option(help: ArgumentHelp("One bank only.", valueName: "bank"))
  var bank: String?
  @Flag(help: "One JSON object a device.")
  var json = false

  func run() throws {
    let setting = Setting()
    let wanted = try bank.map { try setting.bankKey($0) }
    let picture = try setting.withStore(database, for: .reading) { try setting.picture(of: $0) }
    let devices = picture.devices.devices.filter { wanted == nil || $0.bank == wanted }
    if json {
      for device in devices { Console.output(Self.object(device)) }
      return
    }
    let strings = setting.strings.deliveryStrings
    guard !devices.isEmpty else { return Console.output("\(strings.noDevices)\n") }
    let time = TimeText(now: picture.now, zone: .current, language: setting.language)
    var table = TextTable(
      headings: [strings.columnDevice, strings.columnBank, strings.columnState, strings.columnSince, strings.columnUsed, ""], side: .left)
    for device in devices {
      table.add([
        (device.needsAnswer ? "▲ " : "") + Visible.line(device.device.label), device.bank.map(setting.label(ofBank:)) ?? "",
        strings.state(of: device, picture.now), device.since.map(time.date) ?? "", device.lastUsed.map(time.date) ?? "",
        device.isConfirmed ? strings.confirmed : "",
      ])
    }
    Console.output(table.text(width: Console.outputWidth))
  }

  static func object(_ device: KnownDevice) -> JSONObject {
    var object = JSONObject()
    object.add("id", device.device.id)
    object.add("name", device.device.label)
    object.add("platform", device.device.platform)
    object.add("account", device.account)
    object.add("bank", device.bank)
    object.add("state", device.state.name)
    if case .cooling(let until) = device.state { object.add("cooling_until", until.rfc3339) }
    object.add("open_findings", device.openFindings.map(\.text))
    object.add("since", device.since?.rfc3339)
    object.add("until", device.until?.rfc3339)
    object.add("last_used", device.lastUsed?.rfc3339)
    object.add("place", device.place)
    object.add("last_push", device.lastPush?.rfc3339)
    object.add("push", device.isPushOn)
    object.add("confirmed", device.isConfirmed)
    object.add("reported", device.isReported)
    object.add("from_messages", device.isFromMessages)
    return object
  }
}
