import Detection
import Model
import Storage

extension SecurityStrings {
  static let english: SecurityStrings = SecurityStrings(
    rule: ruleInEnglish,
    advice: adviceInEnglish,
    severity: { $0.name },
    state: { state in
      switch state {
      case .new: "new"
      case .acknowledged: "acknowledged"
      case .inProgress: "in progress"
      case .resolved: "resolved"
      case .suppressed: "suppressed"
      case .withdrawn: "withdrawn"
      }
    },
    event: eventInEnglish,
    ruleHeadings: ["Condition", "Source", "No finding", "What to do"],
    noSuchRule: { "There is no rule \($0). `kolokol rules` lists them." },
    streamDone: { events, findings, refused, passedOver in
      "\(events) \(Plural.english(events, "event", "events")) read, \(findings) \(Plural.english(findings, "finding", "findings")); "
        + "\(refused) \(Plural.english(refused, "line", "lines")) refused, "
        + "\(passedOver) that \(Plural.english(passedOver, "is no event", "are no events")) passed over"
    },
    noFindings: "No findings.",
    judgedAlike: { judgement in
      let number = Strings.english.number(_:)
      return "OK: \(number(judgement.messages)) \(Plural.english(judgement.messages, "message", "messages")) and "
        + "\(number(judgement.events)) \(Plural.english(judgement.events, "event", "events")) judged from the beginning; everything is stored as the rules find it"
    },
    judgedOtherwise: { judgement in
      let count = judgement.differences.count
      return "FAIL: \(Strings.english.number(count)) \(Plural.english(count, "thing is", "things are")) stored otherwise than the rules "
        + "find from the beginning. Something kept them out of the database or changed them there"
    },
    difference: { difference in
      func about(_ finding: Finding) -> String {
        "\(finding.id.text) (\(finding.severity.name)\(finding.device.map { ", " + $0.label } ?? ""), \(finding.time.rfc3339))"
      }
      return switch difference {
      case .eventMissing(let event):
        "event \(event.id) (\(event.kind.name)\(event.device.map { ", " + $0.label } ?? ""), \(event.time.rfc3339)): "
          + "a message tells it, and it isn't stored"
      case .findingMissing(let finding): "finding \(about(finding)): the rules find it, and it isn't stored"
      case .findingDiffers(let stored, let found): "finding \(about(stored)): the rules find it as \(about(found))"
      case .findingUnfounded(let finding): "finding \(about(finding)): it is stored, and the rules don't find it"
      }
    },
    screen: .english)

