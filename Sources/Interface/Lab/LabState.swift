import Delivery
import Model
import Screen

/// The Lab screen: the policies with what they came to, the order, and the copy being edited.
struct LabState: Sendable {
  var rows: [LabRow] = []
  var cursor = 0
  var sorting: LabColumn?
  var showsDetail = false
  /// The first line of the chosen policy's details that is shown.
  var detailTop = 0
  /// The policy being edited, and which of its fields has the keys.
  var edited: Policy?
  var field = 0
  /// How many clients are being counted over now; nil while nothing is counted.
  var counting: Int?
  /// What is counted belongs to this: after a change of the edited policy what was counted before is of no use.
  var generation = 0

  var isComputing: Bool { counting != nil }

  /// What policies come to over so many clients, with the adversary's search; nil when nobody waits for it any more.
  static func compare(_ policies: [Policy], clients: Int, isStopped: @Sendable () -> Bool = { false }) -> [LabRow]? {
    LabComparison(clients: clients).run(policies, isStopped: isStopped).map { results in
      zip(policies, results).map { policy, result in
        LabRow(
          policy: policy, result: result, search: AdversarySearch.run(policy), searchWithSS7: AdversarySearch.run(policy, hasSS7: true))
      }
    }
  }

  /// The rows in the chosen order; a column's best first.
  var ordered: [LabRow] {
    guard let sorting else { return rows }
    let isMoreBetter = [.reachedSoon, .reached, .kept, .warned, .warnedFirst].contains(sorting)
    return rows.sorted { left, right in
      let (first, second) = (left.value(sorting), right.value(sorting))
      guard let first else { return false }
      guard let second else { return true }
      return isMoreBetter ? first > second : first < second
    }
  }

  var current: LabRow? { ordered.indices.contains(cursor) ? ordered[cursor] : nil }

  /// The same policies over more clients: what the adversary can do under them is as it was.
  mutating func take(_ results: [LabResult]) {
    for result in results {
      if let place = rows.firstIndex(where: { $0.policy.id == result.policy }) { rows[place].result = result }
    }
  }

  /// New results: each replaces its policy's row, or comes behind the row it is a copy of.
  mutating func take(_ found: [LabRow]) {
    let chosen = current?.policy.id
    for row in found {
      if let place = rows.firstIndex(where: { $0.policy.id == row.policy.id }) {
        rows[place] = row
      } else if let original = rows.firstIndex(where: { $0.policy.id + "*" == row.policy.id }) {
        rows.insert(row, at: original + 1)
      } else {
        rows.append(row)
      }
    }
    if let id = edited?.id ?? chosen, let place = ordered.firstIndex(where: { $0.policy.id == id }) { cursor = place }
  }
}

extension BellState {
  mutating func startLab() -> [Effect] {
    tellPolicyProblem()
    guard lab.rows.isEmpty, !lab.isComputing, !surroundings.policies.policies.isEmpty else { return [] }
    return count(surroundings.policies.policies)
  }

  /// Counts policies anew, over few clients first, so that what changed shows at once.
  private mutating func count(_ policies: [Policy]) -> [Effect] {
    lab.generation += 1
    lab.counting = surroundings.labClients.first
    return lab.counting.map { [.compareLab(policies, clients: $0, generation: lab.generation)] } ?? []
  }

  /// What was counted over the fewest clients is counted over more, as long as there are more to be had.
  private mutating func countOn() -> [Effect] {
    let fewest = lab.rows.map(\.result.clients).min() ?? 0
    lab.counting = lab.rows.isEmpty ? nil : surroundings.labClients.first { $0 > fewest }
    guard let clients = lab.counting else { return [] }
    let policies = lab.rows.filter { $0.result.clients < clients }.map(\.policy)
    return [.recountLab(policies, clients: clients, generation: lab.generation)]
  }

  /// The policies in the order of the screen, also while they are still counted.
  var labPolicies: [Policy] { lab.rows.isEmpty ? surroundings.policies.policies : lab.ordered.map(\.policy) }

  mutating func performInLab(_ operation: Operation) -> [Effect] {
    if lab.edited != nil { return edit(operation) }
    if lab.rows.isEmpty, lab.isComputing, Self.needPolicy.contains(operation) {
      notice = Notice(kind: .hint, text: strings.labStrings.stillComputing)
      return []
    }
    switch operation {
    case .down: choosePolicy(lab.cursor + 1)
    case .up: choosePolicy(lab.cursor - 1)
    case .first: choosePolicy(0)
    case .last: choosePolicy(labPolicies.count - 1)
    case .pageDown: scrollDetails(by: 5)
    case .pageUp: scrollDetails(by: -5)
    case .showPolicy: lab.showsDetail.toggle()
    case .sortPolicies: sortLab()
    case .editPolicy: return startEditing()
    case .playPath: return playPath()
    case .savePolicy: return savePolicy()
    case .reload:
      let generation = lab.generation
      lab = LabState()
      lab.generation = generation
      return startLab()
    case .back, .quit:
      if lab.showsDetail {
        lab.showsDetail = false
        return []
      }
      return show(.inbox)
    default: break
    }
    return []
  }

