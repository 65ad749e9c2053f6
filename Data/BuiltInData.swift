/// The data files that come with the program, as they stand below `Data/`.
public enum BuiltInData {
  /// The bank files, `Data/Banks/*.toml`: path below `Data/`, and the TOML text, ordered by path.
  public static var banks: [(path: String, toml: String)] {
    Embedded.files.filter { $0.path.hasPrefix("Banks/") }.map { ($0.path, $0.contents) }
  }
}
