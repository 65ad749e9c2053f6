import Foundation
import Testing

@Suite("The rooms import what the table allows")
struct ImportGraphTests {
  private static let sources = ["Sources", "Themes", "Data"]

  @Test("no room imports what the table forbids")
  func importsFollowTheTable() throws {
    let files = try Project.swiftFiles(below: Self.sources)
    #expect(files.count > RoomTable.rooms.count)
    let found = RoomTable.forbiddenImports(in: files)
    #expect(found.isEmpty, Violation.list(found))
  }

  @Test("what the manifest declares is what the sources import, and each room has its tests")
  func manifestMatchesImports() throws {
    let manifest = try Manifest.load()
    let found = RoomTable.mismatches(of: manifest, with: try Project.swiftFiles(below: Self.sources))
    #expect(found.isEmpty, Violation.list(found))
  }

  @Test("CONTRIBUTING.md lists the rooms in the order in which they stand, each with a folder of its own")
  func roomsAreDocumented() throws {
    let text = try #require(try Project.files(below: ["CONTRIBUTING.md"]).first).text
    let rows = text.split(separator: "\n").drop { !$0.hasPrefix("| room |") }.dropFirst(2).prefix { $0.hasPrefix("|") }
    let rooms = rows.compactMap { $0.split(separator: "|").first.map { $0.trimmingCharacters(in: .whitespaces) } }
    #expect(rooms == RoomTable.rooms)
    for room in rooms { #expect(try !Project.swiftFiles(below: ["Sources/\(room)"]).isEmpty, "\(room)") }
  }

  @Test(
    "a forbidden import is found",
    arguments: [
      ("Model", "Storage"), ("Model", "Screen"), ("TOML", "Model"), ("Parsing", "Storage"), ("Parsing", "Screen"), ("Parsing", "GRDB"),
      ("Parsing", "CSQLite"),
      ("Storage", "CArchive"),
      ("Storage", "Screen"), ("Storage", "Ingest"), ("Ingest", "Screen"), ("Ingest", "Interface"), ("Ingest", "GRDB"),
      ("Demo", "Screen"), ("Ingest", "Demo"), ("Screen", "Storage"), ("Screen", "CNcurses"), ("Screen", "Terminal"),
      ("Terminal", "Storage"), ("Terminal", "Model"), ("Interface", "Terminal"), ("Interface", "CNcurses"), ("Interface", "Demo"),
      ("Interface", "GRDB"), ("Interface", "kolokol"), ("kolokol", "CNcurses"), ("kolokol", "GRDB"), ("Themes", "Model"),
      ("Data", "Parsing"),
      ("Cellar", "Model"),
    ])
  func forbiddenImportIsFound(room: String, module: String) {
    let file = SourceFile(path: "Sources/\(room)/Bad.swift", text: "import Foundation\nimport \(module)\n")
    #expect(RoomTable.forbiddenImports(in: [file]).map(\.line) == [2])
  }

  @Test(
    "an allowed import is let through",
    arguments: [
      ("Parsing", "Model"), ("Parsing", "Data"), ("Parsing", "TOML"), ("Storage", "GRDB"), ("Ingest", "SwiftCSV"), ("Ingest", "CSQLite"),
      ("Ingest", "CArchive"),
      ("Demo", "Storage"), ("Terminal", "CNcurses"), ("Terminal", "Screen"), ("Interface", "Storage"), ("kolokol", "Terminal"),
      ("kolokol", "Demo"), ("kolokol", "ArgumentParser"), ("Model", "Foundation"),
    ])
  func allowedImportPasses(room: String, module: String) {
    #expect(RoomTable.objection(to: module, in: room) == nil)
  }

  @Test(
    "an import is seen whatever stands around the word",
    arguments: [
      "import GRDB", "@testable import GRDB", "public import GRDB", "internal import GRDB", "@preconcurrency private import GRDB",
      "@_spi(Inner) import GRDB", "import struct GRDB.Row", "import func GRDB.open", "import GRDB.Inner", "  import GRDB // why",
      "#if canImport(GRDB)\n  import GRDB\n#endif", "import Foundation; import GRDB",
    ])
  func importIsSeen(source: String) {
    #expect(Import.all(in: source).map(\.module).contains("GRDB"))
  }

  @Test(
    "what only looks like an import is none",
    arguments: [
      "// import GRDB", "/* import GRDB */", "let text = \"\"\"\n  import GRDB\n  \"\"\"", "let importGRDB = 1", "important(GRDB)",
    ])
  func lookalikeIsNoImport(source: String) {
    #expect(Import.all(in: source) == [])
  }

  @Test("a dependency too many, one too few, an unknown room and a missing test are found")
  func mismatchesAreFound() {
    let manifest = Manifest(
      targets: RoomTable.rooms.map { Manifest.Target(name: $0, dependencies: $0 == "Parsing" ? ["Data"] : []) }
        + RoomTable.leaves.map { Manifest.Target(name: $0) }
        + RoomTable.rooms.dropFirst().map { Manifest.Target(name: "\($0)Tests", type: "test") }
        + [Manifest.Target(name: "Cellar")])
    let file = SourceFile(path: "Sources/Parsing/Reader.swift", text: "import Foundation\nimport Model\n")
    #expect(
      RoomTable.mismatches(of: manifest, with: [file]).map(\.message) == [
        "Parsing imports Model and doesn't declare it",
        "Parsing declares Data and doesn't import it",
        "Cellar is not in both the manifest and the table",
        "Model has no tests beside it",
      ])
  }
}
