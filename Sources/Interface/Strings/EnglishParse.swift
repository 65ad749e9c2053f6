import Model
import Parsing

extension ParseStrings {
  static let english: ParseStrings = ParseStrings(
    problem: { file, problem in
      switch problem.mistake {
      case .notJSON(let expected, let byte):
        Strings.place(file, problem.line, byte) + "left out: not JSON; expected \(ImportStrings.expectedInEnglish(expected))"
      case .noText: Strings.place(file, problem.line, nil) + "left out: the object has no “text”"
      case .tooLong(let limit): Strings.place(file, problem.line, nil) + "left out: longer than \(limit / 1_048_576) MB"
      }
    },
    cannotRead: { "\($0): can't be read: \(Strings.systemMessage($1))" },
    typeHint: "One message a line, as text or as JSON {\"sender\", \"text\"}; Ctrl-D ends. kolokol parse --help says more.",
    bank: { $0.name },
    unknownBank: "unknown sender",
    card: { "card \($0)" },
    balance: { "balance \($0)" }, due: { "due \($0)" }, minimum: { "minimum payment \($0)" },
    transfer: "transfer",
    named: { "\($0) named, none moved" },
    code: { "code \($0)" },
    doubtfulCode: { "maybe a code \($0)" },
    security: { kind in
      switch kind {
      case .deviceBound: "device linked"
      case .deviceUnbound: "device unlinked"
      case .tokenLinked: "card added to a wallet"
      case .login: "login"
      case .credentialChanged: "password or PIN changed"
      case .channelChanged: "notifications switched"
      case .phoneChanged: "phone number changed"
      case .simChanged: "SIM changed"
      case .blocked: "blocked"
      case .bindingRequested: "code or request to link something"
      case .loginRequested: "code for a login"
      case .changeRequested: "code for a change"
      case .loginFailed: "failed login"
      case .deviceRenamed: "device renamed"
      case .appActivated: "app activated"
      case .keyAdded: "passkey, token or biometric login set up"
      case .tokenUnlinked: "card removed from a wallet"
      case .contactChanged: "e-mail address changed"
      case .callsForwarded: "calls forwarded"
      case .trusteeNamed: "trusted person named"
      case .loanBanLifted: "ban on loans lifted"
      case .outsideAccess: "access by an outside service"
      }
    },
    device: { "device “\($0)”" },
    place: { "from \($0)" },
    template: { "template \($0.number) of \($0.bank): \($0.text)" },
    noTemplate: "no template fits",
    byTemplate: "by the template",
    byRecogniser: "by a recogniser")
}
