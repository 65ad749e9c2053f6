import Detection
import Model
import Storage

extension SecurityStrings {
  static let russian: SecurityStrings = SecurityStrings(
    rule: ruleInRussian,
    advice: adviceInRussian,
    severity: { severity in
      switch severity {
      case .low: "низкая"
      case .medium: "средняя"
      case .high: "высокая"
      case .critical: "критическая"
      }
    },
    state: { state in
      switch state {
      case .new: "новая"
      case .acknowledged: "принята"
      case .inProgress: "в работе"
      case .resolved: "решена"
      case .suppressed: "отложена"
      case .withdrawn: "снята"
      }
    },
    event: eventInRussian,
    ruleHeadings: ["Условие", "Источник", "Не находка", "Что делать"],
    noSuchRule: { "Правила \($0) нет. Список: `kolokol rules`." },
    streamDone: { events, findings, refused, passedOver in
      "прочитано событий: \(events), находок: \(findings); отвергнуто строк: \(refused), пропущено не событий: \(passedOver)"
    },
    noFindings: "Находок нет.",
    judgedAlike: { judgement in
      let number = Strings.russian.number(_:)
      return "ОК: с самого начала проверено сообщений: \(number(judgement.messages)), событий: \(number(judgement.events)); "
        + "всё хранится так, как находят правила"
    },
    judgedOtherwise: { judgement in
      "СБОЙ: хранится иначе, чем находят правила с самого начала: \(Strings.russian.number(judgement.differences.count)). "
        + "Что-то не пустило это в базу или изменило там"
    },
    difference: { difference in
      func about(_ finding: Finding) -> String {
        "\(finding.id.text) (\(russian.severity(finding.severity))\(finding.device.map { ", " + $0.label } ?? ""), \(finding.time.rfc3339))"
      }
      return switch difference {
      case .eventMissing(let event):
        "событие \(event.id) (\(event.kind.name)\(event.device.map { ", " + $0.label } ?? ""), \(event.time.rfc3339)): "
          + "о нём говорит сообщение, а в базе его нет"
      case .findingMissing(let finding): "находка \(about(finding)): правила её видят, а в базе её нет"
      case .findingDiffers(let stored, let found): "находка \(about(stored)): по правилам она \(about(found))"
      case .findingUnfounded(let finding): "находка \(about(finding)): в базе она есть, а правила её не видят"
      }
    },
    screen: .russian)

