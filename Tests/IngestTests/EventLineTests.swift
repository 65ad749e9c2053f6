import Model
import Testing

@testable import Ingest

@Suite("Events as lines")
struct EventLineTests {
  private static let time = Timestamp(milliseconds: 1_772_362_931_007)

  private func read(_ line: String, unknown: (String) -> Void = { _ in }) throws -> SecurityEvent {
    var repair = TextRepair()
    return try Array(line.utf8).withUnsafeBufferPointer { try EventLine.read($0, repair: &repair, unknown: unknown) }
  }

  private func reason(_ line: String) -> Refusal.Reason? {
    do {
      _ = try read(line)
      return nil
    } catch {
      return (error as? EventLine.Problem)?.reason
    }
  }

  /// An event of the kind with every field there is.
  private static func full(_ kind: EventKind, source: SecurityEvent.Source) -> SecurityEvent {
    var event = SecurityEvent(
      id: "e1 \"quoted\" ё", time: time, kind: kind, account: "anna", bank: "sberbank",
      device: LinkedDevice(id: "d2", name: "Xiaomi 12", platform: "android"), source: source)
    event.endpoint = "+79000000012"
    event.by = "d2"
    event.confirmedBy = "d1"
    event.confirmedOn = "d2"
    event.codeAgeSeconds = 75
    event.place = "Kazan"
    event.scope = "code"
    event.from = "sms"
    event.to = "push"
    event.channel = .push
    event.operation = "loan"
    event.about = "e0"
    event.amount = Money(minorUnits: 17_850_000, currency: .rub)
    event.direction = .outgoing
    event.payee = "Руслан Г."
    event.own = false
    event.balanceMinor = -12
    event.sentAt = time.advanced(by: -1_000)
    event.sender = "900"
    event.senderIsKnown = true
    event.hosts = ["sberbank.ru", "xn--80ak6aa92e.com"]
    event.codeHost = "sberbank.ru"
    return event
  }

  @Test("an event of each kind comes back as it went out", arguments: EventKind.allCases)
  func roundTrip(_ kind: EventKind) throws {
    for source in [.file, .simulator, .user, .message(NotificationID(rawValue: 77))] as [SecurityEvent.Source] {
      let event = Self.full(kind, source: source)
      #expect(try read(event.json.line) == event)
    }
    let bare = SecurityEvent(id: "e1", time: Self.time, kind: kind, device: LinkedDevice(id: "d2"))
    var needed = bare
    if kind.requiredField == "to" { needed.to = "push" }
    #expect(try read(needed.json.line) == needed)
  }

  @Test("the device's object, a bare id and keys nobody knows are read")
  func devices() throws {
    var unknown: [String] = []
    let event = try read(
      #"{"type":"event","id":"e1","time":1772362931000,"kind":"login","device":{"id":"d2","imei":"1","name":null},"x":[1]}"#,
      unknown: { unknown.append($0) })
    #expect(event.device == LinkedDevice(id: "d2"))
    #expect(event.account == "main")
    #expect(unknown == ["device.imei", "x"])
    #expect(try read(#"{"kind":"login","time":1,"device":"d3"}"#).device == LinkedDevice(id: "d3"))
    #expect(
      try read(#"{"kind":"login","time":1,"device":{"name":"Xiaomi 12"}}"#).device == LinkedDevice(id: "Xiaomi 12", name: "Xiaomi 12"))
  }

  @Test("an event without an id gets the same one each time")
  func madeID() throws {
    let line = #"{"kind":"device_bound","time":5,"device":"d2"}"#
    #expect(try read(line).id == "device_bound-5-d2")
    #expect(try read(line) == read(line))
  }

  @Test("an amount that went out may be written below zero, and roubles go without saying")
  func amounts() throws {
    let event = try read(#"{"kind":"transfer","time":5,"amount_minor":-100}"#)
    #expect(event.amount == Money(minorUnits: 100, currency: .rub))
    #expect(event.direction == .outgoing)
  }

  @Test("what makes a line no event is said")
  func refusals() {
    #expect(
      reason(#"{"time":1,"kind":"device_eaten"}"#)
        == .unknownWord(field: "kind", found: "device_eaten", known: EventKind.allCases.map(\.name)))
    #expect(reason(#"{"time":1}"#) == .missing(field: "kind"))
    #expect(reason(#"{"kind":"login"}"#) == .noTime)
    #expect(reason(#"{"kind":"device_bound","time":1}"#) == .missing(field: "device"))
    #expect(reason(#"{"kind":"channel_changed","time":1}"#) == .missing(field: "to"))
    #expect(reason(#"{"kind":"login","time":"2026-03-01T14:02:11"}"#) == .timeWithoutZone("2026-03-01T14:02:11"))
    #expect(reason(#"{"kind":"transfer","time":1,"amount_minor":"ten"}"#) == .wrongKind(field: "amount_minor"))
    #expect(reason(#"{"kind":"transfer","time":1,"amount_minor":1.5}"#) == .wrongKind(field: "amount_minor"))
    #expect(reason(#"{"kind":"transfer","time":1,"own":1}"#) == .wrongKind(field: "own"))
    #expect(reason(#"{"kind":"login","time":1,"place":{}}"#) == .wrongKind(field: "place"))
  }
}
