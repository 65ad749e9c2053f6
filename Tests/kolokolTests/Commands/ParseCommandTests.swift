import Foundation
import Testing

@Suite("kolokol parse")
struct ParseCommandTests {
  private let home: ProgramHome

  init() throws {
    home = try ProgramHome()
  }

  private func run(_ arguments: String..., input: String = "", language: String = "C.UTF-8") throws -> ProgramHome.Outcome {
    try home.run(["parse"] + arguments, input: input, language: language)
  }

  @Test("a JSON line gives a JSON line with its id and every field")
  func json() throws {
    let outcome = try run(
      "--json", input: "{\"id\":\"a\",\"sender\":\"900\",\"text\":\"MIR-4417 12:31 Покупка 1 240р PEKARNYA Баланс: 5 300.50р\"}\n")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(
      outcome.output
        == "{\"id\":\"a\",\"bank\":\"sberbank\",\"category\":\"payment\",\"kind\":\"transaction\",\"direction\":\"out\",\"reversal\":false,\"amount_minor\":-124000,"
        + "\"currency\":\"RUB\",\"card\":\"4417\",\"balance_minor\":530050,\"balance_currency\":\"RUB\",\"due\":null,\"minimum_minor\":null,\"merchant\":\"PEKARNYA\",\"code\":null,\"covered\":0,\"security\":null,"
        + "\"device\":null,\"place\":null,\"from\":null,\"to\":null}\n")
  }

  @Test("what became what is printed in words and as fields, and --explain says where it stands")
  func changes() throws {
    let text = "Уведомления переключены с SMS на push\n"
    #expect(try run(input: text).output == "unknown sender · security · notifications switched · SMS → push\n")
    let json = try run("--json", input: text).output
    #expect(json.contains("\"security\":\"channel_changed\",\"device\":null,\"place\":null,\"from\":\"sms\",\"to\":\"push\""))
    let explained = try run("--explain", input: text).output.split(separator: "\n")
    #expect(explained.suffix(2) == ["    from “SMS”, 49–52, by a recogniser", "    to “push”, 58–62, by a recogniser"])
    #expect(
      try run(input: "Номер телефона изменён на +7 900 ***-**-12\n", language: "ru_RU.UTF-8").output
        == "неизвестный отправитель · защита · сменён номер телефона · → +7 900 ***-**-12\n")
  }

  @Test("--explain shows the template that fits, and the bytes and the finder of each value")
  func explain() throws {
    let text = "{\"sender\":\"900\",\"text\":\"MIR-4417 12:31 Покупка 240р PEKARNYA Баланс: 5р\"}\n"
    let plain = try run("--explain", input: text).output.split(separator: "\n")
    #expect(plain.count == 6)
    #expect(plain[1].hasPrefix("    template 1 of sberbank: "))
    #expect(plain[2] == "    card “4417”, 4–8, by the template" || plain[2] == "    card “MIR-4417”, 0–8, by the template")
    #expect(plain[4] == "    merchant “PEKARNYA”, 36–44, by the template")
    #expect(try run("--json", "--explain", input: text).output.contains("\"explain\":{\"template\":{\"bank\":\"sberbank\",\"number\":1,"))
    #expect(try run("--explain", input: "Code 482913\n").output.hasSuffix("no template fits\n    code “••••••”, 5–11, by a recogniser\n"))
  }

  @Test("a bank file of the user's works like the built-in ones, and a mistake in one is told with its place")
  func userBanks() throws {
    let banks = home.folder.appending(path: ".config/kolokol/banks")
    try FileManager.default.createDirectory(at: banks, withIntermediateDirectories: true)
    try Data(
      """
      id = "lugovoy"
      name = "Lugovoy Bank"
      currency = "RUB"
      senders = ["LUGOVOY"]

      [[template]]
      text = "Ушло {amount} туда, где {merchant}"
      direction = "out"
      """.utf8
    ).write(to: banks.appending(path: "lugovoy.toml"))
    try Data("id = \"x\"\nname = \"X\"\n\n[[template]]\ntext = \"Oplata {sume}\"\n".utf8).write(to: banks.appending(path: "x.toml"))
    let outcome = try run(input: "{\"sender\":\"lugovoy\",\"text\":\"УШЛО 240 туда, где ПЕКАРНЯ\"}\n")
    #expect(outcome.output == "Lugovoy Bank · payment · −240 ₽ · ПЕКАРНЯ\n")
    #expect(outcome.errors.contains("x.toml:5:16: no placeholder “{sume}”; allowed: amount, balance, "))
    #expect(outcome.status == 0)
  }

  @Test("a word file of the user's adds to the built-in ones, and mistakes in one are told with their places")
  func userWords() throws {
    let words = home.folder.appending(path: ".config/kolokol/words")
    try FileManager.default.createDirectory(at: words, withIntermediateDirectories: true)
    try Data("[meaning]\ndebit = \"gorbled c2c\"\ncredt = \"paid\"\n".utf8).write(to: words.appending(path: "my.toml"))
    let outcome = try run(input: "Gorbled USD 24.50 card *4417\n")
    #expect(outcome.output == "unknown sender · payment · −24.50 $ · card 4417\n")
    #expect(outcome.errors.contains("my.toml:2:18: “c2c”: texts are cut at “2”"))
    #expect(outcome.errors.contains("my.toml:3:1: no key “credt” here; allowed: account, amount, "))
    #expect(outcome.status == 0)
  }

  @Test("plain lines give lines for people, in their language, with codes covered unless they ask")
  func plain() throws {
    let text = "Никому не говорите код 482913\n"
    #expect(try run(input: text).output == "unknown sender · code · code ••••••\n")
    #expect(try run("--reveal-codes", input: text).output == "unknown sender · code · code 482913\n")
    #expect(try run(input: text, language: "ru_RU.UTF-8").output.hasPrefix("неизвестный отправитель · "))
  }

  @Test("a line that can't be read is left out and reported with its place; the others are read, and the status is 2")
  func badLines() throws {
    let outcome = try run("--json", input: "{\"id\":1,\"text\":\"Code 482913\"}\n{\"id\":2,\n{\"id\":3}\n{\"id\":4,\"text\":\"Hello\"}\n")
    #expect(outcome.status == 2)
    #expect(outcome.output.split(separator: "\n").count == 2)
    #expect(outcome.errors.contains("-:2:9: left out: not JSON; expected a key in quotation marks\n"))
    #expect(outcome.errors.contains("-:3: left out: the object has no “text”\n"))
  }

  @Test("files are read one after the other, and one that can't be read doesn't stop the rest")
  func files() throws {
    try Data("Code 482913".utf8).write(to: home.folder.appending(path: "b"))
    let outcome = try run("none", "b", "-", input: "PIN 7391\n")
    #expect(outcome.status == 2)
    #expect(outcome.errors == "none: can't be read: No such file or directory\n")
    #expect(outcome.output.split(separator: "\n").count == 2)
  }

  @Test("what turns a terminal's writing direction or its colours comes out as escapes")
  func hostile() throws {
    let text = "{\"id\":\"\u{202E}\",\"text\":\"Покупка 100р \u{202E}KAFE\u{9B}31m\\u001b[2J Баланс: 5р\"}\n"
    for outcome in [try run("--json", input: text), try run(input: text)] {
      #expect(!outcome.output.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E || $0.value == 0x9B })
      #expect(outcome.output.contains("KAFE"))
    }
  }
}
