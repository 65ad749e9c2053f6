/// The themes that come with the program, as they stand in `Themes/*.toml`.
public enum BuiltInThemes {
  /// File name without its ending, and the TOML text, ordered by name.
  public static var files: [(name: String, toml: String)] {
    Embedded.files.map { (String($0.path.dropLast(".toml".count)), $0.contents) }
  }
}
