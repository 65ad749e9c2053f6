/// How a backup that can't be read without its password is locked, as far as its first bytes tell.
public enum Encryption: String, CaseIterable, Sendable {
  /// The files in an archive.
  case archive
  /// `adb backup` with a password.
  case androidBackup = "android-backup"
  /// `openssl enc`.
  case openSSL = "openssl"
  /// OpenPGP, armoured.
  case pgp = "OpenPGP"
  case age
  /// Nothing but noise, which only encryption leaves.
  case noise
}

extension Encryption {
  /// What the first bytes say; nil when they say nothing of the kind.
  init?(_ head: Head) {
    let text = String(decoding: head.bytes.prefix(64), as: UTF8.self)
    if text.hasPrefix("Salted__") {
      self = .openSSL
    } else if text.hasPrefix("-----BEGIN PGP MESSAGE-----") {
      self = .pgp
    } else if text.hasPrefix("age-encryption.org/") || text.hasPrefix("-----BEGIN AGE ENCRYPTED FILE-----") {
      self = .age
    } else if text.hasPrefix("ANDROID BACKUP\n"), !text.split(separator: "\n").dropFirst(3).starts(with: ["none"]) {
      // The fourth line names the cipher.
      self = .androidBackup
    } else {
      return nil
    }
  }

  /// Whether bytes that carry no signature are as even as random ones: each value as often as any other, within six standard deviations of
  /// what chance gives (chi-squared with 255 degrees of freedom has the mean 255 and the variance 510). Texts lie thousands above that.
  static func isNoise(_ head: Head) -> Bool {
    guard head.bytes.count >= 2048 else { return false }
    var counts = [Int](repeating: 0, count: 256)
    for byte in head.bytes { counts[Int(byte)] += 1 }
    let expected = Double(head.bytes.count) / 256
    let chiSquared = counts.reduce(0.0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    return (chiSquared - 255).magnitude < 6 * 510.0.squareRoot()
  }
}
