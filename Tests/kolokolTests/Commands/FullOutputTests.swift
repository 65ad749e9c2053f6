import Testing

@Suite("Where output can't be written")
struct FullOutputTests {
  @Test("a command says why and ends with 2", arguments: [["rules"], ["demo", "--messages", "20"], ["parse"], ["list"]])
  func full(arguments: [String]) throws {
    let home = try ProgramHome()
    let input = arguments == ["parse"] ? "Покупка 640 ₽ LAVKA. Баланс 900 ₽" : ""
    if arguments == ["list"] {
      try home.write("{\"text\":\"Покупка 640 ₽ LAVKA. Баланс 900 ₽\",\"sender\":\"900\",\"time\":\"2026-03-01T10:00:00Z\"}\n", "a.jsonl")
      #expect(try home.run(["import", "a.jsonl"]).status == 0)
    }
    let outcome = try home.run(arguments, input: input, into: "/dev/full")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("The output can't be written: No space left on device."))
    let russian = try home.run(arguments, input: input, language: "ru_RU.UTF-8", into: "/dev/full")
    #expect(russian.errors.contains("Не удаётся записать вывод: "))
  }
}
