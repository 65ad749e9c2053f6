import Model

extension Movement {
  /// What moved the money that a text tells of; nil where it says neither.
  ///
  /// - Parameters:
  ///   - title: a push's title, read as the text's first line.
  ///   - text: the text; its first 16 KB are read.
  public init?(title: String?, text: String) {
    var whole = (title.map { $0 + "\n" } ?? "") + text
    let found = whole.withUTF8 { bytes -> Movement? in
      var pieces = Pieces()
      return Movements.find(in: Message(bytes: bytes, lexemes: pieces.cut(bytes), defaultCurrency: 0))
    }
    guard let found else { return nil }
    self = found
  }
}

/// Loans and transfers, by the words for them.
enum Movements {
  static func find(in message: Message) -> Movement? {
    for index in 0..<message.count {
      if message.isWord(at: index, among: loan) { return .loan }
      // "Выдан кредит", "кредит зачислен".
      if message.isWord(at: index, among: paidOut), isLent(index - 1, in: message) || isLent(index + 1, in: message) { return .loan }
    }
    let isTransfer =
      message.has(.transfer) || (0..<message.count).contains { message.isWord(at: $0, among: sent) }
    return isTransfer ? .transfer : nil
  }

  private static func isLent(_ index: Int, in message: Message) -> Bool { message.isWord(at: index, among: lent) }

  private static let loan = WordSet(.loanByItself)
  private static let lent = WordSet(.lent)
  private static let paidOut = WordSet(.loanPaidOut)
  private static let sent = WordSet(.transferByAnotherName)
}