  @Sendable private static func ruleInEnglish(_ rule: RuleID, _ limits: Limits) -> RuleText {
    func text(_ name: String, _ condition: String, _ source: String, _ guardText: String = "") -> RuleText {
      RuleText(name: name, condition: condition, source: source, guardText: guardText)
    }
    switch rule.number {
    case 1:
      return text(
        "New binding", "a device was bound; medium when an old endpoint confirmed it", "MITRE T1098.005", "an account's first device")
    case 2:
      return text(
        "Bound without re-authentication",
        "no authentication on an old endpoint before, or a code older than \(time(limits.codeAge)) or used before",
        "NIST SP 800-63B-4", "bound at a branch")
    case 3:
      return text(
        "Owner not warned", "within \(time(limits.notice)) no notice of the binding was tried at an endpoint that was there before",
        "ours; independence of NIST and MAS", "there is no such endpoint")
    case 4:
      return text(
        "Takeover chain", "a device was bound and messages were switched to push or to it, in either order within \(time(limits.hot))",
        "Bank of Russia's sign of a transfer without consent, by analogy", "an old endpoint confirmed both")
    case 5:
      return text(
        "Code diverted", "a code went to a new endpoint and to no old one; critical from the second on or after a switch", "ours",
        "the owner chose it from an old endpoint")
    case 6:
      return text(
        "Client in the dark", "\(limits.darkMessages) security messages in a row went to new endpoints only", "ours",
        "the old device was unlinked from itself")
    case 7:
      return text(
        "Cooling-off broken", "a payee, limit, contact or transfer was confirmed on a device bound less than \(time(limits.cooling)) ago",
        "MAS, Singapore",
        "an old endpoint confirmed the device")
    case 8:
      return text(
        "Number changed, then transfer", "the login phone changed and money left within \(time(limits.hot))", "Bank of Russia, OD-2506",
        "changed from an old endpoint, or confirmed by the client")
    case 9:
      return text(
        "SIM changed, then SMS code", "a code went by SMS within \(time(limits.hot)) after the SIM was replaced or ported",
        "ours; an indicator of NIST",
        "the owner confirmed the change")
    case 10:
      return text(
        "Loan after takeover", "a loan within \(time(limits.hot)) after a binding or a switch to push", "ours",
        "the loan is older, or an old endpoint switched")
    case 11:
      return text(
        "Loan paid out early",
        "from \(sum(limits.smallLoan)) on within \(time(limits.smallLoanWait)), above \(sum(limits.largeLoan)) within \(time(limits.largeLoanWait)) after it was granted",
        "9-FZ",
        "mortgages, car loans, loans at the till")
    case 12:
      return text(
        "To oneself, then to a stranger",
        "over \(sum(limits.ownTransfer)) came from oneself, and within \(time(limits.strangerWithin)) money went to a payee not paid for \(time(limits.payeeKnown))",
        "Bank of Russia, OD-2506", "a known payee")
    case 13:
      return text(
        "Rapid drain",
        "more than \(limits.drainPercent) % of a balance of \(sum(limits.drainBalance)) or more left within \(time(limits.drainWithin))",
        "MAS, Singapore", "no balance is known")
    case 14:
      return text(
        "Burst of bindings", "\(limits.burstDevices) or more devices were bound within \(time(limits.burstWithin))", "Elastic",
        "an enrolment")
    case 15:
      return text(
        "Shared device or number", "the same device or phone on two or more accounts", "Okta", "a phone declared as the family's")
    case 16:
      return text(
        "Old device removed",
        "an old device was unlinked and not linked again within \(time(limits.relink)); at once while there is a new endpoint",
        "Elastic",
        "unlinked from itself, or replaced by a confirmed one")
    case 17:
      return text(
        "Reset, then binding", "a device was bound less than \(time(limits.resetWithin)) after a credential reset", "Splunk",
        "an old endpoint confirmed it")
    case 18:
      return text(
        "Binding during an alert", "a device was bound while a high finding of the last \(time(limits.alert)) was open",
        "ours; Elastic has 5 minutes",
        "the client said \"it was me\"")
    case 19:
      return text(
        "Unseen login", "a device not seen for \(time(limits.unseenDevice)), or a kind of device not seen for \(time(limits.unseenKind))",
        "Elastic, new terms",
        "the account's first \(time(limits.learning))")
    case 20:
      return text("Sleeper wakes", "a code or a login after \(time(limits.sleep)) without anything", "ours", "known by messages alone")
    case 21:
      return text(
        "Prompt bombing",
        "\(limits.prompts) refused requests within \(time(limits.promptsWithin)), or \(limits.promptsApproved) and then one approved, which is critical",
        "Elastic; with an approval: ours",
        "repeats within \(time(limits.resend)) are one")
    case 22:
      return text(
        "\"Not me\"", "the client denied something; critical when it is a binding", "Sigma",
        "\"it was me\" within \(time(limits.takeBack)) makes it low")
    case 23:
      return text(
        "Push to an unlinked device", "a push was sent to a device after it was unlinked; up to \(time(limits.flight)) later medium",
        "ours",
        "linked again")
    case 24:
      return text(
        "Notice hidden", "a new endpoint deleted a security notice or read it first, within \(time(limits.hot))", "Elastic, ours",
        "an old endpoint had read it")
    case 25:
      return text(
        "Not the bank", "an unregistered sender or a host that looks like the bank's, or a code bound to another domain", "UTS 39, WICG",
        "names on the allow-list")
    case 26:
      return text(
        "Preference not honoured",
        "\(limits.notHonoured) messages within \(time(limits.notHonouredWithin)) by a channel other than the chosen one", "ours",
        "the bank decides")
    case 27:
      return text(
        "Channel switched", "a preference changed; medium when codes are among what it is for", "ours", "near a binding it is R04's")
    case 28:
      return text(
        "Binding asked for", "a code or a request to link a device, an app or a wallet was sent", "MITRE T1098.005",
        "the account's first day; requests within \(time(limits.codeAge)) are one")
    case 29:
      return text(
        "Another way in",
        "a passkey, a token, a biometric login, a nameless device, an outside service or a trusted person was added; high within \(time(limits.hot)) after a "
          + "new device, number, SIM or password, and only then a card in a wallet",
        "ours; NIST SP 800-63B", "the account's first day")
    case 30: return text("Calls forwarded", "calls to the client's number go to another one", "MITRE T1616")
    case 31:
      return text(
        "Ban on loans lifted",
        "the client's ban on loans was lifted; critical within \(time(limits.hot)) after a new device, number, SIM or password",
        "31-FZ")
    default: return text(rule.description, "", "")
    }
  }

