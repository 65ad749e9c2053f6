/// A table while it is being read: headers and dotted keys come back to it.
final class TableNode {
  /// How a table came to be, which says what may still be added to it.
  enum Origin {
    /// Named on the way to another: `[a.b]` makes `a`; a header of its own may follow.
    case implied
    /// Has its header.
    case header
    /// Made by a dotted key; only such keys add to it.
    case dotted
    /// Closed where it ended: `{ … }`.
    case inline
  }

  enum Item {
    case value(TOMLValue)
    case table(TableNode)
    /// `[[name]]`, so many times.
    case tables(Tables)
  }

  /// The tables of one `[[name]]`, in one place, so that adding one doesn't copy the others.
  final class Tables {
    var all: [TableNode]
    init(_ first: TableNode) { all = [first] }
  }

  var origin: Origin
  var place: TOMLPlace
  private(set) var order: [String] = []
  private var items: [String: (keyPlace: TOMLPlace, item: Item)] = [:]

  init(_ origin: Origin, place: TOMLPlace) {
    self.origin = origin
    self.place = place
  }

  subscript(key: String) -> (keyPlace: TOMLPlace, item: Item)? { items[key] }

  func add(_ item: Item, under key: String, at place: TOMLPlace) {
    order.append(key)
    items[key] = (place, item)
  }

  /// What was read, at last. The parser bounds how deep tables stand in one another.
  func table(depth: Int) -> TOMLTable {
    let entries = order.compactMap { key in
      items[key].map { place, item in
        (key: key, value: Self.value(of: item, keyPlace: place, depth: depth + 1))
      }
    }
    return TOMLTable(entries, place: place)
  }

  private static func value(of item: Item, keyPlace: TOMLPlace, depth: Int) -> TOMLValue {
    switch item {
    case .value(let value): value
    case .table(let table): TOMLValue(content: .table(table.table(depth: depth)), keyPlace: keyPlace, place: table.place)
    case .tables(let tables):
      TOMLValue(
        content: .array(
          tables.all.map { TOMLValue(content: .table($0.table(depth: depth)), keyPlace: $0.place, place: $0.place) }),
        keyPlace: keyPlace, place: tables.all.first?.place ?? keyPlace)
    }
  }
}