  @Sendable private static func ruleInRussian(_ rule: RuleID, _ limits: Limits) -> RuleText {
    func text(_ name: String, _ condition: String, _ source: String, _ guardText: String = "") -> RuleText {
      RuleText(name: name, condition: condition, source: source, guardText: guardText)
    }
    switch rule.number {
    case 1:
      return text(
        "Новая привязка", "привязано устройство; средняя, если подтвердил прежний адрес", "MITRE T1098.005", "первое устройство счёта")
    case 2:
      return text(
        "Привязка без проверки", "до неё нет входа с прежнего адреса, либо код старше \(time(limits.codeAge)) или уже использован",
        "NIST SP 800-63B-4",
        "привязано в отделении")
    case 3:
      return text(
        "Владелец не предупреждён", "в течение \(time(limits.notice)) ни на один прежний адрес не отправлено уведомление о привязке",
        "наше; независимость по NIST и MAS", "прежних адресов нет")
    case 4:
      return text(
        "Цепочка захвата", "привязано устройство и сообщения переведены на push или на него, в любом порядке в течение \(time(limits.hot))",
        "признак перевода без согласия, Банк России, по аналогии", "то и другое подтвердил прежний адрес")
    case 5:
      return text(
        "Код ушёл чужому", "код пришёл на новый адрес и ни на один прежний; критическая со второго или после переключения", "наше",
        "владелец выбрал сам с прежнего адреса")
    case 6:
      return text(
        "Клиент в неведении", "сообщения о безопасности, \(limits.darkMessages) подряд, — только на новые адреса", "наше",
        "прежнее устройство отвязало себя само")
    case 7:
      return text(
        "Нарушено охлаждение", "получатель, лимит, контакт или перевод подтверждён на устройстве моложе \(time(limits.cooling))",
        "MAS, Сингапур",
        "устройство подтвердил прежний адрес")
    case 8:
      return text(
        "Смена номера, затем перевод", "сменился номер для входа, и в течение \(time(limits.hot)) ушли деньги", "Банк России, ОД-2506",
        "сменили с прежнего адреса или подтвердил клиент")
    case 9:
      return text(
        "Смена SIM, затем код", "код пришёл по SMS в течение \(time(limits.hot)) после замены SIM или переноса номера",
        "наше; индикатор NIST",
        "смену подтвердил владелец")
    case 10:
      return text(
        "Кредит после захвата", "кредит в течение \(time(limits.hot)) после привязки или перехода на push", "наше",
        "кредит старше, или переключил прежний адрес")
    case 11:
      return text(
        "Кредит выдан рано",
        "от \(sum(limits.smallLoan)) раньше \(time(limits.smallLoanWait)), свыше \(sum(limits.largeLoan)) раньше \(time(limits.largeLoanWait)) после одобрения",
        "9-ФЗ",
        "ипотека, автокредит, кредит на кассе")
    case 12:
      return text(
        "Себе, затем незнакомцу",
        "от себя пришло больше \(sum(limits.ownTransfer)), и в течение \(time(limits.strangerWithin)) деньги ушли тому, кому не платили дольше \(time(limits.payeeKnown))",
        "Банк России, ОД-2506", "знакомый получатель")
    case 13:
      return text(
        "Быстрый вывод",
        "в течение \(time(limits.drainWithin)) ушло больше \(limits.drainPercent) % остатка от \(sum(limits.drainBalance))",
        "MAS, Сингапур", "остаток неизвестен")
    case 14:
      return text(
        "Череда привязок", "\(limits.burstDevices) и больше устройств в течение \(time(limits.burstWithin))", "Elastic",
        "первое подключение")
    case 15: return text("Общее устройство или номер", "одно устройство или телефон на двух и более счетах", "Okta", "семейный телефон")
    case 16:
      return text(
        "Удалено прежнее устройство",
        "прежнее устройство отвязано и не вернулось в течение \(time(limits.relink)); сразу, если есть новый адрес", "Elastic",
        "отвязало себя само или заменено подтверждённым")
    case 17:
      return text(
        "Сброс, затем привязка", "устройство привязано раньше \(time(limits.resetWithin)) после сброса пароля", "Splunk",
        "подтвердил прежний адрес")
    case 18:
      return text(
        "Привязка во время тревоги", "устройство привязано при открытой высокой находке не старше \(time(limits.alert))",
        "наше; у Elastic 5 минут",
        "клиент ответил «это я»")
    case 19:
      return text(
        "Незнакомый вход", "устройства не было дольше \(time(limits.unseenDevice)), или такого вида устройств — \(time(limits.unseenKind))",
        "Elastic, new terms", "счёт моложе \(time(limits.learning))")
    case 20: return text("Проснулся спящий", "код или вход после \(time(limits.sleep)) тишины", "наше", "известно только по сообщениям")
    case 21:
      return text(
        "Бомбардировка запросами",
        "\(limits.prompts) или больше отказов в течение \(time(limits.promptsWithin)), или \(limits.promptsApproved), а затем одобрение: это критично",
        "Elastic; с одобрением: наше", "повторы в течение \(time(limits.resend)) — один")
    case 22:
      return text(
        "«Не я»", "клиент отрицает; критическая, если это привязка", "Sigma", "«это я» в течение \(time(limits.takeBack)) делает её низкой")
    case 23:
      return text(
        "Push на отвязанное", "push отправлен на устройство после отвязки; до \(time(limits.flight)) — средняя", "наше", "снова привязано")
    case 24:
      return text(
        "Уведомление спрятано", "новый адрес удалил уведомление или прочёл его первым, в течение \(time(limits.hot))", "Elastic, наше",
        "прежний адрес уже прочёл")
    case 25:
      return text(
        "Это не банк", "незарегистрированный отправитель или адрес сайта, похожий на банк, либо код для чужого домена", "UTS 39, WICG",
        "имена из белого списка")
    case 26:
      return text(
        "Выбор не соблюдён",
        "\(limits.notHonoured) или больше сообщений в течение \(time(limits.notHonouredWithin)) не тем каналом, который выбран", "наше",
        "решает банк")
    case 27:
      return text("Канал переключён", "выбор канала изменился; средняя, если это касается кодов", "наше", "рядом с привязкой это R04")
    case 28:
      return text(
        "Запрошена привязка", "пришёл код или запрос на привязку устройства, приложения или кошелька", "MITRE T1098.005",
        "первый день счёта; запросы в течение \(time(limits.codeAge)) — один")
    case 29:
      return text(
        "Ещё один вход",
        "добавлен ключ входа, токен, биометрия, безымянное устройство, сторонний сервис или доверенное лицо; высокая в течение \(time(limits.hot)) после нового "
          + "устройства, номера, SIM или пароля, и лишь тогда карта в кошельке",
        "наше; NIST SP 800-63B", "первый день счёта")
    case 30: return text("Переадресация звонков", "звонки на номер клиента идут на другой", "MITRE T1616")
    case 31:
      return text(
        "Снят самозапрет",
        "снят самозапрет на кредиты; критическая в течение \(time(limits.hot)) после нового устройства, номера, SIM или пароля", "31-ФЗ")
    default: return text(rule.description, "", "")
    }
  }