  private static func time(_ milliseconds: Int64) -> String {
    let (count, unit) = TimeUnit.fitting(milliseconds)
    let words =
      switch unit {
      case .day: ("day", "days")
      case .hour: ("hour", "hours")
      case .minute: ("minute", "minutes")
      case .second: ("second", "seconds")
      }
    return "\(count) \(Plural.english(count, words.0, words.1))"
  }

  @Sendable private static func adviceInEnglish(_ rule: RuleID, _ phone: String?) -> [String] {
    let call = phone.map { "Call the bank: \($0)." } ?? "Call the bank, at the number on the back of your card."
    switch rule.number {
    case 28: return ["Tell nobody the code.", call, "If you asked for it yourself, there is nothing to do."]
    case 1, 2, 3, 4, 5, 6, 14, 16, 17, 18, 22, 23, 24, 29:
      return [
        call, "Ask to unlink the device and end all its sessions.",
        "Change the password from a device of your own; have messages sent by SMS again.",
        "Ask for a written record of the binding, and keep this evidence for the bank and the police.",
      ]
    case 7, 12, 13:
      return [
        call, "Ask to stop the transfer and block cards and accounts.",
        "File a written objection within a day, and report it to the police.",
      ]
    case 8, 9, 30:
      return [
        call, "Call your operator: was the SIM replaced or the number ported?", "Have codes sent to another endpoint until it is clear.",
      ]
    case 31:
      return [call, "Put the ban on again at Gosuslugi.", "Look into your credit history for applications that aren't yours."]
    case 10, 11:
      return [
        call, "Object to the loan in writing at once; ask to stop its payout.",
        "Report it to the police, and forbid loans in your name at Gosuslugi.",
      ]
    case 25: return ["Don't open the link, don't call back, don't tell anybody a code.", call]
    case 26: return [call + " Ask why the chosen channel isn't kept to."]
    case 15: return ["For the auditor: find out whether the accounts belong to one household."]
    default: return ["If it was you, there is nothing to do.", call]
    }
  }

  @Sendable private static func eventInEnglish(_ kind: EventKind) -> String {
    switch kind {
    case .deviceBound: "device bound"
    case .deviceUnbound: "device unlinked"
    case .channelChanged: "channel switched"
    case .devicePreferred: "device preferred"
    case .phoneChanged: "phone number changed"
    case .simChanged: "SIM changed"
    case .login: "login"
    case .promptDenied: "request refused"
    case .promptApproved: "request approved"
    case .credentialReset: "credentials reset"
    case .codeDelivered: "code delivered"
    case .noticeSent: "notice sent"
    case .noticeRead: "notice read"
    case .noticeDeleted: "notice deleted"
    case .transfer: "transfer"
    case .loanIssued: "loan granted"
    case .loanPaidOut: "loan paid out"
    case .limitChanged: "limit changed"
    case .payeeAdded: "payee added"
    case .contactChanged: "contact changed"
    case .pushDelivered: "push delivered"
    case .messageReceived: "message"
    case .denied: "\"not me\""
    case .confirmed: "\"it was me\""
    case .bindingRequested: "link asked for"
    case .keyAdded: "another way in"
    case .tokenLinked: "card in a wallet"
    case .callsForwarded: "calls forwarded"
    case .trusteeNamed: "trusted person named"
    case .loanBanLifted: "ban on loans lifted"
    case .outsideAccess: "outside access"
    }
  }
}
