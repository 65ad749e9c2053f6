import Model

/// What is known of a bank's own senders and hosts.
public struct BankIdentity: Hashable, Sendable {
  public var key: String
  /// Registered SMS senders and names.
  public var senders: [String]
  /// Its hosts; what stands below one of them is the bank's too.
  public var hosts: [String]

  public init(key: String, senders: [String], hosts: [String]) {
    self.key = key
    self.senders = senders
    self.hosts = hosts
  }
}

/// Tells messages that pretend to be a bank's, by how their names look.
struct Impostors: Sendable {
  private let genuine: Set<String>
  private let senders: [String: Set<String>]
  private let hosts: [String: Set<String>]
  private let hostsByBank: [String: [String]]

  init(banks: [BankIdentity], genuine: Set<String>) {
    self.genuine = Set(genuine.map { $0.lowercased() })
    var senders: [String: Set<String>] = [:]
    var hosts: [String: Set<String>] = [:]
    for bank in banks {
      for sender in bank.senders where sender.contains(where: \.isLetter) {
        senders[Skeleton.of(sender), default: []].insert(sender.lowercased())
      }
      for host in bank.hosts { hosts[Skeleton.of(host), default: []].insert(host.lowercased()) }
    }
    self.senders = senders
    self.hosts = hosts
    hostsByBank = Dictionary(banks.map { ($0.key, $0.hosts.map { $0.lowercased() }) }) { first, _ in first }
  }

  /// Whether the message isn't the bank's and looks as if it were.
  func pretends(_ event: SecurityEvent) -> Bool {
    if let sender = event.sender, event.senderIsKnown == false, isImitation(sender.lowercased(), of: senders) { return true }
    if event.hosts.contains(where: { isHostImitation($0.lowercased()) }) { return true }
    if let host = event.codeHost?.lowercased(), let bank = event.bank, let own = hostsByBank[bank], !own.isEmpty {
      return !genuine.contains(host) && !own.contains { Self.isBelow(host, $0) }
    }
    return false
  }

  private func isHostImitation(_ host: String) -> Bool {
    // The host and each of its parents: `sbеrbank.ru` may stand below something else's name.
    var name = host[...]
    while true {
      if isImitation(String(name), of: hosts) { return true }
      guard let dot = name.firstIndex(of: ".") else { return false }
      name = name[name.index(after: dot)...]
    }
  }

  private func isImitation(_ name: String, of known: [String: Set<String>]) -> Bool {
    guard !genuine.contains(name), let originals = known[Skeleton.of(name)] else { return false }
    return !originals.contains(name)
  }

  private static func isBelow(_ host: String, _ parent: String) -> Bool {
    host == parent || host.hasSuffix("." + parent)
  }
}

/// What a name looks like: characters that are easily taken for one another become one, after Unicode UTS 39.
///
/// Only what can stand for Latin letters in hosts and sender names is mapped, from its table of confusables.
enum Skeleton {
  static func of(_ name: String) -> String {
    var skeleton = ""
    for character in name.lowercased().unicodeScalars {
      if let like = alike[character] { skeleton += like } else { skeleton.unicodeScalars.append(character) }
    }
    return skeleton.replacing("rn", with: "m").replacing("vv", with: "w")
  }

  private static let alike: [Unicode.Scalar: String] = {
    let pairs = [
      "аa", "вb", "еe", "ёe", "кk", "мm", "нh", "оo", "рp", "сc", "тt", "уy", "хx", "іi", "јj", "ѕs", "ԁd", "ӏl", "һh", "ԛq", "ԝw", "ьb",
      "αa", "εe", "ιi", "κk", "νv", "οo", "ρp", "τt", "υu", "χx", "ɑa", "ɡg", "ı" + "i", "0o", "1l", "íi", "ìi", "ïi", "áa", "àa", "äa",
      "ée", "èe", "ëe", "óo", "òo", "öo", "úu", "ùu", "üu", "ñn", "çc", "ḅb", "ḥh", "ṣs", "ṭt", "ạa", "ẹe", "ọo", "ụu", "ịi",
    ]
    var table: [Unicode.Scalar: String] = [:]
    for pair in pairs {
      let scalars = Array(pair.unicodeScalars)
      if scalars.count == 2 { table[scalars[0]] = String(scalars[1]) }
    }
    // i, l and 1 look alike in many fonts.
    table["i"] = "l"
    for (key, value) in table where value == "i" { table[key] = "l" }
    return table
  }()
}
