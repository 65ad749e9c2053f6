import Foundation

/// The payloads that verifying reads; what else they hold is passed over.
enum LedgerPayload {
  struct Began: Decodable {
    var key: String
  }

  /// Also of events that were withdrawn.
  struct Erasure: Decodable {
    var leaves: [Int]
  }

  struct Checkpoint: Decodable {
    var size: Int
  }

  struct Explanation: Decodable {
    var leaf: Int
  }

  struct Import: Decodable {
    var source: String
  }

  struct Finding: Decodable {
    var id: String
  }

  /// A row that has a number.
  struct Numbered: Decodable {
    var id: Int64
  }

  /// A step in dealing with a finding.
  struct Step: Decodable {
    var id: Int64
    var step: Int64
    /// The entry of the answer that it came with.
    var answer: Int?
    /// The step that it takes back.
    var undoes: Int64?
  }

  static func read<Payload: Decodable>(_ type: Payload.Type, _ bytes: UnsafeRawBufferPointer) -> Payload? {
    try? JSONDecoder().decode(type, from: Data(bytes))
  }
}
