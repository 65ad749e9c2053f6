import Model
import Parsing

extension ParseStrings {
  static let russian: ParseStrings = ParseStrings(
    problem: { file, problem in
      switch problem.mistake {
      case .notJSON(let expected, let byte):
        Strings.place(file, problem.line, byte) + "пропущено: не JSON; ожидалось: \(ImportStrings.expectedInRussian(expected))"
      case .noText: Strings.place(file, problem.line, nil) + "пропущено: у объекта нет «text»"
      case .tooLong(let limit): Strings.place(file, problem.line, nil) + "пропущено: длиннее \(limit / 1_048_576) МБ"
      }
    },
    cannotRead: { "\($0): не читается: \(Strings.systemMessage($1))" },
    typeHint: "По сообщению в строке, текстом или как JSON {\"sender\", \"text\"}; конец — Ctrl-D. Подробнее: kolokol parse --help.",
    bank: { $0.nameRu },
    unknownBank: "неизвестный отправитель",
    card: { "карта \($0)" },
    balance: { "остаток \($0)" }, due: { "срок \($0)" }, minimum: { "минимальный платёж \($0)" },
    transfer: "перевод между своими",
    named: { "названо \($0), деньги не двигались" },
    code: { "код \($0)" },
    doubtfulCode: { "может быть, код \($0)" },
    security: { kind in
      switch kind {
      case .deviceBound: "привязано устройство"
      case .deviceUnbound: "отвязано устройство"
      case .tokenLinked: "карта добавлена в кошелёк"
      case .login: "вход"
      case .credentialChanged: "сменён пароль или PIN"
      case .channelChanged: "переключены уведомления"
      case .phoneChanged: "сменён номер телефона"
      case .simChanged: "сменена SIM-карта"
      case .blocked: "блокировка"
      case .bindingRequested: "код или запрос на привязку"
      case .loginRequested: "код для входа"
      case .changeRequested: "код для изменения"
      case .loginFailed: "неудачный вход"
      case .deviceRenamed: "устройство переименовано"
      case .appActivated: "приложение активировано"
      case .keyAdded: "добавлен ключ входа, токен или биометрия"
      case .tokenUnlinked: "карта удалена из кошелька"
      case .contactChanged: "изменён адрес e-mail"
      case .callsForwarded: "включена переадресация звонков"
      case .trusteeNamed: "назначено доверенное лицо"
      case .loanBanLifted: "снят самозапрет на кредиты"
      case .outsideAccess: "доступ стороннего сервиса"
      }
    },
    device: { "устройство «\($0)»" },
    place: { "место: \($0)" },
    template: { "шаблон \($0.number) банка \($0.bank): \($0.text)" },
    noTemplate: "ни один шаблон не подошёл",
    byTemplate: "по шаблону",
    byRecogniser: "распознано")
}
