import Delivery
import Interface

/// One of the paths that a search found, by its name on the command line.
struct TracePath {
  let name: String

  static let shortest = "shortest"
  private static let withSS7 = "ss7"
  /// Every name there is.
  static let names = [shortest, withSS7] + Invariant.allCases.map(\.rawValue)

  /// Writes the path as messages.
  /// - Throws: `CommandFailure` when the policy has no such path, or the file can't be written.
  func write(_ policy: Policy, depth: Int, to file: String, _ setting: Setting) throws {
    let path = try moves(policy, depth: depth, setting)
    try LinesFile.write(AttackTrace(policy, path: path).history.items.lazy.flatMap(\.json), to: file, setting: setting)
    if file != "-", Console.errorIsTerminal { Console.error(setting.strings.labStrings.playIt(file)) }
  }

  /// The moves of the path, at least one.
  /// - Throws: `CommandFailure` when the policy has no such path.
  func moves(_ policy: Policy, depth: Int, _ setting: Setting) throws -> [Move] {
    let result = AdversarySearch.run(policy, hasSS7: name == Self.withSS7, depth: depth)
    let path = Invariant(rawValue: name).map { wanted in result.broken.first { $0.invariant == wanted }?.path } ?? result.shortestPath
    guard let path, !path.isEmpty else {
      let strings = setting.strings.labStrings
      let hasPath = { hasSS7 in !AdversarySearch.run(policy, hasSS7: hasSS7, depth: depth).shortestPath.isEmpty }
      let playable =
        (hasPath(false) ? [Self.shortest] : []) + (hasPath(true) ? [Self.withSS7] : [])
        + result.broken.filter { !$0.path.isEmpty }.map(\.invariant.rawValue)
      let message = strings.nothingToPlay(strings.name(policy), name, playable.filter { $0 != name }.joined(separator: ", "))
      throw CommandFailure(message: message, status: ExitStatus.badUsage)
    }
    return path
  }
}
