import Model
import Testing

@Suite("Findings and rules")
struct FindingTests {
  private func id(_ rule: Int, _ account: String, _ device: String?, _ anchor: String) -> FindingID {
    FindingID(rule: RuleID(rule), account: account, device: device, anchor: anchor)
  }

  @Test("a finding's id depends on rule, account, device and anchor alone")
  func identity() {
    #expect(id(4, "main", "d2", "e1").text == "R04-14be6952d5836c2a")
    let ids = [
      id(4, "main", "d2", "e1"), id(5, "main", "d2", "e1"), id(4, "anna", "d2", "e1"), id(4, "main", "d3", "e1"),
      id(4, "main", "d2", "e2"), id(4, "main", nil, "d2e1"), id(4, "maind2", nil, "e1"),
    ]
    #expect(Set(ids).count == ids.count)
    let one = Finding(rule: RuleID(4), severity: .high, account: "a", anchor: "e", time: Timestamp(milliseconds: 1), evidence: ["e"])
    let other = Finding(
      rule: RuleID(4), severity: .critical, account: "a", bank: "vtb", anchor: "e", time: Timestamp(milliseconds: 9), evidence: [],
      state: .resolved)
    #expect(one.id == other.id)
  }

  @Test("a finding is one line of JSON")
  func json() {
    let finding = Finding(
      rule: RuleID(4), severity: .critical, account: "main", bank: "sberbank", device: LinkedDevice(id: "d2", name: "Xiaomi 12"),
      anchor: "e1", time: Timestamp(milliseconds: 1_772_362_931_000), evidence: ["e1", "e4"])
    #expect(
      finding.json(title: "Takeover chain", advice: "Call 900.").line == """
        {"type":"finding","id":"\(finding.id)","rule":"R04","severity":"critical","account":"main","bank":"sberbank","device":"d2",\
        "device_name":"Xiaomi 12","time":"2026-03-01T11:02:11Z","anchor":"e1","evidence":["e1","e4"],"title":"Takeover chain",\
        "advice":"Call 900.","state":"new"}
        """)
  }

  @Test("rules are named with and without their letter")
  func ruleNames() {
    #expect(RuleID(name: "R04") == RuleID(4))
    #expect(RuleID(name: "r4") == RuleID(4))
    #expect(RuleID(name: "27") == RuleID(27))
    #expect(RuleID(name: "R") == nil)
    #expect(RuleID(name: "R-4") == nil)
    #expect(RuleID(name: "R0") == nil)
    #expect(RuleID(4).description == "R04")
    #expect(RuleID(27).description == "R27")
  }

  @Test("words of severities, states and resolutions lead back to them")
  func words() {
    #expect(Severity.allCases.allSatisfy { Severity(name: $0.name) == $0 })
    #expect(FindingState.allCases.allSatisfy { FindingState(name: $0.name) == $0 })
    #expect(Resolution.allCases.allSatisfy { Resolution(name: $0.name) == $0 })
    #expect(Severity.low < .critical)
  }

  @Test("events of one moment have one order")
  func order() {
    let time = Timestamp(milliseconds: 5)
    let bound = SecurityEvent(id: "z", time: time, kind: .deviceBound)
    let transfer = SecurityEvent(id: "a", time: time, kind: .transfer)
    let later = SecurityEvent(id: "a", time: time.advanced(by: 1), kind: .deviceBound)
    let other = SecurityEvent(id: "b", time: time, kind: .transfer)
    #expect([other, later, transfer, bound].sorted(by: SecurityEvent.inOrder).map(\.id) == ["z", "a", "b", "a"])
    #expect(!SecurityEvent.inOrder(bound, bound))
  }

  @Test("moments are written for machines")
  func machineTimes() {
    #expect(Timestamp(milliseconds: 0).rfc3339 == "1970-01-01T00:00:00Z")
    #expect(Timestamp(milliseconds: -1).rfc3339 == "1969-12-31T23:59:59.999Z")
    #expect(Timestamp(milliseconds: 951_827_696_040).rfc3339 == "2000-02-29T12:34:56.040Z")
    // Years that no bank has seen, but a file may hold.
    #expect(Timestamp(milliseconds: 253_402_300_800_000).rfc3339 == "10000-01-01T00:00:00Z")
    #expect(Timestamp(milliseconds: -62_198_755_200_000).rfc3339 == "-001-01-01T00:00:00Z")
  }
}
