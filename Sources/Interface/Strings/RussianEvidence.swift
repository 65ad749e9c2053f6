import Foundation
import Ledger
import Model

extension EvidenceStrings {
  static let russian = EvidenceStrings(
    language: "Русский",
    title: "Свидетельства из журнала банковских уведомлений",
    madeAt: { time, version in "Составлено \(time) программой Kolokol \(version)" },
    findings: "Что найдено",
    nothingFound: "В выбранном правила ничего не нашли.",
    chain: "Что произошло",
    compressed:
      "Каждая отметка — событие; расстояния между ними сжаты, время под ними точное. Полоса показывает, сколько устройство было привязано.",
    timelineLegend: "B привязано · U отвязано · P переведено на push · S на СМС · C код · N извещение · T деньги · • прочее",
    messages: "Сообщения",
    messagesCut: { shown, all in "Первые \(shown) из \(all) копий; все они в messages.jsonl." },
    devices: "Все когда-либо привязанные устройства",
    noDevices: "Об устройствах в журнале ничего нет.",
    steps: "Каналы и устройства, как их настраивали здесь",
    origin: "Журнал",
    log: "Состояние журнала, на котором держится пакет",
    entries: "Записей",
    rootName: "Корень (SHA-256)",
    keyName: "Ключ",
    rules: "Правила (SHA-256 файла rules.json)",
    codesCovered: "Одноразовые коды закрыты точками. То, что вокруг них, доказано как есть.",
    codesOpen: "В этом пакете одноразовые коды открыты, как было запрошено.",
    withheld: "[не приводится: код в нём распознан уже после записи]",
    withdrawn: "отозвано: сообщение теперь читается иначе",
    takenBack: "отозвано: ответ взят назад",
    erased: { "Стёрто владельцем и потому не вошло: \($0)." },
    howToCheck: "Как проверить пакет",
    howToCheckSteps: [
      "Программой: kolokol evidence verify КАТАЛОГ. Кроме пакета, ничего не нужно.",
      "С контрольной точкой этого журнала, которую вы сохранили сами: kolokol evidence verify КАТАЛОГ --checkpoint ФАЙЛ. "
        + "Это доказывает ещё и то, что всё записанное до неё с тех пор не меняли.",
      "Без программы: sha256sum -c manifest.txt сверяет файлы. Остальное описано в docs/evidence.md в исходном коде программы, там же сценарий "
        + "в десять строк, которому хватает оболочки и sha256sum.",
    ],
    proves: "Что это доказывает",
    provesPoints: [
      "Каждое сообщение, событие и находка здесь стоят в журнале под указанным номером ровно такими, какими были записаны при поступлении.",
      "Ничто из того, что журнал содержал под этим корнем, с момента подписи не изменено, не выброшено и не переставлено.",
      "Файлы пакета — те самые, что составил владелец ключа журнала.",
    ],
    limits: "Чего это доказать не может",
    limitPoints: [
      "Что сообщение правдиво или пришло от того, кто в нём назван: журнал ручается за то, что дошло до этого устройства, а не за отправителя.",
      "Что ничего не выдумано до записи. Тот, кто управляет устройством, может подать ему ложь; журнал лишь не даёт изменить её потом.",
      "Когда что-то произошло — сверх показаний часов устройства и времени, указанного в сообщениях.",
      "Что владелец ключа не составил журнал заново с самого начала — если только контрольную точку не хранит кто-то другой. "
        + "Часть, записанная после последней такой точки, держится на слове владельца ключа.",
      "Что в журнале нет ничего другого: в пакете то, что выбрали.",
      "Поле «reading» в данных, состояние находок, список устройств и слова этой страницы — то, как программа поняла записи. "
        + "Они подписаны, но доказаны именно записи.",
    ],
    columns: Columns(
      time: "Время", what: "Что", device: "Устройство или номер", place: "Место", entry: "Запись", sender: "От", channel: "Канал",
      endpoint: "Куда", state: "Состояние", text: "Текст", bound: "Привязано", unbound: "Отвязано", who: "Кем"),
    reported: { severity, rule in "\(severity) · \(rule)" },
    condition: "Правило",
    source: "Источник правила",
    history: "Что сделано",
    account: "Счёт",
    made: { path, messages, events, findings in
      "\(path): копий сообщений \(messages), событий \(events), находок \(findings)"
    },
    keepCheckpoint: "Сохраните checkpoint.txt и в другом месте: он не даст журналу отказаться от того, что в нём сейчас.",
    notLogged: { "\($0) можно только читать: пакет сделан по копии, в журнале о нём записи нет." },
    unwritable: { path, errno in
      switch errno {
      case EEXIST: "\(path) уже есть; задайте другое имя."
      case ENOENT, ENOTDIR: "\(path): нет каталога, куда это положить."
      default: "\(path): не записать: \(Strings.systemMessage(errno))"
      }
    },
    nothingChosen: "В пакет положить нечего: сообщений не нашлось, находка не названа.",
    wholeInbox: {
      "Не названы ни запрос, ни находка: в пакет идёт весь ящик, \(Strings.russian.number($0)) "
        + "\(Plural.russian($0, "сообщение", "сообщения", "сообщений"))."
    },
    noSuchFinding: { "Находки \($0) нет. Список: kolokol audit." },
    verified: { verdict in
      "ОК: в журнале есть копии сообщений: \(verdict.messages), события: \(verdict.events), прочие записи: \(verdict.entries), "
        + "находки: \(verdict.findings)" + (verdict.withheld > 0 ? "; без содержания: \(verdict.withheld)" : "")
        + (verdict.kept > 0
          ? "; сверено со сторонними контрольными точками: \(verdict.kept)"
          : "; сторонней контрольной точки нет, так что держится это на слове владельца ключа")
    },
    failed: { "СБОЙ: не так, как должно быть: \($0)" },
    fault: faultInRussian)

