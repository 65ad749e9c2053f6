// swift-tools-version: 6.1
import PackageDescription

/// Every room of the house is one module. A room imports only rooms that stand above it in this list;
/// `HouseTests` holds the sources to it.
let package = Package(
  name: "kolokol",
  products: [
    .executable(name: "kolokol", targets: ["kolokol"]),
    // What Benchmarks/ measures without the command line.
    .library(name: "KolokolRooms", targets: ["Model", "Parsing", "Detection", "Storage", "Ingest", "Demo"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .target(name: "Model"),
    .target(name: "TOML"),
    .target(name: "Themes", path: "Themes", plugins: ["EmbedFiles"]),
    .target(name: "Data", path: "Data", plugins: ["EmbedFiles"]),
    .target(name: "Parsing", dependencies: ["Model", "TOML", "Data"]),
    .target(name: "Delivery", dependencies: ["Model", "TOML", "Data", "Parsing"]),
    .target(name: "Detection", dependencies: ["Model"]),
    .target(name: "Ledger", dependencies: ["Model", .product(name: "Crypto", package: "swift-crypto")]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .target(
      name: "Storage",
      dependencies: ["Model", "Parsing", "Detection", "Ledger", "CSQLite", .product(name: "GRDB", package: "GRDB.swift")]),
    .systemLibrary(name: "CArchive", providers: [.apt(["libarchive-dev"])]),
    .target(name: "Ingest", dependencies: ["Model", "Parsing", "Detection", "Storage", "SwiftCSV", "CSQLite", "CArchive"]),
    .target(name: "Demo", dependencies: ["Model", "Parsing", "Detection", "Storage"]),
    .target(name: "Screen", dependencies: ["TOML", "Themes"]),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .target(name: "Terminal", dependencies: ["Screen", "CNcurses"]),
    .target(
      name: "Interface", dependencies: ["Model", "TOML", "Parsing", "Delivery", "Detection", "Ledger", "Storage", "Ingest", "Screen"]),
    .executableTarget(
      name: "kolokol",
      dependencies: [
        "Model", "Parsing", "Delivery", "Detection", "Ledger", "Storage", "Ingest", "Demo", "Screen", "Terminal", "Interface", "TOML",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed"]),
    .executableTarget(name: "embed"),

    .testTarget(name: "ModelTests", dependencies: ["Model"]),
    .testTarget(name: "TOMLTests", dependencies: ["TOML"]),
    .testTarget(name: "ParsingTests", dependencies: ["Parsing", "Data", "Model"]),
    .testTarget(name: "DeliveryTests", dependencies: ["Delivery"]),
    .testTarget(name: "DetectionTests", dependencies: ["Detection"]),
    .testTarget(name: "LedgerTests", dependencies: ["Ledger"]),
    .testTarget(name: "StorageTests", dependencies: ["Storage"]),
    .testTarget(name: "IngestTests", dependencies: ["Ingest"]),
    .testTarget(name: "DemoTests", dependencies: ["Demo"]),
    .testTarget(name: "ScreenTests", dependencies: ["Screen"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"]),
    .testTarget(name: "InterfaceTests", dependencies: ["Interface"], exclude: ["Screens"]),
    .testTarget(name: "kolokolTests", dependencies: ["kolokol"]),
    .testTarget(name: "HouseTests"),
  ],
  swiftLanguageModes: [.v6]
)
