import Foundation
import Parsing
import Screen
import Storage

extension Strings {
  /// What happened to the database, where, and what to do.
  @Sendable static func errorInEnglish(_ error: StoreError) -> String {
    let path = error.path
    switch error.reason {
    case .notFound: return "\(path): there is no such database. Check the path, or import a file to make one."
    case .cannotBeMade(let errno):
      let reason = errno == ENOTDIR ? "a part of the path is no directory" : "the system takes no new file"
      return "\(path): no database can be made there: \(reason) (\(systemMessage(errno))). Name another place with --database."
    case .notAFile: return "\(path): this is no file. Name a database file with --database."
    case .notADatabase: return "\(path): this isn't an SQLite database; it was left as it is. Name another file with --database."
    case .notOurs(let id):
      return "\(path): a database of another program (application id \(id)); it was left as it is. Name another file with --database."
    case .newer(let version, let known):
      return "\(path): written by a newer Kolokol (version \(version), this one knows \(known)). Update the program."
    case .outdated(let version, let known):
      return "\(path): written by an older Kolokol (version \(version), now \(known)). Open it once where it can be written."
    case .damaged(let detail):
      return "\(path): the database is damaged (\(detail)). Copy it away, then restore a backup, or import the files again into a new one."
    case .readOnly: return "\(path): can only be read. Check the permissions of the file and of its directory."
    case .permission: return "\(path): access denied. Check the permissions of the file and of its directory."
    case .locked(let pid):
      return "\(path): another process\(pid.map { " (\($0))" } ?? "") is writing. Try again when it has finished."
    case .diskFull: return "\(path): no room on the disk. Nothing was lost; make room and try again."
    case .tooManyFiles: return "\(path): too many files are open. Close other programs, or raise the limit: ulimit -n."
    case .unreadable(let errno):
      return "\(path): the system can't read or write there: \(systemMessage(errno)). Check the disk; nothing was changed."
    case .noTemporaryDirectory(let errno):
      return "\(path): no temporary directory can be made there: \(systemMessage(errno)). Set TMPDIR to a directory that you can write to."
    case .unfinished: return "\(path): there is no database in it yet: it is being made, or its making was cut off. Import a file into it."
    case .interrupted: return "\(path): given up."
    case .key(let failure): return LedgerStrings.english.key(failure)
    case .ledger(let fault): return LedgerStrings.english.fault(fault)
    case .foreignKey(let path): return LedgerStrings.english.keyForeign(path)
    case .schema(let differences):
      return "\(path): " + differences.map(LedgerStrings.schemaInEnglish).joined(separator: "; ")
        + ". It may keep messages and alerts out, so nothing was written." + LedgerStrings.dropInEnglish(differences, path)
    case .closed: return "\(path): the database was closed."
    case .other(let message): return "\(path): \(message)"
    }
  }

  /// What is wrong with a filter; the place is shown by a marker.
  @Sendable static func filterErrorInEnglish(_ error: FilterError) -> String {
    switch error.reason {
    case .unknownKey(let key, let suggestions): return "no key “\(key)”" + didYouMean(suggestions)
    case .unknownValue(let key, let value, let suggestions): return "\(key) knows no “\(value)”" + didYouMean(suggestions)
    case .missingValue(let key): return "\(key) needs a value"
    case .comparison(let key, let sign): return "\(key) takes no “\(sign)”"
    case .noWord(let text): return "“\(text)” holds no letter or digit"
    case .notANumber(let text): return "“\(text)” is no number"
    case .notACard(let text): return "“\(text)” isn't 2 to 6 digits of a card"
    case .notADate(let text): return "“\(text)” is no date: 2026, 2026-01, 2026-01-31, today, yesterday, 7d"
    case .emptyRange(let text): return "“\(text)” ends before it begins"
    case .unclosedQuote: return "the quote isn't closed"
    case .unclosedParenthesis: return "the parenthesis isn't closed"
    case .unexpectedParenthesis: return "no parenthesis is open here"
    case .missingOperand(let word): return "something is missing beside “\(word)”"
    case .tooDeep(let limit): return "nested deeper than \(limit)"
    case .tooLong(let limit): return "more than \(limit) terms"
    case .longLine(let limit): return "longer than \(limit) characters"
    }
  }