  @Sendable private static func faultInRussian(_ fault: PackageFault) -> String {
    switch fault {
    case .unreadable(let path): "\(path): пакета, который можно прочесть, здесь нет: нужен каталог или файл .tar"
    case .tooLarge(let path, let limit):
      "\(path): больше \(limit >> 20) МБ; таких пакетов не бывает. Проверьте, откуда он, или сделайте несколько с более узким QUERY."
    case .cutShort(let path): "\(path): архив обрезан, части его нет. Получите или скопируйте его ещё раз."
    case .noPackage(let path):
      "\(path): это не пакет доказательств: в нём нет \(PackageFile.manifest.rawValue). "
        + "Назовите каталог или файл .tar, которые создала команда `kolokol evidence --out`."
    case .nothing: "проверять нечего: в пакете нет записей"
    case .unsafeName(let name): "\(name): такого имени у файла пакета быть не может, при распаковке он лёг бы в другое место"
    case .notAFile(let name): "\(name): каталог или ссылка; в пакете бывают только файлы"
    case .twice(let name): "\(name): дважды"
    case .missing(let name): "\(name): нет такого файла"
    case .added(let name): "\(name): к пакету не относится, добавлен"
    case .changed(let name): "\(name): изменён, в описи другой"
    case .malformed(let file, let line): "\(file.rawValue), строка \(line): не читается"
    case .manifestUnsigned: "manifest.txt: нет подписи ключом из key.txt"
    case .checkpointUnsigned: "checkpoint.txt: не контрольная точка, подписанная ключом из key.txt"
    case .foreignKey: "key.txt: не тот ключ, что назван в журнале"
    case .notInLog(let entry): "запись \(entry): в журнале этой контрольной точки её нет"
    case .unproven(let file, let line): "\(file.rawValue), строка \(line): за ней нет доказанной записи"
    case .differs(let file, let line, let entry): "\(file.rawValue), строка \(line): говорит не то, за что ручается запись \(entry)"
    case .keptUnsigned(let path): "\(path): не контрольная точка, подписанная ключом журнала"
    case .keptOfOtherLog(let path): "\(path): контрольная точка другого журнала"
    case .keptDiffers(let path, let size): "\(path): первых \(size) записей в журнале больше нет, или они другие: он переписан"
    case .keptUncompared(let path, let size):
      "\(path): в пакете нет доказательства от контрольной точки на \(size) записей; попросите пакет, сделанный с --checkpoint"
    }
  }
}
