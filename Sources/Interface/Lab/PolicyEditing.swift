import Delivery
import Model

extension Policy {
  private static let waits = [0, 5, 20, 60, 180, 600, 3_600]
  private static let coolings = [0, 3_600, 43_200, 86_400, 172_800]

  /// Turns one field to the next of its values, or the one before.
  mutating func change(_ field: LabField, by step: Int) {
    switch field {
    case .firstWait:
      let current = steps.first { $0.waitSeconds > 0 }?.waitSeconds ?? 0
      let next = Self.next(current, in: Self.waits, by: step)
      for place in steps.indices where steps[place].waitSeconds > 0 || (current == 0 && hasNext(place)) { steps[place].waitSeconds = next }
    case .order: turnSteps()
    case .coolingOff: binding.coolingOffSeconds = Self.next(binding.coolingOffSeconds, in: Self.coolings, by: step)
    case .bindingTold: binding.announce = Self.next(binding.announce, in: Announcement.allCases, by: step)
    case .switchTold: switching.announce = Self.next(switching.announce, in: Announcement.allCases, by: step)
    case .switchNeeds: switching.confirm = Self.next(switching.confirm, in: Confirmation.allCases, by: step)
    case .pushTo: pushTarget = Self.next(pushTarget, in: PushTarget.allCases, by: step)
    case .operations: codes.operations = Self.next(codes.operations, in: [1, 2, 3, 4, 5], by: step)
    }
  }

  /// Turns the channels of every cascade round: what was tried last is tried first.
  private mutating func turnSteps() {
    for group in cascades where group.count > 1 {
      let channels = group.map { steps[$0].channel }
      for (place, channel) in zip(group, channels.reversed()) { steps[place].channel = channel }
    }
  }

  /// The places of steps that follow one another for the same messages.
  private var cascades: [[Int]] {
    var groups: [[Int]] = []
    for place in steps.indices {
      if let last = groups.last?.last, steps[last].isForSame(as: steps[place]) {
        groups[groups.count - 1].append(place)
      } else {
        groups.append([place])
      }
    }
    return groups
  }

  private func hasNext(_ place: Int) -> Bool {
    place + 1 < steps.count && steps[place].isForSame(as: steps[place + 1])
  }

  private static func next<Value: Equatable>(_ value: Value, in values: [Value], by step: Int) -> Value {
    guard let place = values.firstIndex(of: value) else { return values[0] }
    return values[(place + step + values.count) % values.count]
  }
}

extension Step {
  fileprivate func isForSame(as other: Step) -> Bool {
    chosen == other.chosen && categories == other.categories && events == other.events && origins == other.origins
  }
}

extension Strings {
  /// What a field of a policy says now.
  func lab(_ field: LabField, of policy: Policy) -> String {
    switch field {
    case .firstWait: labStrings.duration(policy.steps.first { $0.waitSeconds > 0 }?.waitSeconds ?? 0)
    case .order:
      policy.steps.last.map { last in
        policy.steps.filter { $0.chosen == last.chosen && $0.categories == last.categories && $0.origins == last.origins }
          .map { channel($0.channel) }.joined(separator: " > ")
      } ?? ""
    case .coolingOff: labStrings.duration(policy.binding.coolingOffSeconds)
    case .bindingTold: labStrings.announce(policy.binding.announce)
    case .switchTold: labStrings.announce(policy.switching.announce)
    case .switchNeeds: labStrings.confirm(policy.switching.confirm)
    case .pushTo: labStrings.pushTarget(policy.pushTarget)
    case .operations: String(policy.codes.operations)
    }
  }
}
