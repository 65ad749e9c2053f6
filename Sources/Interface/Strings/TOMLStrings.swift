import TOML

extension Strings {
  /// What is wrong in a TOML file, with its place.
  public func tomlProblem(_ path: String, _ problem: TOMLProblem) -> String {
    Self.place(path, problem.place.line, problem.place.column) + tomlReason(problem.reason)
  }

  /// Why a piece of a file is no TOML, and what should stand there.
  @Sendable static func tomlReasonInEnglish(_ reason: TOMLProblem.Reason) -> String {
    switch reason {
    case .expected(let expected):
      switch expected {
      case .key: "expected a key, as in key = \"value\"; a name with blanks or letters beyond a to z stands in quotes"
      case .equals: "expected “=” behind the key"
      case .value: "expected a value: a text in quotes, a number, true or false, a list in [ ], a table in { }"
      case .endOfLine: "expected the end of the line"
      case .closingBracket: "expected “]” behind the table's name"
      case .closingBrackets: "expected “]]” behind the table's name"
      case .commaOrBracket: "expected “,” or “]”"
      case .commaOrBrace: "expected “,” or “}”"
      case .number: "this is no number; a text stands in quotes"
      case .date: "this is no date or time of the calendar; a text stands in quotes"
      }
    case .twice(let name, let first): "“\(name)” is there already, in line \(first.line)"
    case .notOpen(let name, let first): "“\(name)” of line \(first.line) can't be added to"
    case .unfinished(.text): "the text that begins here has no closing quotes"
    case .unfinished(.array): "the list that begins here has no “]”"
    case .unfinished(.table): "the table that begins here has no “}” in its line"
    case .unknownEscape(let escape): "no escape “\(escape)”; a backslash is written \\\\, or the text stands in single quotes"
    case .tooLarge(let number): "\(number) is too large"
    case .tooDeep(let limit): "more than \(limit) lists and tables inside one another"
    case .control(let scalar): "a control character, U+\(hexadecimal(scalar)); write it as an escape"
    case .notUTF8: "this isn't UTF-8; convert the file, for example with iconv"
    }
  }

  @Sendable static func tomlReasonInRussian(_ reason: TOMLProblem.Reason) -> String {
    switch reason {
    case .expected(let expected):
      switch expected {
      case .key: "ожидается ключ, как в key = \"value\"; имя с пробелами или не латиницей пишется в кавычках"
      case .equals: "после ключа ожидается «=»"
      case .value: "ожидается значение: текст в кавычках, число, true или false, список в [ ], таблица в { }"
      case .endOfLine: "ожидается конец строки"
      case .closingBracket: "после имени таблицы ожидается «]»"
      case .closingBrackets: "после имени таблицы ожидается «]]»"
      case .commaOrBracket: "ожидается «,» или «]»"
      case .commaOrBrace: "ожидается «,» или «}»"
      case .number: "это не число; текст пишется в кавычках"
      case .date: "такой даты или времени нет; текст пишется в кавычках"
      }
    case .twice(let name, let first): "«\(name)» уже есть, в строке \(first.line)"
    case .notOpen(let name, let first): "к «\(name)» из строки \(first.line) добавить нельзя"
    case .unfinished(.text): "у текста, который здесь начинается, нет закрывающих кавычек"
    case .unfinished(.array): "у списка, который здесь начинается, нет «]»"
    case .unfinished(.table): "у таблицы, которая здесь начинается, нет «}» в этой строке"
    case .unknownEscape(let escape):
      "нет такой последовательности: «\(escape)»; обратная черта пишется \\\\, или текст — в одинарных кавычках"
    case .tooLarge(let number): "\(number) — слишком большое число"
    case .tooDeep(let limit): "больше \(limit) списков и таблиц друг в друге"
    case .control(let scalar): "управляющий символ U+\(hexadecimal(scalar)); его пишут последовательностью с обратной чертой"
    case .notUTF8: "это не UTF-8; преобразуйте файл, например, программой iconv"
    }
  }

  private static func hexadecimal(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
