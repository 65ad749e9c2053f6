import Model

/// Reads a text whole: cuts it into pieces, asks the templates of its bank, and lets the recognisers find what these leave open.
struct Reader {
  /// The pieces of the text being read; kept between texts, so that reading many allocates little.
  private var lexemes: ContiguousArray<Lexeme> = []
  private var sums: ContiguousArray<Sums.Item> = []
  private var matcher = TemplateMatcher()

  /// What a text says. `body` is the first byte behind the title of a push, 0 where there is none.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, body: Int, bank: KnownBank?) -> Reading {
    lexemes.removeAll(keepingCapacity: true)
    Scanner.scan(bytes, lexicon: .shared, into: &lexemes)
    Composer.compose(&lexemes, bytes: bytes)
    return lexemes.withUnsafeBufferPointer { lexemes in
      let message = Message(bytes: bytes, lexemes: lexemes, defaultCurrency: bank?.currency ?? 0)
      var reading = Self.recognise(message, &sums)
      if let tree = bank?.templates.tree, !tree.isEmpty {
        let first = body == 0 ? 0 : lexemes.firstIndex { $0.start >= body } ?? 0
        if let number = matcher.match(message, body: first, in: tree) { reading.apply(number, matcher.captures, of: tree, in: message) }
      }
      return reading
    }
  }

  private static func recognise(_ message: Message, _ storage: inout ContiguousArray<Sums.Item>) -> Reading {
    var reading = Reading()
    let sums = Sums(message, in: exchange(&storage, with: []))
    defer { storage = sums.items }
    let amount = Amounts.amount(in: sums, of: message)
    let balance = Balances.balance(in: sums)
    var code = Codes.find(in: message, sums: sums)
    if amount != nil, balance?.label == .balance { code = nil }
    var direction = Directions.find(in: message, amount: amount)
    let card = Cards.find(in: message, direction: direction?.direction)
    // A sum and what is left after it tell of an operation without any verb.
    if direction == nil, let amount, amount.isNamed, balance?.label == .balance {
      direction = Directions.Verb(direction: .outgoing, isStrong: false, index: amount.first)
    }
    if let direction {
      reading.isTransaction = Verdicts.isTransaction(
        message, amount: amount, verb: direction, hasBalance: balance?.label == .balance, hasCard: card != nil, hasCode: code != nil)
    }
    reading.code = code
    reading.card = card?.tail
    let fallback = currency(of: amount, balance, in: message)
    reading.amount = amount.flatMap {
      $0.isNamed || $0.looksLikeMoney || reading.isTransaction ? Reading.Sum($0, in: message, currency: fallback) : nil
    }
    if balance?.label == .balance || reading.isTransaction {
      reading.balance = balance.flatMap { Reading.Sum($0, in: message, currency: fallback) }
    }
    if reading.isTransaction || message.has(.cancel), reading.amount != nil { reading.direction = direction?.direction }
    if reading.isTransaction, let amount {
      reading.merchant = Merchants.find(in: message, amount: amount, balance: balance, card: card?.pieces, direction: direction?.direction)
    }
    SecurityFacts.find(in: message, into: &reading)
    reading.category = category(of: message, reading)
    return reading
  }

  /// The currency of sums that name none: that of another sum, the bank's, or the language's.
  static func currency(of amount: Sums.Item?, _ balance: Sums.Item?, in message: Message) -> UInt8 {
    if let currency = amount?.currency, currency != 0 { return currency }
    if let currency = balance?.currency, currency != 0 { return currency }
    if message.defaultCurrency != 0 { return message.defaultCurrency }
    for lexeme in message.lexemes where lexeme.kind == .word {
      let first = message.bytes[Int(lexeme.start)]
      if first >= 0xD8, first <= 0xDB { return isPersian(message) ? Currencies.irr : 0 }
      if first == 0xD0 || first == 0xD1 { return Currencies.rub }
    }
    return 0
  }

  /// Whether a text in Arabic letters has one that only Persian writes: پ چ ژ ک گ ی.
  static func isPersian(_ message: Message) -> Bool {
    var index = 1
    while index < message.bytes.count {
      switch (message.bytes[index - 1], message.bytes[index]) {
      case (0xD9, 0xBE), (0xDA, 0x86), (0xDA, 0x98), (0xDA, 0xA9), (0xDA, 0xAF), (0xDB, 0x8C): return true
      default: index += 1
      }
    }
    return false
  }

  private static func category(of message: Message, _ reading: Reading) -> Category {
    if reading.code != nil { return .code }
    if reading.isTransaction { return .payment }
    if reading.security != nil { return .security }
    if reading.amount != nil, reading.direction != nil { return .payment }
    if reading.balance != nil || message.has(.statement) || message.has(.future) && reading.amount != nil { return .statement }
    if message.has(.promo) { return .marketing }
    return .service
  }
}
