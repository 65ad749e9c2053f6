/// What any policy can be held to.
public enum Invariant: String, CaseIterable, Sendable {
  case bindingAnnounced = "binding_announced_at_old_endpoint"
  case switchAnnounced = "switch_announced_at_old_endpoint"
  case numberChangeAnnounced = "number_change_announced_at_old_endpoint"
  case noCodeOnlyToCooling = "no_code_only_to_cooling_endpoint"
  case nothingToUnlinked = "nothing_to_unlinked_device"
  case everythingKept = "every_notification_kept"
}

/// An invariant that doesn't hold, and how to come to where it doesn't.
public struct BrokenInvariant: Hashable, Sendable {
  public var invariant: Invariant
  /// The moves that lead there, the breaking one last; empty when it is broken from the start.
  public var path: [Move]
}

extension AdversaryRules {
  /// The invariants that a move from one state to another breaks.
  func broken(by move: Move, before: AdversaryState, after: AdversaryState) -> [Invariant] {
    let reachesOwn = move.told.contains(where: \.isOwn)
    // Where the client had nothing left that could be told, nothing can be announced to it.
    let couldBeTold = before.number == .none && !before.intercepts || before.hasOwnDevice && !before.isOffline
    switch move.kind {
    case .bind: return reachesOwn || !couldBeTold ? [] : [.bindingAnnounced]
    case .switchChannel: return reachesOwn || !couldBeTold ? [] : [.switchAnnounced]
    case .changeNumber: return reachesOwn || !couldBeTold ? [] : [.numberChangeAnnounced]
    default: return []
    }
  }

  /// The invariants that a state breaks.
  func broken(in state: AdversaryState) -> [Invariant] {
    var broken: [Invariant] = []
    let codes = recipients(.code, in: state)
    let isCoolingOnly = codes.allSatisfy {
      $0 == .strangerDevice && state.device == .cooling || $0 == .strangerNumber && state.number == .cooling
    }
    if !codes.isEmpty, isCoolingOnly { broken.append(.noCodeOnlyToCooling) }
    if !state.hasOwnDevice, AdversaryState.Scope.allCases.contains(where: { recipients($0, in: state).contains(.ownDevice) }) {
      broken.append(.nothingToUnlinked)
    }
    return broken
  }

  /// SMS stay on the phone and at the operator; other channels need a bank that keeps what they brought.
  var keepsEverything: Bool {
    policy.keepsPushes == .always || policy.steps.allSatisfy { $0.channel == .sms }
  }
}
