import Foundation
import Testing

@testable import Storage

/// Databases that are thrown away.
@Suite("Throwaway directories")
struct ThrowawayTests {
  private let parent = FileManager.default.temporaryDirectory.appending(path: "leftovers-" + UUID().uuidString)

  private func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: parent.appending(path: name).path) }

  private func make(_ name: String, _ files: [String]) throws {
    let folder = parent.appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for file in files { try Data("x".utf8).write(to: folder.appending(path: file)) }
  }

  @Test("what a killed program left behind is removed; what somebody holds, what isn't ours, and where links lead to stays")
  func leftovers() throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    try make("kolokol-abc123", [".held", "bell.db", "bell.db-wal"])
    try make("kolokol-inuse1", [".held", "bell.db"])
    try make("kolokol-nolock", ["bell.db"])
    try make("kolokol-other", [".held"])
    try make("kolokol-abc1234", [".held"])
    try make("mine", [".held", "letter"])
    try FileManager.default.createSymbolicLink(
      at: parent.appending(path: "kolokol-linked"), withDestinationURL: parent.appending(path: "mine"))
    let held = open(parent.appending(path: "kolokol-inuse1/.held").path, O_RDWR)
    defer { close(held) }
    #expect(flock(held, LOCK_EX | LOCK_NB) == 0)
    ThrowawayDirectory.removeLeftovers(in: parent.path)
    #expect(!exists("kolokol-abc123"))
    for name in ["kolokol-inuse1/bell.db", "kolokol-nolock/bell.db", "kolokol-other/.held", "kolokol-abc1234/.held", "mine/letter"] {
      #expect(exists(name), "\(name)")
    }
    #expect(exists("kolokol-linked"))
  }

  @Test("a directory in use is no leftover, and is gone when it is let go")
  func inUse() throws {
    var directory: ThrowawayDirectory? = try ThrowawayDirectory()
    let path = try #require(directory?.path)
    ThrowawayDirectory.removeLeftovers(in: URL(fileURLWithPath: path).deletingLastPathComponent().path)
    #expect(FileManager.default.fileExists(atPath: path))
    directory = nil
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
