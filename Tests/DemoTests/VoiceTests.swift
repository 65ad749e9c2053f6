import Model
import Parsing
import Testing

@testable import Demo

@Suite("The banks' voices")
struct VoiceTests {
  let catalog = BankCatalog.load(userDirectory: nil).catalog

  @Test("every bank is in the catalogue under its key and all its senders, in every year")
  func senders() {
    for bank in DemoBank.allCases {
      #expect(catalog.bank(key: bank.key) != nil)
      let voice = VoiceBook.voices[bank.rawValue]
      for year in 2006...2036 {
        for channel in [Channel.sms, .push] {
          let sender = voice.sender(channel, year: year)
          #expect(catalog.bank(sender: sender)?.key == bank.key, "\(sender)")
        }
      }
      #expect(voice.lines.allSatisfy { $0.sender == nil })
    }
  }

  @Test("nobody else writes under a bank's name")
  func others() {
    let senders = VoiceBook.voices[VoiceBook.others].lines.compactMap(\.sender)
    #expect(senders.count == VoiceBook.voices[VoiceBook.others].lines.count)
    #expect(senders.allSatisfy { catalog.bank(sender: $0) == nil })
  }

  @Test("every blank is filled in and no text is empty")
  func blanks() {
    for notification in DemoHistory(messages: 8_000, now: DemoHistoryTests.now) {
      for delivery in notification.deliveries {
        #expect(!delivery.text.isEmpty)
        #expect(!delivery.text.utf8.contains(123) && !(delivery.title ?? "").utf8.contains(123), "\(delivery.text)")
      }
    }
  }

  @Test("a phrase keeps a name it doesn't know as it stands")
  func unknownBlank() {
    var writer = TextWriter()
    var details = Details(date: CivilDate(2026, 3, 1))
    details.amount = 123_456_789
    details.balance = 500
    let phrase = Phrase("{amount.spaced}|{amount.comma}|{amount.plain}|{amount.english}|{balance.full}|{balance}|{nothing}|{amount.odd}|{")
    #expect(
      writer.fill(phrase, with: details)
        == "1\u{A0}234\u{A0}567,89|1\u{A0}234\u{A0}567,89|1234567.89|1,234,567.89|5.00|5|{nothing}|{amount.odd}|{")
  }

  @Test("times and dates are Moscow's")
  func moments() {
    var writer = TextWriter()
    var details = Details(date: CivilDate(inMoscow: DemoHistoryTests.now))
    details.setClock(DemoHistoryTests.now.milliseconds)
    details.due = details.date.adding(days: 31)
    let phrase = Phrase("{time} {seconds} {date} {dateShort} {dateFull} {isoDate} {due}")
    #expect(writer.fill(phrase, with: details) == "14:10 14:10:30 01.03.26 01.03 01.03.2026 2026-03-01 01.04.2026")
  }
}
