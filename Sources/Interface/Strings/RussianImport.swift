import Ingest
import Parsing

extension ImportStrings {
  static let russian: ImportStrings = ImportStrings(
    inputError: inputErrorInRussian,
    reason: reasonInRussian,
    refusal: { refusal in
      Strings.place(refusal) + reasonInRussian(refusal.reason) + (refusal.byte.map { " (байт \($0))" } ?? "")
    },
    report: reportInRussian,
    remarks: remarksInRussian,
    progress: { status in
      let count = status.messages
      var parts = ["\(Strings.russian.number(count)) \(Plural.russian(count, "сообщение", "сообщения", "сообщений"))"]
      if status.rate >= 1 { parts.append("\(Strings.russian.number(Int(status.rate)))/с") }
      if let left = status.secondsLeft { parts.append("осталось \(Strings.clock(left))") }
      return parts.joined(separator: "  ")
    },
    moreRefused: { "… и ещё \($0) не принято; --refused ФАЙЛ сохранит все." },
    cannotKeepRefused: { "\($0): непринятые записи туда не сохранить: \($1)." },
    stopped: "Остановлено. Прочитанное уже в базе; та же команда продолжит с этого места.",
    passedOver: { "\($0.file): пропущен, Колокол такой формат не читает." },
    noSuchBank: { "--bank \($0): такого банка нет. `kolokol doctor` скажет, где лежат файлы банков; свой файл добавит банк." })

  @Sendable private static func reportInRussian(_ report: ImportReport) -> String {
    let number = Strings.russian.number(_:)
    var parts = [
      "прочитано \(number(report.read))", "добавлено \(number(report.added))", "слито \(number(report.merged))",
      "уже было \(number(report.alreadyThere))",
    ]
    if report.skippedTotal > 0 {
      let kinds = SkipReason.allCases.compactMap { kind in report.skipped[kind].map { "\(skippedInRussian(kind)): \(number($0))" } }
      parts.append("пропущено \(number(report.skippedTotal)) (\(kinds.joined(separator: ", ")))")
    }
    if report.events > 0 { parts.append("событий \(number(report.events)), новых \(number(report.eventsAdded))") }
    parts.append("не принято \(number(report.refused))")
    return "\(report.file): \(Strings.formatName(report.format)): " + parts.joined(separator: ", ")
  }

  private static func skippedInRussian(_ reason: SkipReason) -> String {
    switch reason {
    case .sent: "отправлены владельцем"
    case .draft: "черновики"
    case .outbox: "в исходящих"
    case .failed: "не отправились"
    case .queued: "в очереди"
    case .noText: "без текста"
    case .groupSummary: "сводки групп"
    case .dismissed: "убранные уведомления"
    case .receiving: "ещё принимаются"
    case .otherKind: "не сообщения"
    case .notDownloaded: "MMS не загружены"
    case .finding: "находки, эта версия их не читает"
    }
  }

  @Sendable private static func remarksInRussian(_ report: ImportReport) -> [String] {
    var remarks: [String] = []
    if let offset = report.resumedAt {
      remarks.append("продолжено с байта \(Strings.russian.number(Int(offset))), где остановилась прошлая загрузка")
    }
    let repaired = report.notes.repairedTexts
    if repaired > 0 {
      let texts = Plural.russian(repaired, "текст", "текста", "текстов")
      remarks.append("\(Strings.russian.number(repaired)) \(texts) с испорченными знаками, они показаны как \u{FFFD}")
    }
    if let encoding = report.notes.encoding { remarks.append("прочитано как \(encoding.rawValue); другую кодировку задаёт --encoding") }
    remarks += clockRemarks(report.notes)
    if !report.notes.unknownKeys.isEmpty {
      let keys = report.notes.unknownKeys.keys.sorted().prefix(8).joined(separator: ", ")
      remarks.append("не учтено: \(keys)")
    }
    return remarks
  }

  /// Что принято на веру о времени и частях.
  private static func clockRemarks(_ notes: ReaderNotes) -> [String] {
    var remarks: [String] = []
    let number = Strings.russian.number(_:)
    if notes.localTimes > 0 {
      remarks.append(
        "\(number(notes.localTimes)) \(Plural.russian(notes.localTimes, "время", "времени", "времён")) без пояса, принят \(notes.zone ?? "UTC"); другой задаёт --timezone"
      )
    }
    if notes.fileTimes > 0 {
      remarks.append("записей без времени: \(number(notes.fileTimes)); они стоят на времени изменения файла")
    }
    if notes.incompleteMessages > 0 {
      remarks.append(
        "сообщений, у которых не хватает частей: \(number(notes.incompleteMessages)); имеющиеся части стоят каждая сама по себе")
    }
    return remarks
  }

