import Foundation
import Model
import Testing

@testable import Delivery

@Suite("Policies")
struct PolicyTests {
  @Test("there is one built-in policy for each row of the facts, what they compare with, and our own")
  func builtIn() {
    let (book, problems) = PolicyBook.load(userDirectory: nil)
    #expect(problems.isEmpty)
    #expect(book.policies.map(\.id) == Self.ids)
  }

  @Test("a policy that is written and read is the same, whatever its texts hold")
  func written() {
    for policy in PolicyBook.load(userDirectory: nil).book.policies {
      let (read, problems) = PolicyReader.read(policy.toml, path: "written.toml")
      #expect(problems.isEmpty)
      #expect(read == policy)
    }
    var odd = PolicyBook.load(userDirectory: nil).book.policies[0]
    odd.name = "a \"b\" \\ c\u{1}\n# ё"
    odd.remark = nil
    odd.remarkRu = nil
    odd.initialByCategory = [.code: .sms, .marketing: .push]
    #expect(PolicyReader.read(odd.toml, path: "odd.toml").policy == odd)
  }

  @Test("T-Bank's policy is another one since 4 August 2021, and pushes are kept from that day on")
  func dated() throws {
    let (book, _) = PolicyBook.load(userDirectory: nil)
    let before = try #require(book.policy(bank: "tbank", on: CivilDate(year: 2021, month: 8, day: 3)))
    let after = try #require(book.policy(bank: "tbank", on: CivilDate(year: 2021, month: 8, day: 4)))
    #expect(before.keepsPushes == .untilNextAction)
    #expect(after.keepsPushes == .always)
    #expect(book.policy(bank: "nobody", on: CivilDate(year: 2021, month: 8, day: 4)) == nil)
  }

  @Test(
    "each bank of the facts has a policy today",
    arguments: ["sberbank", "tbank", "vtb", "alfabank", "raiffeisen", "vostochny", "homecredit", "mkb"])
  func banks(bank: String) {
    #expect(PolicyBook.load(userDirectory: nil).book.policy(bank: bank, on: CivilDate(year: 2026, month: 3, day: 1)) != nil)
  }

  @Test("a user's policy of the same id, or for the same bank, wins")
  func userWins() throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "kolokol-policies-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    try Self.minimal.replacing("mine", with: "vtb").write(to: directory.appending(path: "vtb.toml"), atomically: true, encoding: .utf8)
    try Self.minimal.replacing("banks = []", with: "banks = [\"tbank\"]")
      .write(to: directory.appending(path: "mine.toml"), atomically: true, encoding: .utf8)
    let (book, problems) = PolicyBook.load(userDirectory: directory.path)
    #expect(problems.isEmpty)
    #expect(book.policy(id: "vtb")?.name == "Mine")
    #expect(book.policy(bank: "tbank", on: CivilDate(year: 2026, month: 3, day: 1))?.id == "mine")
    #expect(book.policies.count == 12)
  }

  @Test(
    "a mistake is told with file, line, column and what was expected",
    arguments: [
      ("decides = \"client\"", "decides = \"nobody\"", 4, 1, "decides: one of client, bank, sender"),
      ("confirm = \"code\"\nannounce = \"old\"", "confirm = \"code\"\nanounce = \"old\"", 18, 1, "unknown anounce"),
      ("valid_s = 600", "valid_s = \"long\"", 10, 1, "valid_s: a whole number from 1 to 86400"),
      ("[login]", "[logon]", 28, 1, "unknown logon"),
      ("stop = \"delivered\"", "stop = \"arrived\"", 34, 1, "stop: one of never, delivered, seen, entered"),
      ("initial = \"sms\"", "since = \"2021-13-01\"\ninitial = \"sms\"", 5, 1, "since: a day as \"2021-08-04\""),
      ("id = \"mine\"\n", "", 1, 1, "missing id"),
    ])
  func mistakes(good: String, bad: String, line: Int, column: Int, what: String) throws {
    let source = Self.minimal.replacing(good, with: bad, maxReplacements: 1)
    let (policy, problems) = PolicyReader.read(source, path: "mine.toml")
    #expect(policy == nil)
    let found = problems.map { "\($0.file):\($0.line ?? 0):\($0.column ?? 0) \(Self.words($0.reason))" }
    #expect(found.contains("mine.toml:\(line):\(column) \(what)"), "\(found)")
  }

  @Test("what isn't TOML is told with its place")
  func broken() throws {
    let problem = try #require(PolicyReader.read("id = \"a\"\nname = ", path: "a.toml").problems.first)
    #expect(problem.line == 2)
  }

  @Test("a cascade that repeats a channel, and one that leaves a message without a way, are refused")
  func routes() {
    let step = "[[step]]\nchannel = \"sms\"\nstop = \"delivered\"\n"
    #expect(PolicyReader.read(Self.minimal + step, path: "").problems.map(\.reason) == [.repeatedChannel("sms")])
    let codesOnly = Self.minimal.replacing("channel = \"sms\"\nstop", with: "channel = \"sms\"\ncategories = [\"code\"]\nstop")
    #expect(PolicyReader.read(codesOnly, path: "").problems.map(\.reason) == [.noStep(category: "payment", chosen: "push")])
  }

  private static func words(_ reason: PolicyProblem.Reason) -> String {
    switch reason {
    case .unexpected(let key, let expected): "\(key): \(expected)"
    case .missing(let key): "missing \(key)"
    case .unknownKey(let key, _): "unknown \(key)"
    default: "\(reason)"
    }
  }

  static let ids = [
    "sberbank", "tbank-until-2021-08-03", "tbank", "vtb", "alfabank", "homecredit", "cascade", "chain", "strict-sms", "push-only",
    "kolokol",
  ]

  static let minimal = """
    id = "mine"
    name = "Mine"
    banks = []
    decides = "client"
    initial = "sms"
    push_to = "newest"
    keeps_pushes = "always"

    [codes]
    valid_s = 600
    operations = 1
    [price]
    currency = "RUB"
    sms_part_minor = 300

    [binding]
    confirm = "code"
    announce = "old"
    [switching]
    confirm = "session"
    announce = "old"
    [number_change]
    confirm = "old_number"
    announce = "old"
    [unlinking]
    confirm = "session"
    announce = "old"
    [login]
    confirm = "code"
    announce = "old"

    [[step]]
    channel = "sms"
    stop = "delivered"

    """
}
