import Foundation
import Ledger
import Model

extension EvidenceStrings {
  static let english = EvidenceStrings(
    language: "English",
    title: "Evidence from a log of bank notifications",
    madeAt: { time, version in "Made on \(time) by Kolokol \(version)" },
    findings: "What was found",
    nothingFound: "The rules found nothing in what was chosen.",
    chain: "What happened",
    compressed:
      "Each mark is an event; distances between them are shortened, the times below are exact. A bar shows how long a device was bound.",
    timelineLegend: "B bound · U unbound · P messages turned to push · S to SMS · C code · N notice · T money · • other",
    messages: "Messages",
    messagesCut: { shown, all in "The first \(shown) of \(all) copies; all of them are in messages.jsonl." },
    devices: "Devices ever bound",
    noDevices: "The log knows of no device.",
    steps: "Channels and devices as they were arranged here",
    origin: "Log",
    log: "State of the log that this package rests on",
    entries: "Entries",
    rootName: "Root (SHA-256)",
    keyName: "Key",
    rules: "Rules (SHA-256 of rules.json)",
    codesCovered: "One-time codes are covered by dots. What stands around them is proven as it is.",
    codesOpen: "This package shows one-time codes in the open, as was asked for.",
    withheld: "[withheld: its code was recognised only after it had been written down]",
    withdrawn: "withdrawn: the message is read otherwise now",
    takenBack: "withdrawn: the answer was taken back",
    erased: { "Erased by the owner and therefore not in here: \($0)." },
    howToCheck: "How to check this package",
    howToCheckSteps: [
      "With the program: kolokol evidence verify DIRECTORY. It needs nothing but the package.",
      "With a checkpoint of this log that you kept yourself: kolokol evidence verify DIRECTORY --checkpoint FILE. "
        + "That proves in addition that nothing from before that moment was changed since.",
      "Without the program: sha256sum -c manifest.txt compares the files. docs/evidence.md in the program's source describes the rest, with a "
        + "script of ten lines that needs a shell and sha256sum.",
    ],
    proves: "What this proves",
    provesPoints: [
      "Each message, event and finding listed here stands in the log under the number given with it, exactly as it was written down when it arrived.",
      "Nothing of what the log held below the root above was changed, left out or moved since that root was signed.",
      "The files of this package are those that the holder of the log's key put together.",
    ],
    limits: "What this can't prove",
    limitPoints: [
      "That a message was true, or came from whom it names: the log vouches for what reached this device, not for who sent it.",
      "That nothing was invented before it was written down. Whoever controls the device can feed it lies; the log only keeps them from being changed later.",
      "When something happened, beyond the device's own clock and the times that messages carry.",
      "That the log wasn't made anew from the beginning by the holder of the key, unless somebody else kept a checkpoint of it. "
        + "The later part, made after the last checkpoint somebody else keeps, rests on the key holder's word.",
      "That nothing else is in the log: a package holds what was chosen.",
      "What stands under “reading” in the data, the state of findings, the list of devices and this page's wording are what the program made of "
        + "the entries. They are signed, but it is the entries that are proven.",
    ],
    columns: Columns(
      time: "Time", what: "What", device: "Device or number", place: "Place", entry: "Entry", sender: "From", channel: "Channel",
      endpoint: "To", state: "State", text: "Text", bound: "Bound", unbound: "Unbound", who: "Done by"),
    reported: { severity, rule in "\(severity) · \(rule)" },
    condition: "Rule",
    source: "Source of the rule",
    history: "What was done about it",
    account: "Account",
    made: { path, messages, events, findings in
      "\(path): \(messages) \(Plural.english(messages, "copy", "copies")) of messages, \(events) \(Plural.english(events, "event", "events")), "
        + "\(findings) \(Plural.english(findings, "finding", "findings"))"
    },
    keepCheckpoint: "Keep checkpoint.txt of it elsewhere too; it holds the log to what it holds now.",
    notLogged: { "\($0) may only be read: the package was made of a copy, and the log doesn't tell of it." },
    unwritable: { path, errno in
      switch errno {
      case EEXIST: "\(path) is there already; give a name that isn't."
      case ENOENT, ENOTDIR: "\(path): there is no such directory to put it in."
      default: "\(path): can't be written: \(Strings.systemMessage(errno))"
      }
    },
    nothingChosen: "There is nothing that could be put into a package: no message matches, and no finding was named.",
    wholeInbox: {
      "Neither a query nor a finding was named: the whole inbox goes into the package, \(Strings.english.number($0)) "
        + "\(Plural.english($0, "message", "messages"))."
    },
    noSuchFinding: { "There is no finding \($0). `kolokol audit` lists them." },
    verified: { verdict in
      "OK: \(verdict.messages) \(Plural.english(verdict.messages, "copy", "copies")) of messages, \(verdict.events) "
        + "\(Plural.english(verdict.events, "event", "events")), \(verdict.entries) other \(Plural.english(verdict.entries, "entry", "entries")) and "
        + "\(verdict.findings) \(Plural.english(verdict.findings, "finding", "findings")) are in the log"
        + (verdict.withheld > 0 ? "; \(verdict.withheld) without content" : "")
        + (verdict.kept > 0
          ? "; held to \(verdict.kept) \(Plural.english(verdict.kept, "checkpoint", "checkpoints")) kept elsewhere"
          : "; held to no checkpoint kept elsewhere, so the key holder's word is what it rests on")
    },
    failed: { "FAIL: \($0) \(Plural.english($0, "thing is not as it must be", "things are not as they must be"))" },
    fault: faultInEnglish)

