/// Faults of one kind: most often one deed, such as the deletion of a table's rows, is behind all of them.
public struct LedgerFaultKind: Hashable, Sendable {
  /// The word in JSON.
  public var name: String
  /// How many there are.
  public var count: Int
  /// The first of them, at most `namedFaults`.
  public var first: [LedgerFault]

  /// How many of a kind are named.
  public static let namedFaults = 3

  /// The kinds among faults, in the order of the first of each.
  static func all(in faults: [LedgerFault]) -> [LedgerFaultKind] {
    var kinds: [LedgerFaultKind] = []
    var places: [String: Int] = [:]
    for fault in faults {
      let name = fault.reason.kind
      let place = places[name] ?? kinds.count
      if place == kinds.count {
        places[name] = place
        kinds.append(LedgerFaultKind(name: name, count: 0, first: []))
      }
      kinds[place].count += 1
      if kinds[place].first.count < namedFaults { kinds[place].first.append(fault) }
    }
    return kinds
  }
}

extension LedgerFault.Reason {
  /// Its kind, as JSON has it.
  public var kind: String {
    switch self {
    case .nothing: "nothing"
    case .tableMissing: "table_missing"
    case .schema(let difference): "schema_" + difference.kind.rawValue
    case .stateMalformed: "state_malformed"
    case .leafMissing: "leaf_missing"
    case .leafMalformed: "leaf_malformed"
    case .leafMoved: "leaf_moved"
    case .leafChanged: "leaf_changed"
    case .leavesChanged: "leaves_changed"
    case .sizeDiffers: "size_differs"
    case .rootDiffers: "root_differs"
    case .clockSetBack: "clock_set_back"
    case .messageChanged: "message_changed"
    case .messageMissing: "message_missing"
    case .messageUnlogged: "message_unlogged"
    case .messageEntryLost: "message_entry_lost"
    case .messageTwice: "message_twice"
    case .saltMissing: "salt_missing"
    case .recordChanged: "record_changed"
    case .recordMissing: "record_missing"
    case .recordUnlogged: "record_unlogged"
    case .recordEntryLost: "record_entry_lost"
    case .withdrawalUnfounded: "withdrawal_unfounded"
    case .importChanged: "import_changed"
    case .checkpointMalformed: "checkpoint_malformed"
    case .checkpointMissing: "checkpoint_missing"
    case .checkpointUnlogged: "checkpoint_unlogged"
    case .checkpointDiffers: "checkpoint_differs"
    case .rolledBack: "rolled_back"
    case .otherLog: "other_log"
    case .checkpointUnsigned: "checkpoint_unsigned"
    case .checkpointUnreadable: "checkpoint_unreadable"
    case .checkpointFileMissing: "checkpoint_file_missing"
    case .key: "key"
    case .keyForeign: "key_foreign"
    }
  }
}
