import Foundation
import Model
import Testing

@testable import Parsing

@Suite("Secrets")
struct SecretTests {
  private static let code = "482913"

  @Test("a code is covered and shown by no other name, whatever stands around it", arguments: CodeTexts.ways.map { $0.name })
  func ways(name: String) throws {
    let way = try #require(CodeTexts.ways.first { $0.name == name })
    for template in CodeTexts.texts {
      let text = CodeTexts.text(template, way.before + Self.code + way.behind)
      #expect(Self.leak(of: Self.code, in: text, besides: template) == nil, "\(text)")
    }
  }

  @Test("a code is covered and shown by no other name, however it is spelled", arguments: CodeTexts.spellings.map { $0.name })
  func spellings(name: String) throws {
    let spelling = try #require(CodeTexts.spellings.first { $0.name == name })
    for template in CodeTexts.texts {
      let text = CodeTexts.text(template, spelling.of(Self.code))
      #expect(Self.leak(of: Self.code, in: text, besides: template) == nil, "\(text)")
    }
  }

  @Test("a code of four to eight digits is found in every language", arguments: ["4829", "48291", "402685", "48291357", "0073"])
  func sure(code: String) {
    let unknown = CodeTexts.texts.filter { Sample.facts(CodeTexts.text($0, code)).code != code }
    #expect(unknown == [])
  }

  @Test("a text that was cut in its code shows nothing of it by another name")
  func cut() {
    for template in CodeTexts.texts {
      let begins = template.prefix { $0 != "¤" }
      for length in 3...Self.code.count {
        let text = begins + Self.code.prefix(length)
        #expect(Self.values(of: Sample.facts(String(text)), show: Self.code) == [], "\(text)")
      }
    }
  }

  @Test(
    "codes of real texts are covered, whatever stands around them", .enabled(if: Corpus.directory != nil, "no corpus beside the project"))
  func corpus() throws {
    for file in ["codes.jsonl", "ru-codes.jsonl", "unseen.jsonl"] {
      let rows = try Corpus.rows(file).filter { row in
        row.expected.code.map { Sample.facts(row.text).code == $0 && $0.allSatisfy(\.isNumber) && $0.count < 9 } ?? false
      }
      #expect(!rows.isEmpty)
      for row in rows {
        guard let code = row.expected.code, row.text.count > code.count, !row.text.contains("#" + code) else { continue }
        for way in CodeTexts.ways where !Self.besidesReal.contains(way.name) {
          let text = row.text.replacing(code, with: way.before + code + way.behind)
          let template = row.text.replacing(code, with: "¤")
          #expect(Self.leak(of: code, in: text, besides: template) == nil, "\(row.id), \(way.name)")
        }
      }
    }
  }

  /// Ways tried on our own texts alone: those that hide a card's digits elsewhere, and those that end a sentence.
  private static let besidesReal: Set = [
    "an ellipsis before", "points before", "a bullet", "a number sign", "a number sign apart", "markup", "an exclamation mark",
  ]

  /// What shows a code: the covered text, or a value by name; nil when nothing does.
  private static func leak(of code: String, in text: String, besides template: String) -> String? {
    let facts = Sample.facts(text)
    let covered = masked(text, facts.secrets)
    let rest = digits(of: template)
    let shown = digits(of: covered)
    if parts(of: code).contains(where: { shown.contains($0) && !rest.contains($0) }) { return covered }
    let values = values(of: facts, show: code)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  /// The values that hold three digits of a code in a row.
  private static func values(of facts: Facts, show code: String) -> [String] {
    let security = facts.security
    let values = [
      facts.amount.map { "\($0.minorUnits)" }, facts.balance.map { "\($0.minorUnits)" }, facts.card, facts.merchant, security?.device,
      security?.place,
      security?.from, security?.to,
    ]
    let known = Set(parts(of: code))
    return values.compactMap { $0 }.filter { value in known.contains { digits(of: value).contains($0) } }
  }

  private static func parts(of code: String) -> [String] {
    let characters = Array(code)
    guard characters.count >= 3 else { return [] }
    return (0...characters.count - 3).map { String(characters[$0..<$0 + 3]) }
  }

  /// The digits of a text as plain ones; letters between them count, marks don't.
  private static func digits(of text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let folded = Folding.folded(scalar)
      if (0x30...0x39).contains(folded.value) {
        result.unicodeScalars.append(folded)
      } else if scalar.properties.isAlphabetic {
        result.append(" ")
      }
    }
    return result
  }

