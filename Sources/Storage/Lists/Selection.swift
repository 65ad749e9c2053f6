import GRDB
import Model

/// What a list holds, taken apart into what each way of reading can use.
struct Selection {
  /// The drawers that may hold some of it.
  let drawers: [Drawer]
  /// The identifiers that it lies within, from `since:`, `until:` and `on:`.
  let bounds: ClosedRange<Int64>
  /// The magnitudes that it lies within, from `amount`; nil when it asks for none.
  let magnitudes: ClosedRange<Int64>?
  /// What a row must fulfil besides lying in these drawers and bounds and holding the needles; nil when nothing is left to ask.
  let residual: Condition?
  /// Words that must all occur.
  let needles: [Needle]
  /// Terms that must all hold and that the full-text index may know as tags.
  let taggable: [FilterTerm]

  init(_ query: ListQuery, unreadOnly: Bool = false, drawers known: Drawers, calendar: LocalCalendar) {
    let filter = query.filter?.node ?? .all([])
    var place = query.place
    if place == .inbox || place == .others, filter.namesPlace { place = .everything }
    let node: FilterNode = unreadOnly ? .all([.term(.state(.unread)), filter]) : filter
    let possible = known.all.filter { drawer in
      drawer.total > 0 && (place == .everything || drawer.label.place == place)
        && (query.bank == nil || known.banks[drawer.label.bankID] == query.bank)
        && (query.category == nil || drawer.label.category == query.category)
        && node.verdict(on: drawer.label, banks: known.banks) != false
    }
    drawers = possible

    var bounds: ClosedRange<Int64> = 0...Int64.max
    var magnitudes: ClosedRange<Int64>?
    var needles = Needle.all(of: query.search)
    var residual: [Condition] = []
    var taggable: [FilterTerm] = []
    for conjunct in node.conjuncts {
      if case .term(let term) = conjunct {
        if let range = term.identifiers(calendar) {
          bounds = bounds.clamped(to: range)
          if !bounds.overlaps(range) { residual.append(.never) }
          continue
        }
        if case .amount(let from, let to) = term {
          magnitudes = (magnitudes ?? 0...Int64.max).clamped(to: (from ?? 0)...(to ?? .max))
        }
        if case .text(let text, let isPrefix) = term, let needle = Needle(text, isPrefix: isPrefix) {
          needles.append(needle)
          continue
        }
        taggable.append(term)
      }
      if possible.contains(where: { conjunct.verdict(on: $0.label, banks: known.banks) == nil }) {
        residual.append(conjunct.condition(drawers: known, calendar: calendar))
      }
    }
    self.bounds = bounds
    self.magnitudes = magnitudes
    self.needles = needles
    self.residual = residual.isEmpty ? nil : .all(residual)
    self.taggable = taggable
  }

  /// How many notifications lie in the drawers.
  var total: Int { drawers.reduce(0) { $0 + $1.total } }

  /// Whether the drawers' counts are the list's.
  var isCounted: Bool { residual == nil && needles.isEmpty && bounds == 0...Int64.max }

  /// Whether lying in these drawers and bounds is all there is to fulfil.
  var isPlain: Bool { residual == nil && needles.isEmpty }

  /// What remains to be asked of a row that lies in one of the drawers.
  var check: Condition {
    .all((residual.map { [$0] } ?? []) + (needles.isEmpty ? [] : [.holds(needles)]))
  }
}
