import Model
import Parsing

/// The texts of `kolokol parse`, in one language.
public struct ParseStrings: Sendable {
  /// Why a line was left out.
  public let problem: @Sendable (_ file: String, LineProblem) -> String
  public let cannotRead: @Sendable (_ file: String, _ errno: Int32) -> String
  /// What to do where texts are to be typed.
  public let typeHint: String
  let bank: @Sendable (Bank) -> String
  let unknownBank: String
  let card: @Sendable (String) -> String
  let balance: @Sendable (String) -> String
  let due: @Sendable (String) -> String
  let minimum: @Sendable (String) -> String
  let transfer: String
  /// A sum that a text names though no money moved.
  let named: @Sendable (String) -> String
  let code: @Sendable (String) -> String
  /// What may be a code.
  let doubtfulCode: @Sendable (String) -> String
  let security: @Sendable (SecurityFact.Kind) -> String
  let device: @Sendable (String) -> String
  let place: @Sendable (String) -> String
  let template: @Sendable (Explanation.Template) -> String
  let noTemplate: String
  let byTemplate: String
  let byRecogniser: String
}

extension Strings {
  /// What a message says, in one line that is safe to print; its code covered, unless codes stand in the open.
  public func line(_ message: ReadMessage, revealsCodes: Bool) -> String {
    let (facts, words) = (message.facts, parseStrings)
    var parts = [message.bank.map(words.bank) ?? words.unknownBank, facts.category.map(category) ?? uncategorised]
    if let security = facts.security { parts.append(words.security(security.kind)) }
    if let device = facts.security?.device { parts.append(words.device(device)) }
    if let place = facts.security?.place { parts.append(words.place(place)) }
    if let change = change(from: facts.security?.from, to: facts.security?.to) { parts.append(change) }
    let secrets = facts.secrets
    func shown(_ secret: String) -> String { revealsCodes ? secret : masked(secret, secrets) }
    if let code = facts.code { parts.append(words.code(shown(code))) }
    for secret in facts.covered { parts.append(secrets.isDoubtful ? words.doubtfulCode(shown(secret)) : words.code(shown(secret))) }
    if facts.direction == .transfer { parts.append(words.transfer) }
    if facts.isReversal { parts.append(cameBack) }
    if let amount = facts.amount {
      let text = money(amount, signed: facts.direction == .incoming)
      parts.append(facts.isTransaction ? text : words.named(text))
    }
    if let merchant = facts.merchant { parts.append(merchant) }
    if let card = facts.card { parts.append(words.card(card)) }
    if let balance = facts.balance { parts.append(words.balance(money(balance))) }
    if let minimum = facts.minimum { parts.append(words.minimum(money(minimum))) }
    if let due = facts.due { parts.append(words.due(day(due))) }
    return parts.joined(separator: " · ")
  }

  /// Which template fits a message and where each of its values stands, a line each; codes covered, unless they stand in the open.
  public func explanation(of message: ReadMessage, revealsCodes: Bool) -> [String] {
    let explanation = message.explanation
    let head = explanation.template.map(parseStrings.template) ?? parseStrings.noTemplate
    return [head]
      + explanation.values.map { value in
        let text = revealsCodes ? value.text : masked(value.text, message.facts.secrets)
        let source = value.isFromTemplate ? parseStrings.byTemplate : parseStrings.byRecogniser
        return "\(value.field) “\(text)”, \(value.bytes.lowerBound)–\(value.bytes.upperBound), \(source)"
      }
  }
}
