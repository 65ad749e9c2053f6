import Ingest
import Ledger
import Model
import Storage

extension LedgerStrings {
  static let russian: LedgerStrings = LedgerStrings(
    fault: faultInRussian,
    verified: { verdict in
      let number = Strings.russian.number(_:)
      return "ОК: \(number(verdict.size)) \(Plural.russian(verdict.size, "запись", "записи", "записей")), сверено доставок: "
        + "\(number(verdict.deliveries)), прочих сведений: \(number(verdict.records)), стёрто: \(number(verdict.erased)), "
        + (verdict.withdrawn > 0 ? "отозвано событий: \(number(verdict.withdrawn)), " : "")
        + "контрольных точек: \(number(verdict.checkpoints))"
        + (verdict.newestCheckpoint.map { " (последняя: на первых записей \(number($0)), о ней говорит следующая)" } ?? "")
    },
    onlyItsOwn:
      "Все контрольные точки, с которыми сверен журнал, его собственные: у кого есть ключ, тот мог составить всё заново. Сохраните одну там, где "
      + "ему её не достать (kolokol ledger checkpoint), и сверяйте с ней: --checkpoint ФАЙЛ",
    failed: { "СБОЙ: расхождений с записанным: \(Strings.russian.number($0))" },
    readingsSame: { "ОК: прочитано заново сообщений: \(Strings.russian.number($0)), все как хранятся" },
    readingsDiffer: { report in
      let number = Strings.russian.number(_:)
      let first = report.examples.first.map {
        ", первое \($0.row.id.rawValue) (\($0.fields.map(ReparseStrings.russian.field).joined(separator: ", ")))"
      }
      return "СБОЙ: хранятся иначе, чем теперь читаются тексты: \(number(report.changed)) из \(number(report.read))\(first ?? ""). "
        + "Либо их правили, либо читала программа или файл банка другой версии; что именно, нигде не записано. "
        + "Посмотреть и исправить: kolokol reparse"
    },
    sealBroken: "журнал: kolokol ledger verify",
    moreFaults: { "… и ещё \(Strings.russian.number($0))" },
    moreOfKind: { "… и ещё \(Strings.russian.number($0)) того же рода" },
    allFaults: "Все до единого назовёт --all.",
    key: keyInRussian,
    keyForeign: { "\($0): это ключ другого журнала. Верните свой или начните новый: kolokol ledger new-key" },
    noSuchLeaf: { "В журнале нет записи \($0)." },
    unreadableFile: { "\($0): не читается." },
    holdsNoCheckpoint: {
      "\($0): контрольной точки в нём нет. Укажите файл с тем, что напечатала команда `kolokol ledger checkpoint`."
    },
    keepElsewhere: "Сохраните это там, где не достанет тот, кто может изменить базу: на бумаге, в письме себе, снимком экрана.",
    checkpointWasTorn: {
      "\($0): контрольной точки в нём не было, и обрезку журнала он бы не показал; файл записан заново. "
        + "Сверить с точкой, которую вы сохранили: kolokol ledger verify --checkpoint ФАЙЛ"
    },
    keyIsThere: { "Ключ в \($0) на месте и подходит журналу; ничего не сделано. Если всё же нужен другой: --replace" },
    keyReplaced: {
      "Новый ключ лежит в \($0), в журнале это записано. Напечатайте и сохраните контрольную точку: kolokol ledger checkpoint"
    },
    nothingToExplain: { "У записи \($0) часы назад не переводились; пояснять нечего." },
    explained: { "Запись \($0) пояснена в журнале." },
    erasedText: "[стёрто; запись в журнале остаётся]",
    erased: {
      "Стёрто: \(Strings.russian.number($0)) \(Plural.russian($0, "сообщение", "сообщения", "сообщений")). Записи в журнале остаются, без содержания. "
        + "Копии в резервных копиях и загруженных файлах не тронуты."
    },
    erasedWhileRead: {
      "\($0): стёрто, но с базой работает другая программа, и пока она не закончит, копии остаются в файле. "
        + "Потом повторите ту же команду"
    },
    askErase: {
      "Стереть насовсем \(Strings.russian.number($0)) \(Plural.russian($0, "сообщение", "сообщения", "сообщений"))? Отменить будет нельзя. [д/Н]"
    },
    notErased: "Ничего не стёрто.")

  static func schemaInRussian(_ difference: SchemaDifference) -> String {
    let what = "\(difference.type) \(difference.name)" + (difference.type == "table" ? "" : " у \(difference.table)")
    return switch difference.kind {
    case .foreign: "в базе чужое: " + what
    case .missing: "в базе нет: " + what
    case .changed: "в базе не такое, как делает программа: " + what
    }
  }

  /// What to do about it.
  static func dropInRussian(_ differences: [SchemaDifference], _ path: String) -> String {
    guard differences.allSatisfy({ $0.kind == .foreign }) else {
      return " Верните резервную копию или загрузите файлы заново в новую базу."
    }
    let drops = differences.map { "DROP \($0.type.uppercased()) \"\($0.name)\"" }.joined(separator: "; ")
    return " Убрать: sqlite3 '\(path)' '\(drops)'. Что было скрыто: kolokol audit --from-the-beginning"
  }

