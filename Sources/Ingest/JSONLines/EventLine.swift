import Model
import Parsing

/// Reads a security event of our own JSON lines.
enum EventLine {
  /// Why a line is no event, and which field says so.
  struct Problem: Error, Hashable {
    var reason: Refusal.Reason
    /// The index of the value's first byte; nil when no single value is to blame.
    var index: Int?
  }

  /// What a line holds, or what is wrong with it; the first mistake counts.
  /// - Parameters:
  ///   - bytes: one line, an object that was found to be of type `event`.
  ///   - repair: mends and counts broken texts.
  ///   - unknown: told the keys that mean nothing here.
  /// - Returns: the event.
  /// - Throws: `Problem` for an object that is no event; `JSONProblem` can't happen for lines scanned before, and counts as broken here too.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, repair: inout TextRepair, unknown: (String) -> Void
  ) throws(Problem) -> SecurityEvent {
    var scanner = JSONObjectScanner(bytes)
    var draft = EventDraft()
    do {
      while let (key, value) = try scanner.next() {
        let name = string(key, bytes, &repair)
        guard name != "type" else { continue }
        guard let field = EventField(rawValue: name) else {
          unknown(name)
          continue
        }
        do {
          try set(field, to: value, of: bytes, in: &draft, &repair, unknown)
        } catch {
          throw Problem(reason: error, index: start(of: value))
        }
      }
    } catch let problem as JSONProblem {
      throw Problem(reason: .notJSON(problem.expected), index: problem.index)
    } catch let problem as Problem {
      throw problem
    } catch {
      throw Problem(reason: .notJSON(.object))
    }
    do {
      return try draft.finished()
    } catch {
      throw Problem(reason: Refusal.Reason(error))
    }
  }

  private static func set(
    _ field: EventField, to value: JSONObjectScanner.Value, of bytes: UnsafeBufferPointer<UInt8>, in draft: inout EventDraft,
    _ repair: inout TextRepair, _ unknown: (String) -> Void
  ) throws(Refusal.Reason) {
    do {
      switch (field, value) {
      case (_, .null): return
      case (.time, .string(let text)): draft.time = try MessageDraft.time(string(text, bytes, &repair))
      case (.time, .number(let range)): draft.time = try MessageDraft.time(String(decoding: bytes[range], as: UTF8.self))
      case (.sentAt, .string(let text)): draft.sentAt = try MessageDraft.time(string(text, bytes, &repair))
      case (.sentAt, .number(let range)): draft.sentAt = try MessageDraft.time(String(decoding: bytes[range], as: UTF8.self))
      case (.device, .compound(let range)):
        try setDevice(UnsafeBufferPointer(rebasing: bytes[range]), in: &draft, &repair, unknown)
      case (_, .string(let text)):
        let text = string(text, bytes, &repair)
        if !text.isEmpty { try draft.set(field, to: text) }
      case (_, .number(let range)):
        let digits = String(decoding: bytes[range], as: UTF8.self)
        guard let number = Int64(digits) else { throw Refusal.Reason.wrongKind(field: field.rawValue) }
        // An id or a phone number may be written as a number.
        do { try draft.set(field, to: number) } catch { try draft.set(field, to: digits) }
      case (_, .boolean(let flag)): try draft.set(field, to: flag)
      case (_, .compound): throw Refusal.Reason.wrongKind(field: field.rawValue)
      }
    } catch let problem as EventProblem {
      throw Refusal.Reason(problem)
    } catch let reason as Refusal.Reason {
      throw reason
    } catch {
      throw .wrongKind(field: field.rawValue)
    }
  }

  private static func setDevice(
    _ bytes: UnsafeBufferPointer<UInt8>, in draft: inout EventDraft, _ repair: inout TextRepair, _ unknown: (String) -> Void
  ) throws(EventProblem) {
    var scanner = JSONObjectScanner(bytes)
    while let (key, value) = (try? scanner.next()) ?? nil {
      let name = string(key, bytes, &repair)
      let text: String
      switch value {
      case .null: continue
      case .string(let found): text = string(found, bytes, &repair)
      case .number(let range): text = String(decoding: bytes[range], as: UTF8.self)
      case .boolean, .compound: throw .wrongKind(.device)
      }
      guard !text.isEmpty else { continue }
      switch name {
      case "id": draft.deviceID = text
      case "name": draft.deviceName = text
      case "platform": draft.devicePlatform = text
      default: unknown("device." + name)
      }
    }
  }

  private static func string(_ text: JSONObjectScanner.Text, _ bytes: UnsafeBufferPointer<UInt8>, _ repair: inout TextRepair) -> String {
    JSONText.string(UnsafeBufferPointer(rebasing: bytes[text.range]), hasEscapes: text.hasEscapes, repair: &repair)
  }

  private static func start(of value: JSONObjectScanner.Value) -> Int? {
    switch value {
    case .string(let text): text.range.lowerBound
    case .number(let range), .compound(let range): range.lowerBound
    case .boolean, .null: nil
    }
  }
}

extension Refusal.Reason {
  /// The same in the words of refusals.
  init(_ problem: EventProblem) {
    self =
      switch problem {
      case .missing(.time): .noTime
      case .missing(let field): .missing(field: field.rawValue)
      case .wrongKind(let field): .wrongKind(field: field.rawValue)
      case .tooLong(let field, let limit): .nameTooLong(field: field.rawValue, limit: limit)
      case .unknownWord(let field, let found, let known): .unknownWord(field: field.rawValue, found: found.excerpt(40), known: known)
      }
  }
}
