import Foundation
import Parsing
import Screen
import Storage

extension Strings {
  /// What happened to the database, where, and what to do.
  @Sendable static func errorInRussian(_ error: StoreError) -> String {
    let path = error.path
    switch error.reason {
    case .notFound: return "\(path): такой базы нет. Проверьте путь или загрузите файл, тогда она появится."
    case .cannotBeMade(let errno):
      let reason = errno == ENOTDIR ? "часть пути не каталог" : "система не принимает там новых файлов"
      return "\(path): базу там не создать: \(reason) (\(systemMessage(errno))). Укажите другое место через --database."
    case .notAFile: return "\(path): это не файл. Укажите файл базы через --database."
    case .notADatabase: return "\(path): это не база SQLite; файл не тронут. Укажите другой через --database."
    case .notOurs(let id):
      return "\(path): база другой программы (application id \(id)); она не тронута. Укажите другой файл через --database."
    case .newer(let version, let known):
      return "\(path): записана более новым Колоколом (версия \(version), эта знает \(known)). Обновите программу."
    case .outdated(let version, let known):
      return "\(path): записана более старым Колоколом (версия \(version), теперь \(known)). Откройте её раз там, где её можно записать."
    case .damaged(let detail):
      return "\(path): база повреждена (\(detail)). Скопируйте её, затем восстановите из копии или загрузите файлы заново в новую."
    case .readOnly: return "\(path): доступна только для чтения. Проверьте права на файл и его каталог."
    case .permission: return "\(path): нет доступа. Проверьте права на файл и его каталог."
    case .locked(let pid): return "\(path): пишет другой процесс\(pid.map { " (\($0))" } ?? ""). Повторите, когда он закончит."
    case .diskFull: return "\(path): на диске нет места. Ничего не потеряно; освободите место и повторите."
    case .tooManyFiles: return "\(path): открыто слишком много файлов. Закройте другие программы или поднимите предел: ulimit -n."
    case .unreadable(let errno):
      return "\(path): системе не удаётся там читать или писать: \(systemMessage(errno)). Проверьте диск; ничего не изменено."
    case .noTemporaryDirectory(let errno):
      return "\(path): временный каталог там не создать: \(systemMessage(errno)). Укажите в TMPDIR каталог, куда можно писать."
    case .unfinished: return "\(path): базы в нём ещё нет: её как раз создают, или создание прервали. Загрузите в неё файл."
    case .interrupted: return "\(path): чтение прервано."
    case .key(let failure): return LedgerStrings.russian.key(failure)
    case .ledger(let fault): return LedgerStrings.russian.fault(fault)
    case .foreignKey(let path): return LedgerStrings.russian.keyForeign(path)
    case .schema(let differences):
      return "\(path): " + differences.map(LedgerStrings.schemaInRussian).joined(separator: "; ")
        + ". Это может скрывать сообщения и тревоги, поэтому ничего не записано." + LedgerStrings.dropInRussian(differences, path)
    case .closed: return "\(path): база закрыта."
    case .other(let message): return "\(path): \(message)"
    }
  }

  /// What is wrong with a filter; the place is shown by a marker.
  @Sendable static func filterErrorInRussian(_ error: FilterError) -> String {
    switch error.reason {
    case .unknownKey(let key, let suggestions): return "нет ключа «\(key)»" + perhaps(suggestions)
    case .unknownValue(let key, let value, let suggestions): return "\(key) не знает «\(value)»" + perhaps(suggestions)
    case .missingValue(let key): return "для \(key) нужно значение"
    case .comparison(let key, let sign): return "у \(key) не бывает «\(sign)»"
    case .noWord(let text): return "в «\(text)» нет ни букв, ни цифр"
    case .notANumber(let text): return "«\(text)» не число"
    case .notACard(let text): return "«\(text)» не похоже на 2–6 цифр карты"
    case .notADate(let text): return "«\(text)» не дата: 2026, 2026-01, 2026-01-31, сегодня, вчера, 7d"
    case .emptyRange(let text): return "«\(text)» кончается раньше, чем начинается"
    case .unclosedQuote: return "кавычка не закрыта"
    case .unclosedParenthesis: return "скобка не закрыта"
    case .unexpectedParenthesis: return "здесь нет открытой скобки"
    case .missingOperand(let word): return "рядом с «\(word)» чего-то не хватает"
    case .tooDeep(let limit): return "вложено глубже \(limit)"
    case .tooLong(let limit): return "больше \(limit) условий"
    case .longLine(let limit): return "длиннее \(limit) знаков"
    }
  }

