import CSQLite
import Foundation
import GRDB

/// The SQL function `holds(title, text, needles)`: whether a text holds every needle. Needles are bound as one blob, parted by line feeds.
///
/// It is what the full-text index can't answer: phrases, words under "or" and "not", and rows that are looked at one by one.
final class HoldsFunction {
  private static let name = "holds"
  private static let separator: UInt8 = 0x0A

  /// Kept from call to call for its memory.
  private var words = Words()

  private init() {}

  /// Gives a connection the function.
  static func register(_ db: Database) throws {
    let state = Unmanaged.passRetained(HoldsFunction()).toOpaque()
    let code = sqlite3_create_function_v2(
      db.sqliteConnection, name, 3, SQLITE_UTF8 | SQLITE_DETERMINISTIC, state,
      { context, _, arguments in
        guard let state = sqlite3_user_data(context), let arguments else { return }
        let function = Unmanaged<HoldsFunction>.fromOpaque(state).takeUnretainedValue()
        sqlite3_result_int(context, function.holds(arguments[0], arguments[1], arguments[2]) ? 1 : 0)
      },
      nil, nil,
      { state in
        guard let state else { return }
        Unmanaged<HoldsFunction>.fromOpaque(state).release()
      })
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  /// The needles as the function's third argument.
  static func argument(_ needles: [Needle]) -> DatabaseValue {
    Data(needles.map(\.bytes).joined(separator: [separator])).databaseValue
  }

  private func holds(_ title: OpaquePointer?, _ text: OpaquePointer?, _ needles: OpaquePointer?) -> Bool {
    words.removeAll()
    if let title = Self.text(title) { words.append(title) }
    if let text = Self.text(text) { words.append(text) }
    guard let start = sqlite3_value_blob(needles)?.assumingMemoryBound(to: UInt8.self) else { return true }
    let needles = UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(needles)))
    return words.bytes.withUnsafeBufferPointer { text in
      needles.split(separator: Self.separator).allSatisfy { Needle.occurs(UnsafeBufferPointer(rebasing: $0), in: text) }
    }
  }

  private static func text(_ value: OpaquePointer?) -> UnsafeBufferPointer<UInt8>? {
    guard let start = sqlite3_value_text(value) else { return nil }
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
  }
}
