import GRDB
import Model

/// What splitting or joining notifications by hand came to.
public enum Regrouped: Hashable, Sendable {
  /// These are the notifications now, the newest first.
  case done([NotificationID])
  /// There is but one copy to split, or fewer than two notifications to join.
  case nothingToDo
  /// They are of different banks or accounts.
  case differentBanks
}

extension Store {
  /// Makes a notification of each copy of one, as a step that can be undone. Adding never merges them with each other again.
  public func split(_ id: NotificationID) throws(StoreError) -> Regrouped {
    let (at, rule) = (calendar.now(), mergingRule)
    return try writable().write { db, names in
      var hand = try HandMerging(db, rule: rule)
      let moves = try hand.split(id, &names)
      guard !moves.isEmpty else { return .nothingToDo }
      let ids = Self.ids(of: moves)
      try UndoLog.record(.split, count: ids.count, moves: moves, at: at, db)
      try LedgerAppender.append([RecordEntries.regrouping("split", moves, db)], at: at, db)
      return .done(ids)
    }
  }

  /// Makes one notification of several of the same bank and account, as a step that can be undone. Adding takes none of its copies away again.
  public func join(_ ids: [NotificationID]) throws(StoreError) -> Regrouped {
    guard Set(ids).count > 1 else { return .nothingToDo }
    let (at, rule) = (calendar.now(), mergingRule)
    return try writable().write { db, names in
      var hand = try HandMerging(db, rule: rule)
      guard let moves = try hand.join(ids, &names) else { return .differentBanks }
      let count = Set(moves.map(\.before.id)).count
      try UndoLog.record(.joined, count: count, moves: moves, at: at, db)
      try LedgerAppender.append([RecordEntries.regrouping("join", moves, db)], at: at, db)
      return .done(Self.ids(of: moves))
    }
  }

  private static func ids(of moves: [CopyMove]) -> [NotificationID] {
    Set(moves.map(\.after.id)).sorted(by: >).map(NotificationID.init(rawValue:))
  }
}
