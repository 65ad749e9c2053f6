import Foundation
import Testing

/// `Scripts/prepare` on machines that are made of a few small programs on the PATH.
@Suite("make gets a machine ready")
struct PrepareTests {
  @Test("nothing is installed where everything is there")
  func completeMachine() throws {
    let machine = try Machine(installed: ["libncurses-dev", "libsqlite3-dev"])
    let result = try machine.prepare("libncurses-dev", "libsqlite3-dev")
    #expect(result.status == 0)
    #expect(result.standardError == "")
    #expect(try machine.log() == "")
  }

  @Test("root installs what is missing, and only that")
  func rootInstalls() throws {
    let machine = try Machine(installed: ["libncurses-dev"])
    #expect(try machine.prepare("libncurses-dev", "libsqlite3-dev", "tmux").status == 0)
    #expect(try machine.log() == "apt-get install -y -q --no-install-recommends libsqlite3-dev tmux (noninteractive)\n")
  }

  @Test("the package lists are fetched when the first try fails")
  func updatesWhenNeeded() throws {
    let machine = try Machine(installed: [], listsAreEmpty: true)
    #expect(try machine.prepare("tmux").status == 0)
    #expect(
      try machine.log() == """
        apt-get install -y -q --no-install-recommends tmux (noninteractive)
        apt-get update -q ()
        apt-get install -y -q --no-install-recommends tmux (noninteractive)

        """)
  }

  @Test("a user installs through sudo, which asks nothing where nobody can answer")
  func userInstallsThroughSudo() throws {
    let machine = try Machine(installed: [], user: 1000, hasSudo: true)
    #expect(try machine.prepare("tmux").status == 0)
    #expect(
      try machine.log() == """
        sudo -n env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends tmux
        apt-get install -y -q --no-install-recommends tmux (noninteractive)

        """)
  }

  @Test("without root and sudo it says what is missing and what to run")
  func saysWhatToRun() throws {
    let machine = try Machine(installed: ["libncurses-dev"], user: 1000)
    let result = try machine.prepare("libncurses-dev", "libsqlite3-dev", "tmux")
    #expect(result.status == 1)
    #expect(result.standardError.contains("Missing: libsqlite3-dev tmux."))
    #expect(result.standardError.contains("apt-get update && apt-get install -y libsqlite3-dev tmux\n"))
    #expect(try machine.log() == "")
  }

  @Test("an installation that fails stops the build and says what to look at")
  func failedInstallation() throws {
    let machine = try Machine(installed: [], installationFails: true)
    let result = try machine.prepare("tmux")
    #expect(result.status == 1)
    #expect(result.standardError.contains("Could not install tmux"))
  }

  @Test("a toolchain that is too old or not there stops the build and says where to get one", arguments: ["5.10", "6.0", nil])
  func oldToolchain(version: String?) throws {
    let machine = try Machine(installed: ["tmux"], swift: version)
    let result = try machine.prepare("tmux")
    #expect(result.status == 1)
    #expect(result.standardError.contains("Swift 6.1 or later"))
    #expect(result.standardError.contains("https://www.swift.org/install"))
  }

  @Test("a toolchain that is new enough will do", arguments: ["6.1", "6.3.1", "7.0", "10.2"])
  func newToolchain(version: String) throws {
    #expect(try Machine(installed: ["tmux"], swift: version).prepare("tmux").status == 0)
  }

  @Test("where there is no apt it names the packages and goes on")
  func otherSystem() throws {
    let machine = try Machine(installed: nil)
    let result = try machine.prepare("libsqlite3-dev")
    #expect(result.status == 0)
    #expect(result.standardError.contains("libsqlite3-dev"))
  }
}

/// A folder of stand-ins for the programs that `prepare` calls; they write down how they were called.
private final class Machine {
  private let folder: URL

  /// `installed` are the packages that dpkg knows; nil makes a system without dpkg and apt.
  init(
    installed: [String]?, listsAreEmpty: Bool = false, installationFails: Bool = false, user: Int = 0, hasSudo: Bool = false,
    swift: String? = "6.3.1"
  ) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "kolokol-machine-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for tool in ["sed", "head", "grep", "env", "uname"] {
      try add(tool, "exec \(try Self.realPath(of: tool)) \"$@\"")
    }
    try add("id", "echo \(user)")
    if let swift { try add("swift", "echo 'Swift version \(swift) (swift-\(swift)-RELEASE)'") }
    if hasSudo { try add("sudo", "echo \"sudo $*\" >> '\(logPath)'; shift; exec \"$@\"") }
    guard let installed else { return }
    let known = installed.isEmpty ? "none" : installed.joined(separator: "|")
    try add("dpkg-query", "for name; do :; done; case $name in \(known)) echo installed;; *) exit 1;; esac")
    let outcome = installationFails ? "exit 100" : listsAreEmpty ? "[ \"$1\" = update ] && : > '\(listsPath)'; [ -e '\(listsPath)' ]" : ":"
    try add("apt-get", "echo \"apt-get $* ($DEBIAN_FRONTEND)\" >> '\(logPath)'; \(outcome)")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func prepare(_ packages: String...) throws -> Command {
    try Command.run(
      "/bin/sh", [Project.root.appending(path: "Scripts/prepare").path] + packages, environment: ["PATH": folder.path])
  }

  /// The calls that change the machine, in order.
  func log() throws -> String {
    FileManager.default.fileExists(atPath: logPath) ? try String(contentsOfFile: logPath, encoding: .utf8) : ""
  }

  private var logPath: String { folder.appending(path: "log").path }
  private var listsPath: String { folder.appending(path: "lists").path }

  private func add(_ tool: String, _ script: String) throws {
    let file = folder.appending(path: tool)
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
  }

  private static func realPath(of tool: String) throws -> String {
    let found = try #require(
      ["/usr/bin", "/bin"].map { "\($0)/\(tool)" }.first { FileManager.default.isExecutableFile(atPath: $0) })
    return found
  }
}
