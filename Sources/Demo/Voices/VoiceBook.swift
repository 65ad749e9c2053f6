import Model

/// Which lines each sender has for each occasion in one year. Asked once a message, so it is a table; the year turns ten times.
struct VoiceBook: Sendable {
  /// In the order of `DemoBank`, and then the others.
  static let voices: [Voice] = [.sberbank, .tbank, .vtb, .alfabank, .raiffeisen, .gazprombank, .emirates, .others]
  static let others = voices.count - 1

  private(set) var year = Int.min
  private var table: [[Voice.Line]] = []
  private var senders: [String] = []

  mutating func turn(to year: Int) {
    guard year != self.year else { return }
    self.year = year
    table = Array(repeating: [], count: Self.voices.count * Occasion.allCases.count * 2)
    senders = []
    for (index, voice) in Self.voices.enumerated() {
      senders.append(voice.sender(.push, year: year))
      senders.append(voice.sender(.sms, year: year))
      for line in voice.lines where line.years.contains(year) && (line.channel == .sms || year >= voice.pushesFrom) {
        table[Self.place(index, line.occasion, line.channel)].append(line)
      }
    }
  }

  func lines(_ voice: Int, _ occasion: Occasion, _ channel: Channel) -> [Voice.Line] {
    table[Self.place(voice, occasion, channel)]
  }

  func speaks(_ voice: Int, of occasion: Occasion) -> Bool {
    !lines(voice, occasion, .sms).isEmpty || !lines(voice, occasion, .push).isEmpty
  }

  func sender(_ voice: Int, _ channel: Channel) -> String {
    senders[voice * 2 + (channel == .sms ? 1 : 0)]
  }

  private static func place(_ voice: Int, _ occasion: Occasion, _ channel: Channel) -> Int {
    (voice * Occasion.allCases.count + Int(occasion.rawValue)) * 2 + (channel == .sms ? 1 : 0)
  }
}
