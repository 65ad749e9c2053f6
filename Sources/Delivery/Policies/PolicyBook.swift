import Data
import Foundation
import Model

/// Every policy the program knows: the built-in files, and the user's own, which add to them and win over them.
public struct PolicyBook: Sendable {
  /// The built-in ones in the order of the facts they rest on, then the user's own by id.
  public let policies: [Policy]

  /// A book of these; a later policy replaces an earlier one of the same id.
  public init(_ policies: [Policy]) {
    var order: [String] = []
    var byID: [String: Policy] = [:]
    for policy in policies {
      if byID.updateValue(policy, forKey: policy.id) == nil { order.append(policy.id) }
    }
    self.policies = order.compactMap { byID[$0] }
  }

  /// The built-in policies and those of a folder.
  ///
  /// - Parameter userDirectory: a folder of `*.toml` files, usually `$XDG_CONFIG_HOME/kolokol/policies`; nil, or one that doesn't exist, for none.
  ///   A file with the `id` of a built-in policy replaces it.
  /// - Returns: all that could be read, and what could not.
  public static func load(userDirectory: String?) -> (book: PolicyBook, problems: [PolicyProblem]) {
    var policies: [Policy] = []
    var problems: [PolicyProblem] = []
    func take(_ source: String, _ path: String) {
      let (policy, found) = PolicyReader.read(source, path: path)
      if let policy { policies.append(policy) }
      problems += found
    }
    for (path, toml) in BuiltInData.policies { take(toml, path) }
    policies.sort { place($0.id) < place($1.id) }
    for path in userDirectory.map(files) ?? [] {
      do {
        take(try String(contentsOfFile: path, encoding: .utf8), path)
      } catch {
        problems.append(PolicyProblem(file: path, reason: .unreadable(error.localizedDescription)))
      }
    }
    return (PolicyBook(policies), problems)
  }

  /// Reads one file, wherever it lies.
  /// - Throws: the first mistake in it.
  public static func read(file path: String) throws(PolicyProblem) -> Policy {
    let source: String
    do {
      source = try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw PolicyProblem(file: path, reason: .unreadable(error.localizedDescription))
    }
    let (policy, problems) = PolicyReader.read(source, path: path)
    if let policy { return policy }
    throw problems.first ?? PolicyProblem(file: path, reason: .missing(key: "id"))
  }

  /// The policy of that id.
  public func policy(id: String) -> Policy? {
    policies.first { $0.id == id }
  }

  /// How a bank delivered on a day, the user's own policy before a built-in one; nil for a bank nothing is known of. Whoever sends by a policy
  /// that is no bank's own goes by its id.
  public func policy(bank: String, on date: CivilDate) -> Policy? {
    policies.last { ($0.banks.contains(bank) || $0.banks.isEmpty && $0.id == bank) && $0.isInForce(on: date) }
  }

  /// The order of FACTS' table, what it compares with, and our own.
  private static let order = [
    "sberbank", "tbank-until-2021-08-03", "tbank", "vtb", "alfabank", "homecredit", "cascade", "chain", "strict-sms", "push-only",
    "kolokol",
  ]

  private static func place(_ id: String) -> Int {
    order.firstIndex(of: id) ?? order.count
  }

  private static func files(in directory: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return names.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.sorted().map { directory + "/" + $0 }
  }
}
