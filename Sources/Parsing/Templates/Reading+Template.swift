import Model

extension Reading {
  /// Takes what a template that fits says, over what the recognisers said.
  mutating func apply(_ number: Int, _ captures: UnsafeBufferPointer<TemplateMatcher.Capture>, of tree: TemplateTree, in message: Message) {
    let source = tree.meanings[number]
    template = number
    let recognised = security
    for capture in captures.reversed() { take(capture, in: message) }
    if let category = source.category {
      self.category = category
      // What looks like one all the same stays covered.
      if category != .code, !fromTemplate.contains(.code), let other = code {
        covered.append(other)
        code = nil
      }
      security = nil
    }
    isTransaction = source.isTransaction ?? isTransaction
    direction = source.direction ?? (isTransaction ? direction : nil)
    if !isTransaction {
      if !fromTemplate.contains(.merchant) { merchant = nil }
    } else if source.category == nil {
      category = .payment
    }
    if let kind = source.security {
      if kind != recognised { learnChange(kind, in: message) }
      security = kind
    }
    if security == nil {
      device = nil
      place = nil
      from = nil
      to = nil
    } else if source.category == nil {
      category = .security
    }
  }

  private mutating func take(_ capture: TemplateMatcher.Capture, in message: Message) {
    if let field = capture.slot.field { fromTemplate.insert(field) }
    let range = message.lexemes[capture.pieces.lowerBound].start..<message.lexemes[capture.pieces.upperBound - 1].end
    switch capture.slot {
    case .amount:
      amount = sum(at: capture.pieces.lowerBound, in: message) ?? amount
    case .balance:
      balance = sum(at: capture.pieces.lowerBound, in: message) ?? balance
    case .card:
      card = Slot.card(at: capture.pieces.lowerBound, in: message)?.tail ?? card
    case .code:
      code = Codes.candidate(at: capture.pieces.lowerBound, in: message, isNear: true).map(Code.init) ?? code
    case .merchant:
      merchant = name(range, in: message)
    case .device:
      device = name(range, in: message)
    case .place:
      place = name(range, in: message)
    case .from:
      from = side(capture.pieces, range, in: message)
    case .to:
      to = side(capture.pieces, range, in: message)
    case .sum, .time, .number, .skip: break
    }
  }

  private func side(_ pieces: Range<Int>, _ range: Range<Int32>, in message: Message) -> Side {
    Side(channel: pieces.lazy.compactMap { Changes.channel(at: $0, in: message) }.first, bytes: name(range, in: message))
  }

  /// What became what, where the template says what kind of change it is and doesn't name it.
  private mutating func learnChange(_ kind: SecurityFact.Kind, in message: Message) {
    let found = Changes.find(kind, in: message)
    if !fromTemplate.contains(.from) { from = found.from }
    if !fromTemplate.contains(.to) { to = found.to }
  }

  private func sum(at index: Int, in message: Message) -> Sum? {
    Slot.sum(at: index, in: message).flatMap { Sum($0, in: message, currency: Reader.currency(of: $0, nil, in: message)) }
  }

  /// A name without the quotes around it and the marks behind it.
  private func name(_ range: Range<Int32>, in message: Message) -> Range<Int32> {
    var range = range
    while range.count > 1, Self.isClosing(message.bytes[Int(range.upperBound) - 1]) { range = range.lowerBound..<range.upperBound - 1 }
    while range.count > 1, Self.isQuote(message.bytes[Int(range.lowerBound)]) { range = range.lowerBound + 1..<range.upperBound }
    if range.count > 4, message.bytes[Int(range.lowerBound)] == 0xC2, message.string(range).hasPrefix("«"),
      message.string(range).hasSuffix("»")
    {
      range = range.lowerBound + 2..<range.upperBound - 2
    }
    return range
  }

  private static func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 }

  private static func isClosing(_ byte: UInt8) -> Bool {
    isQuote(byte) || byte == 0x2C || byte == 0x2E || byte == 0x3B || byte == 0x3A
  }
}

extension Reading.Code {
  init(_ candidate: Codes.Candidate) {
    self.init(bytes: candidate.bytes, isVerbatim: candidate.isVerbatim)
  }
}
