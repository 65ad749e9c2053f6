/// The table of the house: who may import whom. What it says stands in docs/decisions/0001-rooms.md.
enum RoomTable {
  /// A room imports only rooms that stand before it.
  static let rooms = [
    "Model", "TOML", "Parsing", "Delivery", "Detection", "Ledger", "Storage", "Ingest", "Demo", "Screen", "Terminal", "Interface",
    "kolokol",
  ]
  /// Targets that import nothing of the house: embedded files and the tool that embeds them.
  static let leaves: Set = ["Themes", "Data", "embed"]
  /// Rooms whose whole knowledge of the house is listed.
  static let knowsOnly: [String: Set<String>] = ["Model": [], "TOML": [], "Terminal": ["Screen", "CNcurses"]]
  /// What a room must not know although it stands above.
  static let neverKnows: [String: Set<String>] = [
    "Parsing": ["Storage", "Screen"],
    "Detection": ["Parsing", "Delivery"],
    "Storage": ["Screen", "Ingest", "Delivery"],
    "Ledger": ["GRDB", "CSQLite"],
    "Screen": ["Storage", "Ingest", "Demo", "CNcurses"],
    "Interface": ["Terminal", "CNcurses", "Demo"],
  ]
  /// Libraries and rooms that are for a few rooms alone.
  static let owners: [String: Set<String>] = [
    "GRDB": ["Storage"], "CSQLite": ["Storage", "Ingest"], "Crypto": ["Ledger"], "SwiftCSV": ["Ingest"], "CArchive": ["Ingest"],
    "CNcurses": ["Terminal"], "ArgumentParser": ["kolokol"], "Demo": ["kolokol"],
  ]
  /// Modules that come with the toolchain; they aren't declared in the manifest.
  static let toolchain: Set = [
    "Swift", "Foundation", "FoundationEssentials", "FoundationXML", "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin",
    "RegexBuilder",
  ]

  /// Every import in the sources of rooms and leaves that the table doesn't allow.
  static func forbiddenImports(in files: [SourceFile]) -> [Violation] {
    files.flatMap { file in
      Import.all(in: file.text).compactMap { use in
        objection(to: use.module, in: file.target).map { Violation(path: file.path, line: use.line, message: $0) }
      }
    }
  }

  /// Why `target` may not import `module`; nil when it may.
  static func objection(to module: String, in target: String) -> String? {
    if toolchain.contains(module) || module == target { return nil }
    if let owners = owners[module], !owners.contains(target) {
      return "only \(owners.sorted().joined(separator: " and ")) imports \(module)"
    }
    if leaves.contains(target) { return "\(target) imports nothing of the house, not \(module)" }
    guard let place = rooms.firstIndex(of: target) else { return "\(target) is no room of the table" }
    if neverKnows[target]?.contains(module) == true { return "\(target) knows nothing of \(module)" }
    if let known = knowsOnly[target], !known.contains(module) {
      return "\(target) knows \(known.isEmpty ? "no other room" : known.sorted().joined(separator: " and ") + " only"), not \(module)"
    }
    if let other = rooms.firstIndex(of: module), other > place { return "\(module) stands below \(target)" }
    return nil
  }

  /// Targets whose declared dependencies are not exactly what their sources import, rooms that the table or the manifest lacks, and rooms without tests.
  static func mismatches(of manifest: Manifest, with files: [SourceFile]) -> [Violation] {
    let imports = Dictionary(grouping: files, by: \.target)
      .mapValues { Set($0.flatMap { Import.all(in: $0.text).map(\.module) }).subtracting(toolchain) }
    let sources = manifest.targets.filter { $0.type == "regular" || $0.type == "executable" }
    var found: [Violation] = sources.flatMap { target in
      let used = (imports[target.name] ?? []).subtracting([target.name])
      return used.subtracting(target.dependencies).sorted().map { "\(target.name) imports \($0) and doesn't declare it" }
        + target.dependencies.subtracting(used).sorted().map { "\(target.name) declares \($0) and doesn't import it" }
    }.map { Violation(path: "Package.swift", message: $0) }

    let names = Set(sources.map(\.name))
    let known = Set(rooms).union(leaves)
    found += names.symmetricDifference(known).sorted()
      .map { Violation(path: "Package.swift", message: "\($0) is not in both the manifest and the table") }
    let tests = Set(manifest.targets.filter { $0.type == "test" }.map(\.name))
    found += rooms.filter { !tests.contains("\($0)Tests") }.map {
      Violation(path: "Package.swift", message: "\($0) has no tests beside it")
    }
    return found
  }
}
