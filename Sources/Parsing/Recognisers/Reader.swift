import Model

/// Reads a text whole: cuts it into pieces, asks the templates of its bank, and lets the recognisers find what these leave open.
struct Reader: ~Copyable {
  private var pieces = Pieces()
  private var sums = ReusableBuffer<Sums.Item>()
  private var matcher = TemplateMatcher()

  /// What a text says. `body` is the first byte behind the title of a push, 0 where there is none.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, body: Int, bank: KnownBank?) -> Reading {
    let lexemes = pieces.cut(bytes)
    let message = Message(bytes: bytes, lexemes: lexemes, defaultCurrency: bank?.currency ?? 0)
    var reading: Reading
    let first = body == 0 ? 0 : lexemes.firstIndex { $0.start >= body } ?? 0
    if let tree = bank?.templates.tree, !tree.isEmpty, let number = matcher.match(message, body: first, in: tree) {
      reading = Self.recognise(message, body: first, &sums, Known(tree.meanings[number], matcher.captures))
      reading.apply(number, matcher.captures, of: tree, in: message)
    } else {
      reading = Self.recognise(message, body: first, &sums, Known())
    }
    if body > 0 { reading.drop(acrossTitle: Int32(body)) }
    LinkSecrets.add(in: message, to: &reading.covered)
    if reading.code == nil,
      let doubtful = Codes.doubtful(in: message, isTransaction: reading.isTransaction, sums: { Sums(message, in: &sums) })
    {
      reading.covered.append(doubtful)
    }
    reading.keepSecrets(in: message)
    return reading
  }

  /// What a template says of a text, so that nobody needs to look for it.
  private struct Known {
    var fields: Reading.Fields = []
    var isTransaction: Bool?
    var direction: Direction?
    /// Whether the text can hold a code besides.
    var allowsCode = true
    /// Whether it can tell a security fact besides.
    var allowsSecurity = true

    init() {}

    init(_ template: TemplateMeaning, _ captures: UnsafeBufferPointer<TemplateMatcher.Capture>) {
      // What kind of fact it is that the template names depends on all that the recognisers find.
      guard template.security == nil else { return }
      for capture in captures { if let field = capture.slot.field { fields.insert(field) } }
      direction = template.direction
      isTransaction = template.isTransaction
      allowsCode = template.category == nil || template.category == .code
      allowsSecurity = template.category == nil
    }

    /// Whether a field is nobody's yet.
    func lacks(_ field: Reading.Fields) -> Bool { !fields.contains(field) }
  }

  private static func recognise(_ message: Message, body: Int, _ storage: inout ReusableBuffer<Sums.Item>, _ known: Known) -> Reading {
    var reading = Reading()
    let wantsMerchant = known.isTransaction != false && known.lacks(.merchant)
    let wantsCode = known.isTransaction == nil || known.allowsCode && known.lacks(.code)
    let wantsVerb = known.isTransaction != false && known.direction == nil
    var card: (tail: Reading.Tail, pieces: Range<Int>)?
    if wantsMerchant || wantsCode || wantsVerb || known.lacks(.amount) || known.lacks(.balance) {
      let sums = Sums(message, in: &storage)
      let amount = Amounts.amount(in: sums, of: message)
      var balance = Balances.balance(in: sums)
      if wantsCode {
        let found = Codes.find(in: message, sums: sums)
        (reading.code, reading.covered) = (found.code, found.others)
      }
      // "Код доступа: 482915": no balance.
      if let code = reading.code, let sum = balance, code.bytes.overlaps(message.bytes(of: sum)) { balance = nil }
      // Beside what is left, "код 481290" is a receipt's unless the text says what to do with it; a secret stays covered in any case.
      let isBesideBalance = amount != nil && balance?.label == .balance
      if isBesideBalance, !message.has(.secret), !message.has(.codeVerb) { (reading.code, reading.covered) = (nil, []) }
      // A code that somebody wrote into a note stays covered, and hides no money.
      let hasCode =
        !isBesideBalance
        && reading.code.map { code in sums.notes.map { $0.hold(message.piece(at: code.bytes.lowerBound)) } != true } ?? false
      var verb: Directions.Verb?
      if wantsVerb || known.direction == nil && known.lacks(.card) { verb = Directions.find(in: message, amount: amount) }
      if wantsMerchant || known.lacks(.card) { card = Cards.find(in: message, direction: known.direction ?? verb?.direction) }
      if let amount, verb?.isStrong != true || verb?.direction == nil {
        verb = Standing.verb(verb, amount: amount, balance: balance, card: card?.pieces, sums: sums, in: message)
      }
      if let isTransaction = known.isTransaction {
        reading.isTransaction = isTransaction
      } else if let verb {
        reading.isTransaction = Verdicts.isTransaction(
          message, amount: amount, verb: verb, hasBalance: balance?.label == .balance, hasCard: card != nil, hasCode: hasCode)
      }
      if reading.isTransaction, let amount, message.has(.cancel) || message.has(.refund) {
        reading.isReversal = Reversals.isTold(in: message, amount)
      }
      let direction = known.direction ?? verb?.direction
      let fallback = currency(of: amount, balance, in: message)
      reading.amount = amount.flatMap {
        $0.isNamed || $0.looksLikeMoney || reading.isTransaction ? Reading.Sum($0, in: message, currency: fallback) : nil
      }
      if balance?.label == .balance || reading.isTransaction {
        reading.balance = balance.flatMap { Reading.Sum($0, in: message, currency: fallback) }
      }
      if !reading.isTransaction, reading.code == nil, Dues.mayBeIn(message) {
        reading.minimum = Dues.minimum(in: sums, of: message).flatMap { Reading.Sum($0, in: message, currency: fallback) }
        reading.due = Dues.date(in: message, monthFirst: fallback == Currencies.usd)
      }
      if reading.isTransaction || message.has(.cancel), reading.amount != nil { reading.direction = direction }
      if reading.isTransaction, wantsMerchant, let amount {
        reading.merchant = Merchants.find(
          in: message, body: body, amount: amount, balance: balance, card: card?.pieces, direction: direction)
      }
    } else if known.lacks(.card) {
      card = Cards.find(in: message, direction: known.direction ?? Directions.find(in: message, amount: nil)?.direction)
    }
    reading.card = card?.tail
    if known.allowsSecurity { SecurityFacts.find(in: message, into: &reading, mayBeNoMoney: known.isTransaction == nil) }
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
    if reading.isTransaction { return .payment }
    if reading.code != nil { return .code }
    if reading.security != nil { return .security }
    if reading.amount != nil, reading.direction != nil { return .payment }
    if reading.balance != nil || message.has(.statement) || message.has(.future) && reading.amount != nil { return .statement }
    if message.has(.promo) { return .marketing }
    return .service
  }
}
