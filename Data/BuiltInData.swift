/// The data files that come with the program, as they stand below `Data/`.
public enum BuiltInData {
  /// The bank files, `Data/Banks/*.toml`: path below `Data/`, and the TOML text, ordered by path.
  public static var banks: [(path: String, toml: String)] {
    files(in: "Banks")
  }

  /// The policies, `Data/Policies/*.toml`, in the same way.
  public static var policies: [(path: String, toml: String)] {
    files(in: "Policies")
  }

  /// The words of bank texts, `Data/Words/*.toml`, a file a language, in the same way.
  public static var words: [(path: String, toml: String)] {
    files(in: "Words")
  }

  private static func files(in folder: String) -> [(path: String, toml: String)] {
    Embedded.files.filter { $0.path.hasPrefix(folder + "/") }.map { ($0.path, $0.contents) }
  }
}
