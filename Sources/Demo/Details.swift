import Model

/// What fills the blanks of a phrase. Indices point into `Vocabulary` and `Wallet`.
struct Details: Sendable {
  var date: CivilDate
  var hour = 0
  var minute = 0
  var second = 0
  var card = 0
  /// Kopecks, never negative: the phrase says which way the money went.
  var amount: Int64 = 0
  /// Kopecks left on the card after the operation.
  var balance: Int64 = 0
  /// A second sum: a minimum payment, a limit, a fee.
  var extra: Int64 = 0
  /// The sum in `currency` where the shop is abroad.
  var shown: Int64 = 0
  var currency = 0
  var shop = 0
  var person = 0
  var device = 0
  var place = 0
  var bank = 0
  var code = 0
  var codeLength = 5
  var due: CivilDate
  var reference = 0

  init(date: CivilDate) {
    self.date = date
    due = date
  }

  /// Sets the clock from a UTC time in ms that lies in `date`.
  mutating func setClock(_ time: Int64) {
    let seconds = min(max(0, Int((time - date.start) / 1_000)), 86_399)
    hour = seconds / 3_600
    minute = seconds / 60 % 60
    second = seconds % 60
  }
}