  /// What can't be done before a policy was counted.
  private static let needPolicy: Set<Operation> = [.showPolicy, .sortPolicies, .editPolicy, .playPath, .savePolicy]

  /// The adversary's shortest path under the chosen policy, as a story that unfolds in a bell of its own.
  private mutating func playPath() -> [Effect] {
    guard let row = lab.current else { return [] }
    guard !row.search.shortestPath.isEmpty else {
      notice = Notice(kind: .hint, text: strings.labStrings.noPath)
      return []
    }
    return [.play(row.policy, row.search.shortestPath)]
  }

  /// The chosen policy as a file that `kolokol lab` reads: of a copy as it is edited, under an id of its own and no bank's, so that it replaces
  /// none.
  private mutating func savePolicy() -> [Effect] {
    guard var policy = lab.edited ?? lab.current?.policy else { return [] }
    let isCopy = policy.id.hasSuffix("*")
    if isCopy {
      policy.id = String(policy.id.dropLast()) + "-copy"
      policy.banks = []
    }
    return [.print(name: "kolokol-\(policy.id)-\(timeText.stamp(now)).toml", text: policy.toml)]
  }

  private mutating func choosePolicy(_ row: Int) {
    lab.cursor = max(min(row, labPolicies.count - 1), 0)
    lab.detailTop = 0
  }

  private mutating func scrollDetails(by lines: Int) {
    guard let area = LabView(state: self).detailArea(in: frame.body) else { return }
    lab.detailTop = max(min(lab.detailTop + lines, LabDetails(state: self).lastTop(in: area)), 0)
  }

  private mutating func sortLab() {
    let columns = LabView.columns
    let chosen = lab.current?.policy.id
    let next = lab.sorting.flatMap { columns.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    lab.sorting = next < columns.count ? columns[next] : nil
    if let place = lab.ordered.firstIndex(where: { $0.policy.id == chosen }) { lab.cursor = place }
    if let sorting = lab.sorting {
      notice = Notice(kind: .hint, text: strings.labStrings.sortedBy(labHeading(sorting)))
    }
  }

  private mutating func startEditing() -> [Effect] {
    guard let row = lab.current else { return [] }
    var copy = row.policy
    if !copy.id.hasSuffix("*") {
      copy.id += "*"
      copy.name = strings.labStrings.copyOf(copy.name)
      copy.nameRu = strings.labStrings.copyOf(copy.nameRu)
    }
    lab.edited = copy
    lab.field = 0
    lab.showsDetail = true
    return count([copy])
  }

  private mutating func edit(_ operation: Operation) -> [Effect] {
    let fields = LabField.allCases
    switch operation {
    case .down: lab.field = min(lab.field + 1, fields.count - 1)
    case .up: lab.field = max(lab.field - 1, 0)
    case .left, .right:
      guard var policy = lab.edited else { return [] }
      policy.change(fields[lab.field], by: operation == .right ? 1 : -1)
      lab.edited = policy
      return count([policy])
    case .playPath: return playPath()
    case .savePolicy: return savePolicy()
    case .back, .showPolicy, .editPolicy, .quit: lab.edited = nil
    default: break
    }
    return []
  }

  /// What was counted stands there now, so nobody need be told to wait for it; it goes on over more clients.
  mutating func takeInLab(_ rows: [LabRow], _ generation: Int) -> [Effect] {
    guard generation == lab.generation else { return [] }
    lab.take(rows)
    if notice?.text == strings.labStrings.stillComputing { notice = nil }
    return countOn()
  }

  mutating func takeInLab(_ results: [LabResult], _ generation: Int) -> [Effect] {
    guard generation == lab.generation else { return [] }
    lab.take(results)
    return countOn()
  }

  mutating func takeInLab(_ mouse: Mouse) -> [Effect] {
    switch mouse.kind {
    case .wheelDown: scrollDetails(by: 3)
    case .wheelUp: scrollDetails(by: -3)
    default: break
    }
    guard mouse.kind == .press || mouse.kind == .doubleClick, lab.edited == nil else { return [] }
    guard let row = LabView(state: self).row(at: mouse.at, in: frame.body) else { return [] }
    choosePolicy(row)
    return mouse.kind == .doubleClick ? performInLab(.showPolicy) : []
  }
}
