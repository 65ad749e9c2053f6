/// What of a text must stay covered wherever it is shown.
public struct Secrets: Hashable, Sendable {
  /// The one-time code.
  public var code: String?
  /// What else: further codes, keys in links, and without a code a number that may be one.
  public var others: [String]

  public init(code: String? = nil, others: [String] = []) {
    self.code = code
    self.others = others
  }

  /// All of them, the code first.
  public var all: [String] { (code.map { [$0] } ?? []) + others }
  /// Whether nothing must stay covered.
  public var isEmpty: Bool { code == nil && others.isEmpty }
  /// Whether what is covered is covered on doubt.
  public var isDoubtful: Bool { code == nil && !others.isEmpty }
}
