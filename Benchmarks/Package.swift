// swift-tools-version: 6.1
import PackageDescription

/// What the program is measured with; apart from it, so that nobody who builds Kolokol builds this.
let package = Package(
  name: "kolokol-benchmarks",
  dependencies: [
    .package(name: "kolokol", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "kolokol-bench",
      dependencies: [
        .product(name: "KolokolRooms", package: "kolokol"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
