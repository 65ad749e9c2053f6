import CNcurses
import Foundation

/// The character set of the terminal, as the environment names it.
enum TerminalLocale {
  /// Takes over the user's character set; true when it is UTF-8.
  ///
  /// A locale that is named but not installed would mean ASCII; where its name says UTF-8 the terminal speaks UTF-8 nonetheless, so
  /// another locale stands in.
  static func adopt(environment: [String: String]) -> Bool {
    if setlocale(LC_CTYPE, "") == nil, namesUTF8(environment), setlocale(LC_CTYPE, "C.UTF-8") == nil {
      setlocale(LC_CTYPE, "en_US.UTF-8")
    }
    return nl_langinfo(nl_item(CODESET)).map { String(cString: $0) == "UTF-8" } ?? false
  }

  /// The first of LC_ALL, LC_CTYPE and LANG that is set decides (POSIX, 8.2).
  static func namesUTF8(_ environment: [String: String]) -> Bool {
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let set = name.lowercased().replacing("-", with: "")
    return set.hasSuffix(".utf8") || set.contains(".utf8@")
  }
}
