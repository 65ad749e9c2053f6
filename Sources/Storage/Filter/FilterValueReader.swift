import Model

/// Reads one value of one key.
struct FilterValueReader {
  let names: FilterNames
  let key: FilterKey
  /// The key as it was written, for error messages.
  let written: String
  let value: String
  let column: Int

  func node() throws(FilterError) -> FilterNode {
    switch key {
    case .bank: return .term(.bank(try bank()))
    case .sender: return .term(.sender(try words()))
    case .merchant: return .term(.merchant(try words()))
    case .account: return .term(.account(try words()))
    case .card: return .term(.card(try card()))
    case .currency: return .term(.currency(try currency()))
    case .channel:
      guard let channel = Channel(name: try word()) else { throw unknown }
      return .term(.channel(channel))
    case .category:
      guard let category = Category(name: try word()) else { throw unknown }
      return .term(.category(category))
    case .is:
      let name = try word()
      if let state = FilterTerm.State(rawValue: name) { return .term(.state(state)) }
      guard let category = Category(name: name) else { throw unknown }
      return .term(.category(category))
    case .has:
      guard let feature = FilterTerm.Feature(rawValue: try word()) else { throw unknown }
      return .term(.has(feature))
    case .security:
      let name = try word()
      if name == "any" { return .term(.has(.security)) }
      guard let kind = SecurityFact.Kind.allCases.first(where: { $0.name == name }) else { throw unknown }
      return .term(.security(kind))
    case .since: return .term(.since(try date()))
    case .until: return .term(.until(try date()))
    case .on: return .term(.on(try date()))
    case .amount: throw unknown
    }
  }

  private var unknown: FilterError { unknown(among: key.words.flatMap { [$0.name] + $0.synonyms }) }

  private func unknown(among candidates: [String]) -> FilterError {
    let suggestions = FilterText.suggestions(for: value, among: candidates).map { "\(written):\($0)" }
    return FilterError(
      column: column, length: value.count, reason: .unknownValue(key: written, value: value, suggestions: suggestions))
  }

  private func word() throws(FilterError) -> String {
    guard let word = FilterWord.find(value, in: key.words) else { throw unknown }
    return word.name
  }

  /// A value that is compared word by word.
  private func words() throws(FilterError) -> String {
    guard let words = FilterText.words(value) else { throw FilterError(column: column, length: value.count, reason: .noWord(value)) }
    return words
  }

  private func card() throws(FilterError) -> String {
    let digits = value.drop { $0 == "*" || $0 == "•" }
    guard (2...6).contains(digits.count), Tag.isCard(String(digits)) else {
      throw FilterError(column: column, length: value.count, reason: .notACard(value))
    }
    return String(digits)
  }

  private func currency() throws(FilterError) -> String {
    let known = ["₽": "RUB", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₸": "KZT", "₺": "TRY", "₴": "UAH", "₹": "INR"]
    let code = known[value] ?? value.uppercased()
    guard code.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else { throw unknown(among: names.currencies) }
    return code
  }

  private func date() throws(FilterError) -> FilterDate {
    guard let date = FilterDate(value) else { throw FilterError(column: column, length: value.count, reason: .notADate(value)) }
    return date
  }

  /// The bank that answers to the value by key, name or alias, written in full or begun unmistakably; without known names the value itself.
  private func bank() throws(FilterError) -> String {
    let folded = FilterText.folded(value)
    if names.banks.isEmpty {
      guard
        folded.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || $0.properties.numericType != nil || "-_.".contains(Character($0)) }
        )
      else { throw unknown(among: []) }
      return folded
    }
    if let bank = names.banks.first(where: { $0.all.contains { FilterText.folded($0) == folded } }) { return bank.key }
    let begun = names.banks.filter { $0.all.contains { FilterText.folded($0).hasPrefix(folded) } }
    if begun.count == 1 { return begun[0].key }
    let candidates = begun.isEmpty ? names.banks.flatMap(\.all) : begun.map(\.key)
    var suggestions: [String] = []
    for name in FilterText.suggestions(for: value, among: candidates) + (begun.isEmpty ? [] : candidates) {
      guard let bank = names.banks.first(where: { $0.all.contains(name) }) else { continue }
      let term = "\(written):\(bank.key)"
      if !suggestions.contains(term), suggestions.count < 3 { suggestions.append(term) }
    }
    throw FilterError(column: column, length: value.count, reason: .unknownValue(key: written, value: value, suggestions: suggestions))
  }
}

extension BankName {
  /// Key, name and aliases.
  var all: [String] { [key, name] + aliases }
}
