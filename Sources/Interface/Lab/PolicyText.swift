import Delivery
import Model

/// A policy in words: who decides, the cascade, what changes take.
public struct PolicyText: Sendable {
  let policy: Policy
  let strings: Strings

  public init(_ policy: Policy, strings: Strings) {
    self.policy = policy
    self.strings = strings
  }

  private var lab: LabStrings { strings.labStrings }

  /// The whole, a line each.
  public var lines: [String] {
    var lines = [lab.whoDecides + ": " + lab.decides(policy.decides) + dates, lab.pushesKept + ": " + lab.keeps(policy.keepsPushes), ""]
    lines += [lab.cascade] + cascade.map { "  " + $0 }
    lines.append("")
    lines += PolicyChange.allCases.map(change)
    return lines
  }

  /// The steps: for which messages, by what, and what leads to the next.
  public var cascade: [String] {
    var lines: [String] = []
    var lastGroup: String?
    for (place, step) in policy.steps.enumerated() {
      let group = self.group(of: step)
      let isFirst = group != lastGroup
      if isFirst { lines.append(group) }
      lastGroup = group
      var text = "  " + (isFirst ? "" : "→ ") + strings.channel(step.channel)
      if step.chancePercent < 100 { text += " (\(step.chancePercent) %)" }
      if step.onlyWithoutApp { text += " (" + lab.onlyWithoutApp + ")" }
      let hasNext = place + 1 < policy.steps.count && self.group(of: policy.steps[place + 1]) == group
      if hasNext { text += ", " + lab.stop(step.stop, step.waitSeconds) }
      lines.append(text)
    }
    return lines
  }

  private func group(of step: Step) -> String {
    var parts: [String] = []
    if !step.events.isEmpty { parts.append(step.events.sorted { $0.rawValue < $1.rawValue }.map(strings.security).joined(separator: ", ")) }
    if !step.categories.isEmpty {
      parts.append(step.categories.sorted { $0.rawValue < $1.rawValue }.map(strings.category).joined(separator: ", "))
    }
    if !step.origins.isEmpty { parts.append(Step.Origin.allCases.filter(step.origins.contains).map(\.rawValue).joined(separator: ", ")) }
    if parts.isEmpty { parts.append(lab.anyMessage) }
    if let chosen = step.chosen { parts.append(lab.chose(chosen)) }
    return parts.joined(separator: "; ") + ":"
  }

  private func change(_ change: PolicyChange) -> String {
    let rule = change.rule(in: policy)
    var text = lab.change(change) + ": " + lab.confirm(rule.confirm) + "; " + lab.announce(rule.announce)
    if rule.coolingOffSeconds > 0 { text += "; " + lab.coolingOff(lab.duration(rule.coolingOffSeconds)) }
    return text
  }

  private var dates: String {
    let text = lab.validFrom(policy.since.map(Self.day), policy.until.map(Self.day))
    return text.isEmpty ? "" : "; " + text
  }

  private static func day(_ date: CivilDate) -> String {
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(date.year)-\(two(date.month))-\(two(date.day))"
  }
}
