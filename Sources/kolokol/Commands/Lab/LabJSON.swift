import Delivery
import Interface
import Model

/// What the lab's commands print for machines; docs/lab.md lists the fields.
enum LabJSON {
  static func comparison(_ row: LabRow, _ comparison: LabComparison) -> JSONObject {
    let result = row.result
    var object = JSONObject()
    object.add("policy", row.policy.id)
    object.add("clients", Int64(comparison.clients))
    object.add("days", Int64(comparison.days))
    object.add("seed", Int64(clamping: comparison.seed))
    object.add("messages", Int64(result.messages))
    object.add("attacks", Int64(result.attacks))
    let estimates: [(LabColumn, Estimate)] = [
      (.reachedSoon, result.reachedSoon), (.reached, result.reached), (.costPer1000, result.costPer1000),
      (.costPerMonth, result.costPerClientMonth), (.lost, result.lost), (.kept, result.kept), (.exposed, result.exposedCodes),
      (.warned, result.warned), (.findings, result.findings),
    ]
    for (column, estimate) in estimates {
      object.add(column.rawValue, number: estimate.mean)
      object.add(column.rawValue + "_margin", number: estimate.margin.isFinite ? estimate.margin : nil)
    }
    object.add(LabColumn.median.rawValue, number: result.medianSeconds)
    object.add(LabColumn.alert.rawValue, number: result.secondsToAlert)
    var lost = JSONObject()
    for category in Category.allCases { lost.add(category.name, number: result.lostByCategory[category]) }
    object.add("lost_per_1000_by_category", lost)
    add(row.search.operations.count > 1 ? row.search.operations[1] : .count(0), as: LabColumn.oneCode.rawValue, to: &object)
    object.add(LabColumn.warnedFirst.rawValue, row.search.isWarnedBeforeFirstLoss)
    return object
  }

  static func check(_ policy: Policy, _ result: AdversarySearch.Result, _ withSS7: AdversarySearch.Result) -> JSONObject {
    var object = JSONObject()
    object.add("policy", policy.id)
    add(result, to: &object)
    var ss7 = JSONObject()
    add(withSS7, to: &ss7)
    object.add("with_ss7", ss7)
    return object
  }

  private static func add(_ result: AdversarySearch.Result, to object: inout JSONObject) {
    let lab = Strings.english.labStrings
    var operations = JSONObject()
    for (codes, found) in result.operations.enumerated() { add(found, as: String(codes), to: &operations) }
    object.add("operations_by_codes", operations)
    object.add("unbounded_from", result.unboundedFrom.map(Int64.init))
    object.add("client_warned_before_first_loss", result.isWarnedBeforeFirstLoss)
    object.add("broken", result.broken.map(\.invariant.rawValue))
    object.add(
      "counterexamples",
      result.broken.map { broken in
        var example = JSONObject()
        example.add("invariant", broken.invariant.rawValue)
        example.add("path", broken.path.map(lab.move))
        return example
      })
    object.add("shortest_path", result.shortestPath.map(lab.move))
    object.add("states", Int64(result.states))
  }

  private static func add(_ operations: Operations, as name: String, to object: inout JSONObject) {
    switch operations {
    case .count(let count): object.add(name, Int64(count))
    case .unbounded: object.add(name, "unbounded")
    }
  }

  static func policy(_ policy: Policy) -> JSONObject {
    var object = JSONObject()
    object.add("policy", policy.id)
    object.add("name", policy.name)
    object.add("banks", policy.banks)
    object.add("decides", policy.decides.rawValue)
    object.add("keeps_pushes", policy.keepsPushes.rawValue)
    object.add("push_to", policy.pushTarget.rawValue)
    object.add("text", PolicyText(policy, strings: .english).lines)
    return object
  }
}