  private static func perhaps(_ suggestions: [String]) -> String {
    suggestions.isEmpty ? "" : "; может быть, " + suggestions.prefix(3).joined(separator: ", ") + "?"
  }

  /// What a completion stands for, where it does not say so itself.
  @Sendable static func completionInRussian(_ completion: Completion) -> String {
    guard case .key(let key) = completion.meaning else { return "" }
    return switch key {
    case "is": "read, unread, pinned…"
    case "amount": "> < = a..b"
    case "since", "until", "on": "дата"
    default: ""
    }
  }
}

extension Strings {
  /// What is wrong with a theme, where, and what was expected.
  @Sendable static func themeProblemInRussian(_ problem: ThemeProblem) -> String {
    let place = place(problem.file, problem.line, problem.column)
    switch problem.reason {
    case .unreadable(let reason): return place + "не читается: " + reason
    case .notTOML(let reason): return place + tomlReasonInRussian(reason)
    case .unknownKey(let key, let known): return place + "в темах нет ключа «\(key)»; есть: " + known.joined(separator: ", ")
    case .unknownTheme(let known): return "нет темы «\(problem.file)»; есть: " + known.joined(separator: ", ")
    case .wrongValue(let key, let expected):
      let what =
        switch expected {
        case .table: "таблица"
        case .colour: "имя из палитры или «#rrggbb»"
        case .rgb: "«#rrggbb» или «default»"
        case .index: "число от 0 до 255"
        case .colourName(let names): "одно из " + names.joined(separator: ", ")
        case .attributes(let names): "список из " + names.joined(separator: ", ")
        case .text: "текст в кавычках"
        }
      return place + "\(key): ожидается " + what
    }
  }

  /// What is wrong in a bank file or a word file, where, and what was expected.
  @Sendable static func dataFileProblemInRussian(_ problem: DataFileProblem) -> String {
    let place = place(problem.file, problem.line, problem.column)
    switch problem.reason {
    case .unreadable(let errno): return place + "не читается: " + systemMessage(errno)
    case .notTOML(let reason): return place + tomlReasonInRussian(reason)
    case .unexpected(let key, let expected): return place + "\(key): ожидается " + expected
    case .missing(let key): return place + "нет «\(key)»"
    case .unknownKey(let key, let allowed): return place + "ключа «\(key)» здесь не бывает; бывают: " + allowed.joined(separator: ", ")
    case .template(let template):
      switch template {
      case .unknownPlaceholder(let name, let allowed):
        return place + "нет поля «{\(name)}»; есть: " + allowed.joined(separator: ", ")
      case .unbalanced(let character): return place + "«\(character)» стоит без пары"
      case .ambiguous(let first, let second):
        return place + "между {\(first)} и {\(second)} нет ничего, что показало бы границу; поставьте между ними слово"
      case .noLiteral: return place + "в шаблоне нет своих слов, он подошёл бы к чему угодно"
      case .tooManyAlternatives(let limit): return place + "больше \(limit) вариантов"
      case .tooDeep(let limit): return place + "скобки вложены глубже \(limit)"
      case .tooLong(let limit): return place + "длиннее \(limit) знаков"
      }
    case .word(let word):
      switch word {
      case .lost(let character, let word):
        return place + "«\(word)»: текст делится на «\(character)», и такое слово не найти; нужно слово из одних букв"
      case .twice(let word, let other, let key, let file):
        return place + "«\(word)» уже есть: «\(other)» под «\(key)» в \(file); уберите одно из них"
      case .stemLength(let word, let shortest, let longest):
        return place + "«\(word)»: в основе слова от \(shortest) до \(longest) букв"
      case .stemInClass(let word): return place + "«\(word)»: в классе стоят целые слова; напишите каждую форму"
      }
    }
  }
}
