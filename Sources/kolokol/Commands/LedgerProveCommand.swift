import ArgumentParser
import Interface
import Ledger
import Model
import Storage

/// `kolokol ledger prove N`: one entry with the proof that it is part of the log.
struct LedgerProveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: "Print an entry of the log with the proof that it is part of it, as JSON.",
    discussion: "The proof leads to the checkpoint printed with it. docs/ledger.md says how to check it with any SHA-256 program.")

  @Argument(help: ArgumentHelp("The entry's number, from 0.", valueName: "n"))
  var leaf: Int
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let setting = Setting()
    let store = try database.open(setting, for: .changing)
    defer { try? store.close() }
    do {
      let checkpoint = try store.makeCheckpoint(onTornFile: { Console.error(setting.strings.ledgerStrings.checkpointWasTorn($0)) })
      guard let proof = try store.ledgerProof(of: leaf, size: checkpoint.checkpoint.size) else {
        throw CommandFailure(message: setting.strings.ledgerStrings.noSuchLeaf(String(leaf)), status: ExitStatus.badUsage)
      }
      Console.output(object(proof, checkpoint))
    } catch let error as StoreError {
      throw CommandFailure(
        message: setting.strings.storeError(error), status: error.isAboutLedger ? ExitStatus.findings : ExitStatus.database)
    }
  }

  private func object(_ proof: LedgerProof, _ checkpoint: SignedCheckpoint) -> JSONObject {
    var object = JSONObject()
    object.add("origin", proof.origin)
    object.add("sequence", Int64(proof.sequence))
    if let leaf = Leaf(proof.leaf) {
      object.add("kind", leaf.kind.name)
      object.add("actor", leaf.actor.name)
      object.add("time", leaf.time.rfc3339)
      if leaf.kind != .delivery { object.add("payload", String(decoding: leaf.payload, as: UTF8.self)) }
    }
    object.add("leaf", Hexadecimal.text(proof.leaf))
    object.add("size", Int64(proof.size))
    object.add("path", proof.path.map(\.hex))
    object.add("root", proof.root.hex)
    object.add("checkpoint", checkpoint.text)
    return object
  }
}