  private static func didYouMean(_ suggestions: [String]) -> String {
    suggestions.isEmpty ? "" : "; did you mean " + suggestions.prefix(3).joined(separator: ", ") + "?"
  }

  /// What a completion stands for, where it doesn't say so itself.
  @Sendable static func completionInEnglish(_ completion: Completion) -> String {
    guard case .key(let key) = completion.meaning else { return "" }
    return switch key {
    case "is": "read, unread, pinned…"
    case "amount": "> < = a..b"
    case "since", "until", "on": "a date"
    default: ""
    }
  }
}

extension Strings {
  /// What is wrong with a theme, where, and what was expected.
  @Sendable static func themeProblemInEnglish(_ problem: ThemeProblem) -> String {
    let place = place(problem.file, problem.line, problem.column)
    switch problem.reason {
    case .unreadable(let reason): return place + "can't be read: " + reason
    case .notTOML(let reason): return place + tomlReasonInEnglish(reason)
    case .unknownKey(let key, let known): return place + "no key “\(key)” in themes; known: " + known.joined(separator: ", ")
    case .unknownTheme(let known): return "no theme “\(problem.file)”; there are: " + known.joined(separator: ", ")
    case .wrongValue(let key, let expected):
      let what =
        switch expected {
        case .table: "a table"
        case .colour: "a name from the palette, or “#rrggbb”"
        case .rgb: "“#rrggbb” or “default”"
        case .index: "a number from 0 to 255"
        case .colourName(let names): "one of " + names.joined(separator: ", ")
        case .attributes(let names): "a list of " + names.joined(separator: ", ")
        case .text: "a text in quotes"
        }
      return place + "\(key): expected " + what
    }
  }

  /// What is wrong in a bank file or a word file, where, and what was expected.
  @Sendable static func dataFileProblemInEnglish(_ problem: DataFileProblem) -> String {
    let place = place(problem.file, problem.line, problem.column)
    switch problem.reason {
    case .unreadable(let errno): return place + "can't be read: " + systemMessage(errno)
    case .notTOML(let reason): return place + tomlReasonInEnglish(reason)
    case .unexpected(let key, let expected): return place + "\(key): expected " + expected
    case .missing(let key): return place + "“\(key)” is missing"
    case .unknownKey(let key, let allowed): return place + "no key “\(key)” here; allowed: " + allowed.joined(separator: ", ")
    case .template(let template):
      switch template {
      case .unknownPlaceholder(let name, let allowed):
        return place + "no placeholder “{\(name)}”; allowed: " + allowed.joined(separator: ", ")
      case .unbalanced(let character): return place + "“\(character)” stands without its counterpart"
      case .ambiguous(let first, let second):
        return place + "nothing between {\(first)} and {\(second)} tells where one ends; put a word between them"
      case .noLiteral: return place + "the template has no word of its own and would match anything"
      case .tooManyAlternatives(let limit): return place + "more than \(limit) alternatives"
      case .tooDeep(let limit): return place + "brackets nested deeper than \(limit)"
      case .tooLong(let limit): return place + "longer than \(limit) characters"
      }
    case .word(let word):
      switch word {
      case .lost(let character, let word):
        return place + "“\(word)”: texts are cut at “\(character)”, so it would never be found; write a word of letters alone"
      case .twice(let word, let other, let key, let file):
        return place + "“\(word)” stands already: “\(other)” under “\(key)” in \(file); take one of them out"
      case .stemLength(let word, let shortest, let longest):
        return place + "“\(word)”: a stem has \(shortest) to \(longest) letters"
      case .stemInClass(let word): return place + "“\(word)”: a class has whole words; write each form of the word"
      }
    }
  }
}