  @Sendable private static func inputErrorInRussian(_ error: InputError) -> String {
    let file = error.file
    switch error.reason {
    case .notFound: return "\(file): такого файла нет."
    case .emptyDirectory: return "\(file): в этом каталоге нет файлов. Каталоги внутри не просматриваются; назовите их."
    case .empty: return "\(file): файл пуст."
    case .noPermission: return "\(file): нет доступа. Проверьте права на файл и его каталог."
    case .notAFile: return "\(file): это не файл. Назовите файл, канал или - для стандартного ввода."
    case .cannotOpen(let number): return "\(file): не открывается: \(Strings.systemMessage(number))."
    case .readFailed(let number, let byte):
      return "\(file): чтение прервалось на байте \(byte): \(Strings.systemMessage(number)). То, что было до него, загружено."
    case .notReadYet(let format): return "\(file): это \(unreadInRussian(format))"
    case .encrypted(let kind): return "\(file): \(encryptedInRussian(kind))"
    case .noMessagesInArchive(let found):
      return found.isEmpty
        ? "\(file): архив пуст." : "\(file): в архиве нет ничего, что читает Колокол; в нём \(found.joined(separator: ", "))."
    case .archiveBomb(let ratio):
      return "\(file): архив распаковывается больше чем в \(ratio) раз, с сообщениями так не бывает; дальше он не читается."
    case .brokenArchive(let byte):
      return
        "\(file): архив испорчен или обрывается на байте \(byte). То, что было до него, загружено; для ZIP `zip -FF ФАЙЛ --out НОВЫЙ` может помочь."
    case .otherDatabase(let tables):
      return
        "\(file): база SQLite другой программы (\(tables.joined(separator: ", "))). Читаются sms.db с iPhone, mmssms.db с Android и база gammu-smsd; другие выгрузите в CSV или строки JSON."
    case .missingInDatabase(let table, let columns):
      return "\(file): в таблице \(table) нет \(columns.joined(separator: ", ")); такая версия базы неизвестна."
    case .damagedDatabase(let message):
      return "\(file): SQLite её не читает: \(message). `sqlite3 ФАЙЛ .recover | sqlite3 НОВЫЙ` может спасти остальное."
    case .changedMeanwhile:
      return
        "\(file): пока база читалась, в неё писала другая программа. Прочитанное загружено; загрузите её ещё раз, чтобы получить остальное."
    case .cannotCopy(let number):
      return "\(file): не удалось сделать личную копию: \(Strings.systemMessage(number)). Каталог для неё задаёт TMPDIR."
    case .gammuSettings:
      return "\(file): копия настроек телефона, SMS в ней нет. Их сохраняет `gammu backupsms ФАЙЛ`."
    case .calls: return "\(file): это копия звонков (<calls>). Сообщения в другом файле, sms-….xml."
    case .otherXML(let root): return "\(file): XML с корнем <\(root)>, а не копия SMS; ожидался <smses>."
    case .noRoot: return "\(file): ожидался элемент <smses>, его нет."
    case .documentType(let line, let byte):
      return
        "\(file):\(line): DOCTYPE на байте \(byte). В копиях SMS его не бывает, а сущности не раскрываются; уберите его, если доверяете файлу."
    case .unknownEncoding:
      return "\(file): текст не в UTF-8, и по нему не понять, в какой он кодировке. Назовите её: --encoding windows-1251, koi8-r, cp866 …"
    case .otherEncoding(let encoding, let byte):
      return
        "\(file): это не \(encoding.rawValue): байт \(byte) там ничего не значит. Назовите другую кодировку: --encoding. То, что было до него, загружено."
    case .nothingRead: return "\(file): внутри нет ничего, что читает Колокол."
    case .phoneBackupWithoutMessages:
      return
        "\(file): копия iPhone без сообщений; они в файле 3d/3d0d7e5fb2ce288813306e4d4636395e047a3d28. Сделайте копию на этом компьютере, без шифрования."
    case .utf16: return "\(file): текст в UTF-16; ожидался UTF-8. Преобразуйте: iconv -f UTF-16 -t UTF-8 ФАЙЛ > НОВЫЙ"
    case .encoding(let name):
      return "\(file): кодировка \(name); ожидалась UTF-8. Преобразуйте: iconv -f \(name) -t UTF-8 ФАЙЛ > НОВЫЙ, и исправьте первую строку."
    case .missingColumns(let missing, let found):
      return "\(file): в таблице нет столбца \(missing.joined(separator: ", ")); есть \(found.joined(separator: ", "))."
    case .badHeader: return "\(file): ожидалась первая строка с названиями столбцов."
    case .unknownFormat(let name, let known): return "--format \(name): такого формата нет; есть \(known.joined(separator: ", "))."
    case .unrecognised:
      return "\(file): неизвестный формат. Форматы перечислены в docs/formats.md; прочее загрузите как CSV с заголовком или строки JSON."
    }
  }

