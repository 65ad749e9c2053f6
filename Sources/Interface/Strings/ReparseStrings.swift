import Ingest
import Model
import Parsing

/// The texts of `kolokol reparse`, in one language.
public struct ReparseStrings: Sendable {
  /// How many are read otherwise, in one line.
  public let summary: @Sendable (RereadingReport) -> String
  /// What becomes of the events that messages tell.
  public let events: @Sendable (RereadingReport.Events) -> String
  /// How many copies of messages are stored twice because two programs told of them; and how many were made one.
  public let toldTwice: @Sendable (_ copies: Int) -> String
  public let united: @Sendable (_ copies: Int) -> String
  public let nothingChanges: @Sendable (_ read: Int) -> String
  /// The question before anything is changed.
  public let ask: String
  /// What to do where nobody can be asked.
  public let needsYes: String
  public let leftAsItWas: String
  public let stopped: String
  public let applied: @Sendable (_ changed: Int) -> String
  public let progress: @Sendable (RereadingStatus) -> String
  let field: @Sendable (RereadingReport.Field) -> String
  let moved: String
  let notMoved: String
  let direction: @Sendable (Direction) -> String
  let none: String
}

extension Strings {
  /// How many of each kind are read otherwise, a line a kind, those of most first.
  public func reparseCounts(_ report: RereadingReport) -> [String] {
    RereadingReport.Field.allCases.compactMap { field in report.fields[field].map { (field, $0) } }.sorted { $0.1 > $1.1 }
      .map { "\(reparseStrings.field($0.0)): \(number($0.1))" }
  }

  /// What is read otherwise of one message: `category: service → code; amount: none → −1 240 ₽`. A code is only said to be there, also one that was
  /// read as something else before.
  public func reparseChange(_ change: RereadingChange) -> String {
    let (old, new) = (Meaning(bank: change.row.bank, facts: change.row.facts), change.meaning)
    let changes = change.fields.map { "\(reparseStrings.field($0)): \(value($0, old)) → \(value($0, new))" }
    return changes.map { masked(masked($0, new.facts.secrets), old.facts.secrets) }.joined(separator: "; ")
  }

  private func value(_ field: RereadingReport.Field, _ meaning: Meaning) -> String {
    let (facts, words) = (meaning.facts, reparseStrings)
    let text: String? =
      switch field {
      case .bank: meaning.bank
      case .category: facts.category.map(category) ?? uncategorised
      case .kind: facts.isTransaction ? words.moved : words.notMoved
      case .direction: facts.direction.map(words.direction)
      case .reversal: facts.isReversal ? cameBack : nil
      case .amount: facts.amount.map { money($0, signed: !facts.isOpen) }
      case .balance: facts.balance.map { money($0) }
      case .due: facts.due.map(day)
      case .minimum: facts.minimum.map { money($0) }
      case .card: facts.card
      case .merchant: facts.merchant
      case .code: facts.code
      case .covered: facts.covered.isEmpty ? nil : facts.covered.joined(separator: " ")
      case .security:
        facts.security.map { fact in
          [
            parseStrings.security(fact.kind), fact.device.map(parseStrings.device), fact.place.map(parseStrings.place),
            change(from: fact.from, to: fact.to),
          ].compactMap { $0 }.joined(separator: " ")
        }
      }
    return text ?? words.none
  }
}