  @Sendable private static func faultInEnglish(_ fault: PackageFault) -> String {
    switch fault {
    case .unreadable(let path): "\(path): there is no package here that can be read: a directory or a .tar file"
    case .tooLarge(let path, let limit):
      "\(path): more than \(limit >> 20) MB; packages are smaller. Check where it comes from, or make several with a narrower QUERY."
    case .cutShort(let path): "\(path): the archive is cut short; part of it is missing. Fetch or copy it again."
    case .noPackage(let path):
      "\(path): this is no evidence package: it holds no \(PackageFile.manifest.rawValue). "
        + "Name the directory or .tar file that `kolokol evidence --out` made."
    case .nothing: "there is nothing to verify: the package holds no entry"
    case .unsafeName(let name): "\(name): a package's file can't have this name; unpacked, it would lie elsewhere"
    case .notAFile(let name): "\(name): a directory or a link; a package has plain files only"
    case .twice(let name): "\(name): there twice"
    case .missing(let name): "\(name): missing"
    case .added(let name): "\(name): doesn't belong to the package; it was added"
    case .changed(let name): "\(name): changed; it isn't what the manifest says"
    case .malformed(let file, let line): "\(file.rawValue), line \(line): can't be read"
    case .manifestUnsigned: "manifest.txt: not signed by the key in key.txt"
    case .checkpointUnsigned: "checkpoint.txt: not a checkpoint signed by the key in key.txt"
    case .foreignKey: "key.txt: not the key that the log names"
    case .notInLog(let entry): "entry \(entry): not in the log that the checkpoint is of"
    case .unproven(let file, let line): "\(file.rawValue), line \(line): no proven entry stands behind it"
    case .differs(let file, let line, let entry): "\(file.rawValue), line \(line): doesn't say what entry \(entry) vouches for"
    case .keptUnsigned(let path): "\(path): not a checkpoint signed by the log's key"
    case .keptOfOtherLog(let path): "\(path): the checkpoint of another log"
    case .keptDiffers(let path, let size): "\(path): saw \(size) entries that the log has no more, or otherwise: it was rewritten"
    case .keptUncompared(let path, let size):
      "\(path): the package has no proof from the checkpoint of \(size) entries; ask for one made with --checkpoint"
    }
  }
}
