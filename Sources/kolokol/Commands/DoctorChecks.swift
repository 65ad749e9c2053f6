import Delivery
import Foundation
import Interface
import Ledger
import Screen
import Storage

/// The terminal and its locale.
enum TerminalCheck {
  static func run(_ setting: Setting) -> [Check] {
    let environment = setting.paths.environment
    let strings = setting.strings
    let term = environment["TERM"] ?? ""
    var checks = [Check(name: "version", level: .ok, message: "Kolokol \(Version.text), SQLite \(Store.sqliteVersion)")]
    if !Console.outputIsTerminal {
      checks.append(Check(name: "terminal", level: .hint, message: strings.noTerminal))
    } else if term.isEmpty {
      checks.append(Check(name: "terminal", level: .problem, message: strings.noTerm, status: ExitStatus.badUsage))
    } else {
      let depth = ColourDepth.detect(environment: environment)
      let colours = depth == .none ? "0" : String(depth.rawValue)
      checks.append(Check(name: "terminal", level: .ok, message: "TERM=\(term), \(strings.doctorColours(colours))"))
    }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
    let isUTF8 = locale.lowercased().replacing("-", with: "").contains("utf8")
    checks.append(Check(name: "locale", level: isUTF8 ? .ok : .hint, message: isUTF8 ? locale : locale + ": " + strings.utf8Hint))
    return checks
  }
}

/// The database and who may read it.
enum DatabaseCheck {
  static func run(_ path: String, _ setting: Setting) -> [Check] {
    let strings = setting.strings
    guard FileManager.default.fileExists(atPath: path) else {
      return [Check(name: "database", level: .hint, message: path + ": " + strings.doctorNoDatabase)]
    }
    do {
      let store = try Store.open(path, access: .readOnly)
      let counters = try store.counters()
      let count = counters.everything.total
      let differences = try store.schemaDifferences()
      try store.close()
      var checks = [Check(name: "database", level: .ok, message: path + ": " + strings.doctorMessages(strings.number(count), count))]
      if !differences.isEmpty {
        let error = StoreError(path: store.path, reason: .schema(differences))
        checks.append(Check(name: "schema", level: .problem, message: strings.storeError(error), status: ExitStatus.database))
      }
      return checks + permissions(of: store.path, strings)
    } catch {
      return [Check(name: "database", level: .problem, message: strings.storeError(error), status: ExitStatus.database)]
    }
  }

  /// The database must be the user's alone, since it holds one-time codes, and so must the key: who has it can make the log anew.
  private static func permissions(of path: String, _ strings: Strings) -> [Check] {
    let wanted = [(path, 0o600), (KeyFile(besides: path).path, 0o600), (folder(of: path), 0o700)]
    return wanted.compactMap { path, mode in
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      guard let actual = attributes?[.posixPermissions] as? Int, actual & 0o077 != 0 else { return nil }
      let message = "\(path): \(String(actual, radix: 8)); chmod \(String(mode, radix: 8)) '\(path)'"
      return Check(
        name: "privacy", level: .problem, message: strings.doctorOthersCanRead + " " + message, status: ExitStatus.badUsage)
    }
  }
}

extension DatabaseCheck {
  private static func folder(of path: String) -> String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }
}

/// The user's own files: configuration, bank files, themes, policies.
enum FilesCheck {
  static func run(_ setting: Setting) -> [Check] {
    let strings = setting.strings
    var problems = setting.problems
    let themes = ThemeLibrary(userDirectory: setting.paths.themes)
    problems += themes.all().problems.map(strings.themeProblem)
    let (policies, mistakes) = PolicyBook.load(userDirectory: setting.paths.policies)
    problems += mistakes.map(strings.labStrings.policyProblem)
    if let name = setting.configuration.theme {
      do throws(ThemeProblem) {
        _ = try themes.theme(named: name)
      } catch {
        problems.append(setting.paths.configurationFile + ": " + strings.themeProblem(error))
      }
    }
    guard !problems.isEmpty else {
      let summary = strings.doctorFiles(setting.catalog.banks.count, themes.names.count, policies.policies.count)
      return [Check(name: "files", level: .ok, message: setting.paths.configuration + ": " + summary)]
    }
    return problems.map { Check(name: "files", level: .problem, message: $0, status: ExitStatus.badUsage) }
  }
}
