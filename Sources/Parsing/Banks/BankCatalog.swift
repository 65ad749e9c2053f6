import Data

/// Every bank the program knows: the built-in bank files and the user's own, which add to them and win over them.
public struct BankCatalog: Sendable {
  /// Ordered by key.
  public let banks: [Bank]
  /// The same, with what reading needs.
  let known: [KnownBank]
  private let places: [String: Int]
  private let senders: [String: Int]

  init(files: [BankFile]) {
    var byKey: [String: BankFile] = [:]
    for file in files { byKey[file.bank.key] = file }
    let ordered = byKey.values.sorted { $0.bank.key < $1.bank.key }
    banks = ordered.map(\.bank)
    known = ordered.map(KnownBank.init)
    var places: [String: Int] = [:]
    var senders: [String: Int] = [:]
    for (place, bank) in banks.enumerated() {
      places[bank.key] = place
      for sender in bank.senders + bank.apps + bank.aliases + [bank.name, bank.nameRu] {
        let name = SenderName.folded(sender)
        if senders[name] == nil { senders[name] = place }
      }
    }
    // A sender id says more than a name that another bank happens to share.
    for (place, bank) in banks.enumerated() {
      for sender in bank.senders + bank.apps { senders[SenderName.folded(sender)] = place }
    }
    self.places = places
    self.senders = senders
  }

  /// The built-in bank files and those of a folder.
  ///
  /// - Parameter userDirectory: a folder of `*.toml` files, usually `$XDG_CONFIG_HOME/kolokol/banks`; nil, or one that doesn't exist, for none.
  ///   A file with the `id` of a built-in bank replaces it.
  /// - Returns: the catalogue of everything that could be read, and what could not.
  public static func load(userDirectory: String?) -> (catalog: BankCatalog, problems: [DataFileProblem]) {
    var files: [BankFile] = []
    var problems: [DataFileProblem] = []
    for (path, toml) in BuiltInData.banks {
      let (file, found) = BankFile.readBuiltIn(toml, path: path)
      if let file { files.append(file) }
      problems += found
    }
    if let userDirectory {
      for (path, contents) in UserFiles.read(in: userDirectory) {
        switch contents {
        case .success(let toml):
          let (file, found) = BankFile.read(toml, path: path)
          if let file { files.append(file) }
          problems += found
        case .failure(let problem): problems.append(problem)
        }
      }
    }
    return (BankCatalog(files: files), problems)
  }

  /// The bank with this key: `sberbank`.
  public func bank(key: String) -> Bank? {
    places[key].map { banks[$0] }
  }

  /// The bank that sends under this sender id, number or app package, in any case and spelling: `900`, `SBERBANK`, `VM-HDFCBK-S`, `ru.sberbankmobile`.
  public func bank(sender: String) -> Bank? {
    place(sender: sender).map { banks[$0] }
  }

  /// The place in `banks` of the bank that sends under `sender`.
  func place(sender: String) -> Int? {
    guard !sender.isEmpty else { return nil }
    if let place = senders[SenderName.folded(sender)] { return place }
    guard let header = SenderName.header(of: sender) else { return nil }
    return senders[SenderName.folded(header)]
  }
}
