/// The languages of the interface.
public enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case russian = "ru"

  /// The language that the environment asks for: `LANGUAGE`, `LC_ALL`, `LC_MESSAGES`, `LANG`, in that order; English for everything that isn't Russian.
  public init(environment: [String: String]) {
    for name in ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment[name], !value.isEmpty else { continue }
      self = value.lowercased().hasPrefix("ru") ? .russian : .english
      return
    }
    self = .english
  }

  /// The interface's texts in this language.
  public var strings: Strings {
    switch self {
    case .english: .english
    case .russian: .russian
    }
  }
}
