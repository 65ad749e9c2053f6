import Ledger
import Model

/// The texts of evidence packages: the report, the commands that make and verify them; in one language.
public struct EvidenceStrings: Sendable {
  /// The report.
  let language: String
  let title: String
  let madeAt: @Sendable (_ time: String, _ version: String) -> String
  let findings: String
  let nothingFound: String
  let chain: String
  let compressed: String
  let timelineLegend: String
  let messages: String
  let messagesCut: @Sendable (_ shown: Int, _ all: Int) -> String
  let devices: String
  let noDevices: String
  let steps: String
  let origin: String
  let log: String
  let entries: String
  let rootName: String
  let keyName: String
  let rules: String
  let codesCovered: String
  let codesOpen: String
  let withheld: String
  /// Of an event that a message told once and doesn't tell any more.
  let withdrawn: String
  /// Of an answer that the user took back.
  let takenBack: String
  let erased: @Sendable (_ count: Int) -> String
  let howToCheck: String
  let howToCheckSteps: [String]
  let proves: String
  let provesPoints: [String]
  let limits: String
  let limitPoints: [String]
  /// Headings of columns: time, what, device or endpoint, place, entry; sender, channel, state, text; since, until, name.
  let columns: Columns
  let reported: @Sendable (_ severity: String, _ rule: String) -> String
  let condition: String
  let source: String
  let history: String
  let account: String

  /// What the commands say: that a package was made, or why not; what verifying found.
  public let made: @Sendable (_ path: String, _ messages: Int, _ events: Int, _ findings: Int) -> String
  public let keepCheckpoint: String
  /// That a package was made of a database, by its path, which may only be read, so that its log can't tell of it.
  public let notLogged: @Sendable (String) -> String
  /// Why a new file or directory can't be made there; the reason is the system's number.
  public let unwritable: @Sendable (_ path: String, _ errno: Int32) -> String
  public let nothingChosen: String
  /// Neither a query nor a finding was named, so everything is put into the package.
  public let wholeInbox: @Sendable (_ messages: Int) -> String
  public let noSuchFinding: @Sendable (_ id: String) -> String
  public let verified: @Sendable (PackageVerdict) -> String
  public let failed: @Sendable (_ count: Int) -> String
  public let fault: @Sendable (PackageFault) -> String

  /// The headings of the report's columns.
  struct Columns: Sendable {
    let time: String
    let what: String
    let device: String
    let place: String
    let entry: String
    let sender: String
    let channel: String
    let endpoint: String
    let state: String
    let text: String
    let bound: String
    let unbound: String
    let who: String
  }
}

extension Language {
  /// The texts of evidence packages.
  public var evidenceStrings: EvidenceStrings {
    switch self {
    case .english: .english
    case .russian: .russian
    }
  }
}