  private static func encryptedInRussian(_ kind: Encryption) -> String {
    switch kind {
    case .archive: "архив закрыт паролем. Распакуйте его (7z x ФАЙЛ) и загрузите файлы из него."
    case .androidBackup: "копия Android (adb), закрытая паролем. Сделайте копию программой SMS Backup & Restore, без шифрования."
    case .openSSL, .pgp, .age: "зашифровано (\(kind.rawValue)). Сначала расшифруйте и загрузите то, что получится."
    case .noise: "сплошной шум: скорее всего, зашифровано. Сначала расшифруйте или сделайте копию без пароля."
    }
  }

  private static func unreadInRussian(_ format: UnreadFormat) -> String {
    switch format {
    case .sevenZip: "архив 7z, его оглавление стоит в конце; назовите файл, а не передавайте по каналу."
    case .androidBackup: "копия Android (adb). Сделайте копию программой SMS Backup & Restore, без шифрования."
    case .pdf: "PDF. Выписки не читаются; выгрузите сообщения."
    case .html: "веб-страница. Выгрузите в XML, CSV или строки JSON."
    case .telegram: "выгрузка Telegram, она не читается: бот пишет не то, что прислал банк. Выгрузите сообщения телефона."
    case .json: "JSON другой программы, эта версия его не читает. Запишите по сообщению в строке, как описано в docs/formats.md."
    }
  }

  @Sendable private static func reasonInRussian(_ reason: Refusal.Reason) -> String {
    switch reason {
    case .cutOff: "файл кончается внутри записи"
    case .endsEarly: "файл кончается раньше </smses>; продолжения нет"
    case .endsBeforeClosing: "файл кончается раньше, чем закрыты скобки; продолжения нет"
    case .otherStart: "время отсчитано от запуска машины, и не от последнего запуска этой; сохраните там в файл и загрузите его"
    case .redacted: "Android закрыл текст; выполните `dumpsys notification --noredact`"
    case .badPair: "ожидались имя, двоеточие и значение, как печатает `mmcli -K`"
    case .badAttributedBody: "текст упакован так, что его не распаковать"
    case .notClosed: "запись не закрыта, а уже началась следующая"
    case .badTag: "неверный тег; ожидалось имя=\"значение\""
    case .strayText: "текст между записями, где ничего не должно быть"
    case .unknownElement(let name): "элемент <\(name)>, которого в копиях SMS не бывает"
    case .nothingInside: "в записи ничего нет"
    case .noTime: "нет времени; ожидалось date или time"
    case .badTime(let found): "«\(found)» не время; ожидались мс от 1970 года или, где можно, 2026-03-01T14:02:11+03:00"
    case .timeOutOfRange(let found): "время \(found) вне 1970–2248 годов"
    case .timeWithoutZone(let found): "у «\(found)» нет часового пояса; в конце ожидалось Z или +03:00"
    case .tooLong(let limit): "длиннее \(limit / 1_048_576) МБ"
    case .nameTooLong(let field, let limit): "слишком длинное значение \(field); имена и номера — до \(limit) байт"
    case .tooMany(let limit): "больше \(limit) записей в одном файле этого формата; разделите его"
    case .notJSON(let expected): "не JSON; ожидалось: \(expectedInRussian(expected))"
    case .noText: "нет ни текста, ни заголовка"
    case .wrongKind(let field): "в \(field) значение не того вида"
    case .unknownWord(let field, let found, let known): "\(field) — «\(found)»; ожидалось \(known.joined(separator: ", "))"
    case .missing(let field): "нет \(field), а без него такой записи не бывает"
    case .unknownType(let found): "type — «\(found)»; ожидалось message, event или finding"
    case .quotes: "кавычки без пары"
    case .columns(let found, let header):
      "столбцов \(found), а в заголовке \(header); текст, где есть разделитель, возьмите в кавычки"
    }
  }

  static func expectedInRussian(_ expected: JSONProblem.Expectation) -> String {
    switch expected {
    case .object: "{"
    case .key: "ключ в кавычках"
    case .colon: ":"
    case .value: "значение"
    case .commaOrBrace: ", или }"
    case .commaOrBracket: ", или ]"
    case .endOfString: "конец текста в кавычках"
    case .escape: "одно из \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"
    case .noControlCharacter: "экранирование вместо управляющего знака"
    case .digit: "цифра"
    case .endOfLine: "конец строки файла"
    case .lessDepth: "не больше 64 уровней"
    }
  }
}