  @Sendable private static func keyInRussian(_ failure: KeyFile.Failure) -> String {
    switch failure {
    case .missing(let path):
      "\(path): ключ потерян, подписать контрольную точку нечем. Верните его из копии или начните новый: kolokol ledger new-key"
    case .malformed(let path): "\(path): это не ключ. Верните его из копии или начните новый: kolokol ledger new-key"
    case .system(let path, let errno): "\(path): \(Strings.systemMessage(errno))"
    }
  }

  private static func name(_ record: LedgerFault.Record) -> String {
    switch record {
    case .event(let id): id.isEmpty ? "событие" : "событие \(id)"
    case .finding(let id): "находка \(id)"
    case .triage(let id): "шаг \(id) в работе с находками"
    case .preference(let id): "настройка канала \(id)"
    case .device(let id): "шаг \(id) с устройством"
    }
  }

  private static func place(_ place: LedgerFault.CheckpointPlace) -> String {
    switch place {
    case .database: "контрольной точки в базе"
    case .file(let path): "контрольной точки в \(path)"
    }
  }

  /// What to do when it was the user who did it.
  private static func restored(_ from: LedgerFault.CheckpointPlace) -> String {
    guard case .file(let path) = from else { return "" }
    return " Если резервную копию вернули вы сами, уберите \(path) и загрузите то, что пришло позже"
  }

  @Sendable private static func faultInRussian(_ fault: LedgerFault) -> String {
    let entry = fault.leaf.map { "запись \($0): " } ?? ""
    return switch fault.reason {
    case .nothing: "проверять нечего: в журнале нет записей"
    case .tableMissing(let table): "нет таблицы журнала \(table): программа такой базу не оставляла"
    case .schema(let difference):
      schemaInRussian(difference) + ": сообщения и тревоги могли быть скрыты. Что именно: kolokol audit --from-the-beginning"
    case .stateMalformed: "строки о том, докуда дошёл журнал, нет или она испорчена"
    case .leafMissing: entry + "её нет; записи удалены"
    case .leafMalformed: entry + "её байты не запись"
    case .leafMoved: entry + "она из другого места или другого журнала"
    case .leafChanged: entry + "её байты изменены"
    case .leavesChanged(let last): entry + "изменена она или одна из следующих до \(last)"
    case .sizeDiffers(let expected): entry + "записей в журнале должно быть \(expected); их удаляли или добавляли руками"
    case .rootDiffers: "из записей не выходит корень, от которого журнал продолжается"
    case .clockSetBack(let milliseconds):
      entry + "часы были переведены назад на \(Strings.clock(Double(milliseconds) / 1000)); времени около неё верить нельзя. "
        + "Если знаете почему: kolokol ledger explain \(fault.leaf ?? 0) \"…\""
    case .messageChanged(let id): entry + "сообщение \(id.rawValue) не то, что пришло: изменены текст, отправитель, время или иное"
    case .messageMissing: entry + "сообщение, о котором она, удалено, и не через kolokol erase"
    case .messageUnlogged(let id): "сообщение \(id.rawValue) внесено в базу руками, журнал его не знает"
    case .messageEntryLost(let id): entry + "сообщение \(id.rawValue) не с чем сверить: журнал обрывается раньше"
    case .messageTwice(let id): entry + "сообщение \(id.rawValue) выдаёт её за свою, а она чужая"
    case .saltMissing(let id): entry + "сообщение \(id.rawValue) не проверить: его соль удалена"
    case .recordChanged(let record): entry + "не то, что записано: \(name(record))"
    case .recordMissing(let record): entry + "удалено то, о чём она: \(name(record))"
    case .recordUnlogged(let record): entry + "внесено в базу руками, журнал этого не знает: \(name(record))"
    case .recordEntryLost(let record): entry + "не с чем сверить, журнал обрывается раньше: \(name(record))"
    case .withdrawalUnfounded(let leaf): entry + "она отзывает запись \(leaf), а это ни событие из сообщения, ни взятый назад ответ"
    case .importChanged(let source): entry + "загрузка \(source) не такая, как записано"
    case .checkpointMalformed(let size): "контрольная точка в базе на \(size) записей не подписана ключом журнала"
    case .checkpointMissing(let size): entry + "контрольная точка на \(size) записей, о которой она, удалена из базы"
    case .checkpointUnlogged(let size):
      "контрольная точка на \(size) записей внесена в базу руками: подписана ключом журнала, но журнал её не знает"
    case .checkpointDiffers(let size, let from): "первые \(size) записей не те, что у \(place(from)): журнал переписан"
    case .rolledBack(let size, let from):
      entry + "у \(place(from)) было записей: \(size); журнал обрезан или база заменена старой копией."
        + restored(from)
    case .otherLog(let origin, let from):
      "журнал не тот, что у \(place(from)) (\(origin)): база заменена. Если вы нарочно начали заново, удалите тот файл"
    case .checkpointUnsigned(let from): "нет подписи ключом журнала у \(place(from))"
    case .checkpointUnreadable(let from):
      "не похоже на контрольную точку содержимое \(place(from)), обрезку журнала по нему не узнать. "
        + "Записать заново: kolokol ledger checkpoint"
    case .checkpointFileMissing(let path):
      "\(path): файла нет, и замену базы старой копией было бы не заметить. Записать его снова: kolokol ledger checkpoint"
    case .key(let failure): keyInRussian(failure)
    case .keyForeign(let path): russian.keyForeign(path)
    }
  }
}
