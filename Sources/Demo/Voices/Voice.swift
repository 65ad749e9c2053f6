import Model

/// How one sender speaks: its names on each channel and its lines for the occasions it has something to say on.
///
/// The lines follow the manner of the banks (what stands where, which words, which way of writing an amount), year by year;
/// the wording, people, shops and sums are invented.
struct Voice: Sendable {
  /// The sender of its SMS, with the year from which it bears that name.
  let smsSenders: [(from: Int, name: String)]
  /// The package of its app, which is the sender of its pushes.
  let app: String
  /// The year from which Anna gets pushes from it: she has the app, and chose them where she is asked.
  let pushesFrom: Int
  let lines: [Line]

  struct Line: Sendable {
    let occasion: Occasion
    let channel: Channel
    let title: Phrase?
    let text: Phrase
    /// The years in which the bank writes so.
    let years: ClosedRange<Int>
    /// Another sender than the voice's own.
    let sender: String?
  }

  init(sms: [(from: Int, name: String)], app: String, pushesFrom: Int = 2_000, _ lines: [Line]) {
    smsSenders = sms
    self.app = app
    self.pushesFrom = pushesFrom
    self.lines = lines
  }

  func sender(_ channel: Channel, year: Int) -> String {
    guard channel == .sms else { return app }
    return smsSenders.last { $0.from <= year }?.name ?? smsSenders.first?.name ?? app
  }
}

extension Voice.Line {
  static let always = 1970...2248

  static func sms(_ occasion: Occasion, _ text: String, _ years: ClosedRange<Int> = always, from sender: String? = nil) -> Voice.Line {
    Voice.Line(occasion: occasion, channel: .sms, title: nil, text: Phrase(text), years: years, sender: sender)
  }

  static func push(
    _ occasion: Occasion, _ title: String, _ text: String, _ years: ClosedRange<Int> = always, from sender: String? = nil
  ) -> Voice.Line {
    Voice.Line(occasion: occasion, channel: .push, title: Phrase(title), text: Phrase(text), years: years, sender: sender)
  }
}
