import GRDB

/// Binds the values of a statement one after another; for statements with too many to number them.
struct ParametersInTurn {
  private let statement: GRDB.Statement
  private var index: Int32 = 0

  init(_ statement: GRDB.Statement) { self.statement = statement }

  mutating func bind(_ number: Int64?) {
    index += 1
    statement.bind(number, at: index)
  }

  mutating func bind(_ number: Int?) { bind(number.map(Int64.init)) }

  mutating func bind(_ fact: Bool?) { bind(fact.map { $0 ? 1 : 0 } as Int64?) }

  mutating func bind(_ text: String?) {
    index += 1
    statement.bind(text, at: index)
  }
}

/// Reads the columns of a statement's row one after another; finding each by its name would cost more than reading it.
struct ColumnsInTurn {
  private let statement: GRDB.Statement
  private var index: Int32 = -1

  init(_ statement: GRDB.Statement) { self.statement = statement }

  mutating func number() -> Int64? {
    index += 1
    return statement.integerOrNull(index)
  }

  mutating func text() -> String? {
    index += 1
    return statement.textOrNull(index)
  }
}