  /// In the genitive: "в течение 48 часов".
  private static func time(_ milliseconds: Int64) -> String {
    let (count, unit) = TimeUnit.fitting(milliseconds)
    let words =
      switch unit {
      case .day: ("дня", "дней")
      case .hour: ("часа", "часов")
      case .minute: ("минуты", "минут")
      case .second: ("секунды", "секунд")
      }
    return "\(count) \(count % 10 == 1 && count % 100 != 11 ? words.0 : words.1)"
  }

  @Sendable private static func adviceInRussian(_ rule: RuleID, _ phone: String?) -> [String] {
    let call = phone.map { "Позвоните в банк: \($0)." } ?? "Позвоните в банк по номеру на обороте карты."
    switch rule.number {
    case 28: return ["Никому не называйте код.", call, "Если запрашивали вы сами, делать ничего не нужно."]
    case 1, 2, 3, 4, 5, 6, 14, 16, 17, 18, 22, 23, 24, 29:
      return [
        call, "Попросите отвязать устройство и закрыть все его сеансы.", "Смените пароль со своего устройства; верните сообщения на SMS.",
        "Попросите письменную справку о привязке и сохраните эти доказательства для банка и полиции.",
      ]
    case 7, 12, 13:
      return [
        call, "Попросите остановить перевод и заблокировать карты и счета.",
        "В течение суток подайте письменное возражение и заявление в полицию.",
      ]
    case 8, 9, 30:
      return [
        call, "Позвоните оператору: меняли ли SIM, переносили ли номер?", "Пусть коды приходят на другой адрес, пока это не выяснится.",
      ]
    case 31:
      return [call, "Снова установите самозапрет на Госуслугах.", "Проверьте в кредитной истории, нет ли чужих заявок."]
    case 10, 11:
      return [
        call, "Сразу письменно оспорьте кредит и попросите остановить выдачу.",
        "Заявите в полицию и установите самозапрет на кредиты на Госуслугах.",
      ]
    case 25: return ["Не открывайте ссылку, не перезванивайте, никому не называйте код.", call]
    case 26: return [call + " Спросите, почему выбранный канал не соблюдается."]
    case 15: return ["Аудитору: выясните, одной ли семье принадлежат счета."]
    default: return ["Если это вы, делать ничего не нужно.", call]
    }
  }

  @Sendable private static func eventInRussian(_ kind: EventKind) -> String {
    switch kind {
    case .deviceBound: "привязано устройство"
    case .deviceUnbound: "отвязано устройство"
    case .channelChanged: "переключён канал"
    case .devicePreferred: "выбрано устройство"
    case .phoneChanged: "сменён номер"
    case .simChanged: "сменена SIM"
    case .login: "вход"
    case .promptDenied: "запрос отклонён"
    case .promptApproved: "запрос одобрен"
    case .credentialReset: "сброшен пароль"
    case .codeDelivered: "доставлен код"
    case .noticeSent: "отправлено уведомление"
    case .noticeRead: "прочитано уведомление"
    case .noticeDeleted: "удалено уведомление"
    case .transfer: "перевод"
    case .loanIssued: "одобрен кредит"
    case .loanPaidOut: "выдан кредит"
    case .limitChanged: "изменён лимит"
    case .payeeAdded: "добавлен получатель"
    case .contactChanged: "изменён контакт"
    case .pushDelivered: "доставлен push"
    case .messageReceived: "сообщение"
    case .denied: "«не я»"
    case .confirmed: "«это я»"
    case .bindingRequested: "запрос на привязку"
    case .keyAdded: "новый способ входа"
    case .tokenLinked: "карта в кошельке"
    case .callsForwarded: "переадресация звонков"
    case .trusteeNamed: "доверенное лицо"
    case .loanBanLifted: "снят самозапрет"
    case .outsideAccess: "доступ извне"
    }
  }
}