  @Test(
    "what is a secret by its kind is covered",
    arguments: [
      ("Код доступа: 482915. Никому не сообщайте", ["482915"]), ("Ваш код 402685…", ["402685"]), ("Код: А1Б2В3", ["А1Б2В3"]),
      ("Временный пароль: Xy9-Kl2", ["Xy9-Kl2"]), ("Ваш PIN-код новой карты 4829", ["4829"]),
      ("Войти: https://bank.example/in?otp=482913", ["482913"]),
      ("Подтвердите почту: https://bank.example/e?id=7&token=aZ81-kq_02&x=1", ["aZ81-kq_02"]),
      ("Сброс: bank.example/reset/k81lz02q.", ["k81lz02q"]),
      ("Priorbank. 3D-Secure kod= jzfp. Summa platezha 2 990.00 RUB. Karta ***4417.", ["jzfp"]),
      ("Вам изменён пароль доступа к платёжному сайту. Новый пароль: cznp8nca", ["cznp8nca"]),
      (
        "Do not reveal OTP to anyone for your online txn of SGD 120.50 on card 4417 at KAFE. To approve, use PRH-929890 within 3 min.",
        ["929890"]
      ),
      ("Код входа: 482913. Код подтверждения: 775511", ["482913", "775511"]),
      ("Ваши коды: 482913, 775511 и 901266", ["482913", "775511", "901266"]),
      ("Никому не сообщайте код 123456 для входа.\n@bank.example #789012", ["123456", "789012"]),
      ("Одноразовые пароли:\n482913\n775511\n901266", ["482913", "775511", "901266"]),
    ])
  func kinds(text: String, secrets: [String]) {
    let facts = Sample.facts(text)
    #expect(Set(facts.secrets.all) == Set(secrets))
    let covered = masked(text, facts.secrets)
    #expect(secrets.allSatisfy { !covered.contains($0) })
  }

  @Test(
    "a number beside a word of secrecy is covered on doubt, and is no code",
    arguments: [
      ("Никому не сообщайте: 482913", "482913"), ("Сеансовый ключ: 482913. Никому не сообщайте код", "482913"),
      ("Для входа: 482913", "482913"), ("Подтверждение 482913 из приложения", "482913"),
      ("Для входа нажмите 4829. Никому не передавайте", "4829"),
      ("Please confirm 482913 at the desk", "482913"), ("Do not share 482913", "482913"),
    ])
  func doubt(text: String, number: String) {
    let facts = Sample.facts(text)
    if facts.code == nil {
      #expect(facts.covered == [number])
      #expect(facts.category != .code)
      #expect(masked(text, facts.secrets).contains(String(repeating: "○", count: number.count)))
    } else {
      #expect(facts.code == number)
    }
  }

  @Test(
    "nothing is covered in texts of other matters",
    arguments: [
      "Покупка 1 250 ₽ LAVKA карта *4417 баланс 8 310 ₽", "Никому не сообщайте коды и пароли из SMS", "Заказ 481290 готов к выдаче",
      "С 2024 года меняем тарифы",
      "Подтвердите операцию на 12 500 ₽ в приложении", "Oplata 87.04 BYN Kartoi #4417 13.11.26 12.15 Acode 985553; Mesto: ZERNO > Minsk",
      "521324**4417; Oplata OAO Vasilek;Summa 680.04; Authorization Code 042153;08.12.2026 09:08.",
      "Карта *4417 Сумма 239.50 TJS - успешно. Код операции: 18959334",
      "7489,85 RUB за сентябрь. ЖКУ. Код плательщика: 2050055555. Оплатите в приложении", "Промокод LETO2024 даст скидку 20%",
      "Пополнение 5 000 ₽. Остаток 12 400 ₽. Никому не сообщайте код из СМС. Тел. 900", "Your order 481290 has been shipped",
      "Подтвердите вход в приложении до 12:30 14.05.2026", "Читайте на bank.example/news/2026",
    ])
  func nothing(text: String) {
    #expect(Sample.facts(text).secrets.isEmpty)
  }

  @Test("a payment with an authorisation code stays one")
  func approvals() {
    #expect(Sample.facts("Oplata 87.04 BYN Kartoi #4417 13.11.26 12.15 Acode 985553; Mesto: ZERNO > Minsk").isTransaction)
    #expect(Sample.facts("521324**4417; Oplata OAO Vasilek;Summa 680.04; Authorization Code 042153;08.12.2026 09:08.").isTransaction)
    #expect(Sample.facts("Карта *4417 Сумма 239.50 TJS - успешно. Код операции: 18959334").isTransaction)
  }

  @Test(
    "a secret is covered wherever it stands, however it is grouped, and at the end of a text that was cut",
    arguments: [
      ("Код 482913, ещё раз 482-913", "Код ••••••, ещё раз ••••••"), ("４８２９１３", "••••••"),
      ("4\u{200B}8\u{200B}2\u{200B}9\u{200B}1\u{200B}3!", "••••••!"),
      ("482 913.", "••••••."), ("код 4829", "код ••••"), ("код 4829…", "код ••••…"), ("482 рубля", "482 рубля"), ("", ""),
      ("148291357", "1••••••57"),
    ])
  func covering(text: String, covered: String) {
    #expect(masked(text, Secrets(code: "482913")) == covered)
  }

  @Test("a secret of letters is covered as a word of its own, in either case")
  func letters() {
    #expect(masked("kod= jzfp, JZFP; jzfpost", Secrets(code: "jzfp")) == "kod= ••••, ••••; jzfpost")
  }

  @Test("every code of a text is covered, those on doubt with a mark of their own")
  func several() {
    #expect(masked("482913 или 775511", Secrets(code: "482913", others: ["775511"])) == "•••••• или ••••••")
    #expect(masked("Номер 482913", Secrets(others: ["482913"])) == "Номер ○○○○○○")
    #expect(masked("Номер 482913", Secrets()) == "Номер 482913")
  }

  @Test("copies that name other codes keep all of them covered")
  func copies() {
    var facts = Facts(code: "482913")
    facts.fill(from: Facts(code: "775511", covered: ["482913", "901266"]))
    #expect(facts.code == "482913")
    #expect(facts.covered == ["775511", "901266"])
  }
}
