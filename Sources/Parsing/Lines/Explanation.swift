import Model

/// Where a message's values came from: `kolokol parse --explain`.
public struct Explanation: Hashable, Sendable {
  /// The template that fits; nil when none does.
  public var template: Template?
  /// What was read, in the order of the text.
  public var values: [Value]

  /// A template of a bank file.
  public struct Template: Hashable, Sendable {
    /// The bank's key.
    public var bank: String
    /// Its number in the bank's file, from 1.
    public var number: Int
    /// Its text as the file writes it.
    public var text: String
  }

  /// A value and where it stands.
  public struct Value: Hashable, Sendable {
    /// The name of its placeholder: `amount`.
    public var field: String
    /// Its bytes in the text, which begins with a push's title and a line break where there is one.
    public var bytes: Range<Int>
    /// What stands there.
    public var text: String
    /// Whether the template found it; else a recogniser did.
    public var isFromTemplate: Bool
  }
}

extension ReadMessage {
  /// Where its values came from.
  public var explanation: Explanation {
    var explanation = Explanation(values: [])
    if let number = reading.template, let known {
      let source = known.templates.tree.sources[number]
      explanation.template = Explanation.Template(bank: known.bank.key, number: source.number, text: source.text)
    }
    let places: [(Slot, Reading.Fields, Range<Int32>?)] = [
      (.amount, .amount, reading.amount?.bytes), (.balance, .balance, reading.balance?.bytes), (.card, .card, reading.card?.bytes),
      (.merchant, .merchant, reading.merchant), (.code, .code, reading.code?.bytes), (.device, .device, reading.device),
      (.place, .place, reading.place), (.from, .from, reading.from?.bytes), (.to, .to, reading.to?.bytes),
    ]
    for (slot, field, range) in places {
      guard let range else { continue }
      let place = Int(range.lowerBound)..<Int(range.upperBound)
      let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[place]), as: UTF8.self)
      explanation.values.append(
        Explanation.Value(field: slot.name, bytes: place, text: text, isFromTemplate: reading.fromTemplate.contains(field)))
    }
    for secret in reading.covered {
      let place = Int(secret.bytes.lowerBound)..<Int(secret.bytes.upperBound)
      let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[place]), as: UTF8.self)
      explanation.values.append(Explanation.Value(field: "covered", bytes: place, text: text, isFromTemplate: false))
    }
    explanation.values.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
    return explanation
  }
}
