/// The program's version, as `--version` and `doctor` tell it.
enum Version {
  static let text = "0.1.0"
}
