import ArgumentParser
import Interface
import Ledger
import Screen
import Storage

/// `kolokol ledger checkpoint`: a signed statement of what the log holds now.
struct LedgerCheckpointCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint",
    abstract: "Sign what the log holds now, and print it, to be kept elsewhere.",
    discussion: "Later: kolokol ledger verify --checkpoint FILE.")

  @OptionGroup var database: DatabaseOptions
  @Flag(help: "As a QR code, to take a picture of.")
  var qr = false
  @Flag(help: "With marks in ASCII, as where the locale isn't UTF-8.")
  var ascii = false

  func run() throws {
    let setting = Setting()
    let store = try database.open(setting, for: .changing)
    defer { try? store.close() }
    do {
      let text = try store.makeCheckpoint(onTornFile: { Console.error(setting.strings.ledgerStrings.checkpointWasTorn($0)) }).text
      if qr, let code = QRCode(text) {
        Console.output(SafeText(code.text(glyphs: ascii ? .ascii : .unicode)))
      } else {
        Console.output(SafeText(text))
      }
    } catch {
      throw CommandFailure(
        message: setting.strings.storeError(error), status: error.isAboutLedger ? ExitStatus.findings : ExitStatus.database)
    }
    if Console.errorIsTerminal { Console.error(setting.strings.ledgerStrings.keepElsewhere) }
  }
}

extension StoreError {
  /// Whether the database can be used, and only its log or its key can't.
  var isAboutLedger: Bool {
    switch reason {
    case .ledger, .key, .foreignKey: true
    default: false
    }
  }
}
