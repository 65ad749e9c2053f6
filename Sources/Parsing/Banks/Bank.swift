/// A bank as its bank file describes it: who it is and how its messages are recognised. The texts it sends are `Template`s.
public struct Bank: Hashable, Sendable {
  /// The name of its file and the word in queries, JSON and the database: `sberbank`.
  public var key: String
  /// The English name.
  public var name: String
  /// The Russian name; the English one where the file gives none.
  public var nameRu: String
  /// A name short enough for a list: `Sber`.
  public var shortName: String
  /// Further names people use, for queries and `--bank`.
  public var aliases: [String]
  /// SMS sender ids and numbers, as phones show them.
  public var senders: [String]
  /// Android package names of its apps.
  public var apps: [String]
  /// Its own hosts on the web; what stands below one of them is the bank's too.
  public var hosts: [String]
  /// The number to call when something is wrong; nil where the file gives none.
  public var phone: String?
  /// ISO 3166-1 code of the country, upper case; nil where the file gives none.
  public var country: String?
  /// ISO 4217 code of amounts that its texts write without a currency; nil where the file gives none.
  public var currency: String?
  /// ISO 639-1 codes of the languages of its texts.
  public var languages: [String]

  /// A bank by hand; a name that isn't given is `name`.
  public init(
    key: String, name: String, nameRu: String? = nil, shortName: String? = nil, aliases: [String] = [], senders: [String] = [],
    apps: [String] = [], hosts: [String] = [], phone: String? = nil, country: String? = nil, currency: String? = nil,
    languages: [String] = []
  ) {
    self.key = key
    self.name = name
    self.nameRu = nameRu ?? name
    self.shortName = shortName ?? name
    self.aliases = aliases
    self.senders = senders
    self.apps = apps
    self.hosts = hosts
    self.phone = phone
    self.country = country
    self.currency = currency
    self.languages = languages
  }
}
