import Model

/// What an adversary can do in a state under a policy, and where messages go in it. The adversary knows the password and has all the luck: what a bank
/// does now and then, it does when it helps him.
struct AdversaryRules {
  typealias State = AdversaryState
  typealias Endpoint = AdversaryState.Endpoint

  let policy: Policy
  /// How many codes can be talked out of the client.
  let codes: Int
  /// Whether he has access to an operator's switch (SS7).
  let hasSS7: Bool
  private let routes: [Int: [Step]]

  init(_ policy: Policy, codes: Int, hasSS7: Bool) {
    self.policy = policy
    self.codes = codes
    self.hasSS7 = hasSS7
    var routes: [Int: [Step]] = [:]
    for scope in State.Scope.allCases {
      for chosen in [Channel.push, .sms] {
        routes[Self.place(scope, chosen)] = Route(policy, category: scope.category, origin: .app, chosen: chosen).steps
      }
    }
    // A sender's own channel that is neither.
    if policy.decides == .sender {
      for scope in State.Scope.allCases {
        let steps = Route(policy, category: scope.category, origin: .app, chosen: policy.initialChannel(of: scope.category)).steps
        for chosen in [Channel.push, .sms] { routes[Self.place(scope, chosen)] = steps }
      }
    }
    self.routes = routes
  }

  private static func place(_ scope: State.Scope, _ chosen: Channel) -> Int {
    (scope == .code ? 0 : scope == .security ? 1 : 2) * 8 + chosen.rawValue
  }

  // MARK: Where a message goes

  /// Who gets a message of this kind. The client never enters a code he didn't ask for; the adversary does at once.
  func recipients(_ scope: State.Scope, in state: State) -> Set<Endpoint> {
    var reached: Set<Endpoint> = []
    for step in routes[Self.place(scope, state.pushed.contains(scope) ? .push : .sms)] ?? [] {
      if step.onlyWithoutApp, state.hasOwnDevice || state.device == .trusted { continue }
      let here = endpoints(step.channel, in: state)
      reached.formUnion(here)
      // What comes only now and then stands in for the rest when that is to the client's harm.
      if step.chancePercent < 100, here.contains(where: \.isOwn) {
        reached.subtract(here)
        continue
      }
      let isTaken = here.contains { !$0.isOwn }
      switch step.stop {
      case .never: continue
      case .delivered: if !here.isEmpty { return reached }
      case .seen, .entered: if isTaken { return reached }
      }
    }
    return reached
  }

  private func endpoints(_ channel: Channel, in state: State) -> Set<Endpoint> {
    let own: Set<Endpoint> = state.hasOwnDevice && !state.isOffline ? [.ownDevice] : []
    switch channel {
    case .push:
      switch policy.pushTarget {
      case .newest: return state.device == .trusted && (state.isNewest || !state.hasOwnDevice) ? [.strangerDevice] : own
      case .every: return state.device == .none ? own : own.union([.strangerDevice])
      case .trusted: return state.device == .trusted ? own.union([.strangerDevice]) : own
      }
    case .sms: return [numberEndpoint(state)]
    case .messenger: return state.number == .none ? own : [.strangerNumber]
    }
  }

  private func numberEndpoint(_ state: State) -> Endpoint {
    if state.number != .none { return .strangerNumber }
    return state.intercepts ? .interceptedNumber : .ownNumber
  }

  /// Who is told of a change that led from `before` to `after`.
  func told(of event: SecurityFact.Kind, _ change: Policy.Change, before: State, after: State) -> Set<Endpoint> {
    switch change.announce {
    case .nobody: return []
    case .sms: return [numberEndpoint(event == .phoneChanged ? after : before)]
    case .old:
      var old: Set<Endpoint> = [numberEndpoint(before)]
      if before.hasOwnDevice, !before.isOffline { old.insert(.ownDevice) }
      if before.device != .none { old.insert(.strangerDevice) }
      return old
    case .chosen:
      if policy.steps.contains(where: { $0.events.contains(event) }) {
        return Set(policy.steps.filter { $0.events.contains(event) }.flatMap { endpoints($0.channel, in: after) })
      }
      return recipients(.security, in: after)
    }
  }

  // MARK: What he can do

  /// The moves from a state, each with the state it leads to.
  func moves(from state: State) -> [(move: Move, next: State)] {
    var moves: [(Move, State)] = []
    operations(state, &moves)
    logIn(state, &moves)
    bind(state, &moves)
    switchChannels(state, &moves)
    unlink(state, &moves)
    changeNumber(state, &moves)
    if hasSS7, !state.intercepts {
      var next = state
      next.intercepts = true
      moves.append((Move(.intercept), next))
    }
    if hasSS7, !state.isOffline, state.hasOwnDevice {
      var next = state
      next.isOffline = true
      moves.append((Move(.awaitOffline), next))
    }
    // A client who was warned has unlinked the device and called the bank before any cooling-off ends.
    if !state.isWarned, state.device == .cooling || state.number == .cooling {
      var next = state
      if next.device == .cooling { next.device = .trusted }
      if next.number == .cooling { next.number = .trusted }
      moves.append((Move(.wait), next))
    }
    return moves
  }

  /// How he comes by a code where codes go to `reached`; nil when he doesn't.
  private func source(_ reached: Set<Endpoint>, _ state: State) -> Move.CodeSource? {
    if reached.contains(.strangerDevice) || reached.contains(.strangerNumber) && state.number != .cooling { return .ownEndpoint }
    if reached.contains(.interceptedNumber) { return .intercepted }
    return reached.contains(where: \.isOwn) && state.talkedOut < codes ? .talkedOut : nil
  }

  /// The ways to give what a change asks for, with the state after giving it.
  private func granted(_ confirm: Policy.Confirmation, _ state: State) -> (code: Move.CodeSource?, state: State)? {
    let reached: Set<Endpoint>
    switch confirm {
    case .session: return state.canAct ? (nil, state) : nil
    case .trustedDevice: return state.device == .trusted ? (nil, state) : nil
    case .support: return nil
    case .code: reached = recipients(.code, in: state)
    case .oldNumber:
      guard state.canAct else { return nil }
      reached = [numberEndpoint(state)]
    }
    return source(reached, state).map { source in
      var next = state
      if source == .talkedOut { next.talkedOut += 1 }
      return (source, next)
    }
  }

  private func warn(_ next: inout State, _ told: Set<Endpoint>) {
    if told.contains(where: \.isOwn) { next.isWarned = true }
  }

  /// Money leaves: covered by the last code, or by one that comes to him.
  private func operations(_ state: State, _ moves: inout [(Move, State)]) {
    guard state.canAct else { return }
    var source: Move.CodeSource?
    if state.covered > 0 {
      source = .covered
    } else if let found = self.source(recipients(.code, in: state), state), found != .talkedOut {
      source = found
    }
    guard let source else { return }
    for kind in [Move.Kind.transfer, .loan] where kind == .transfer || !state.tookLoan {
      var next = state
      if source == .covered { next.covered -= 1 }
      if kind == .loan { next.tookLoan = true }
      moves.append((Move(kind, code: source), next))
    }
  }

  private func logIn(_ state: State, _ moves: inout [(Move, State)]) {
    guard state.covered == 0, let (code, granted) = granted(policy.login.confirm, state), code == .talkedOut || !state.canAct else {
      return
    }
    var next = granted
    next.hasSession = true
    next.covered = policy.codes.operations
    let told = told(of: .login, policy.login, before: state, after: next)
    warn(&next, told)
    moves.append((Move(.logIn, code: code, told: told), next))
  }

  private func bind(_ state: State, _ moves: inout [(Move, State)]) {
    guard state.device == .none, let (code, granted) = granted(policy.binding.confirm, state) else { return }
    var next = granted
    next.device = policy.binding.coolingOffSeconds > 0 ? .cooling : .trusted
    next.isNewest = true
    let told = told(of: .deviceBound, policy.binding, before: state, after: next)
    warn(&next, told)
    moves.append((Move(.bind, code: code, told: told), next))
  }

  private func switchChannels(_ state: State, _ moves: inout [(Move, State)]) {
    guard policy.decides == .client, let (code, granted) = granted(policy.switching.confirm, state) else { return }
    for scope in State.Scope.allCases where policy.canSwitch(scope.category) {
      for channel in [Channel.push, .sms] where (channel == .push) != state.pushed.contains(scope) {
        var next = granted
        if channel == .push { next.pushed.insert(scope) } else { next.pushed.remove(scope) }
        let told = told(of: .channelChanged, policy.switching, before: state, after: next)
        warn(&next, told)
        moves.append((Move(.switchChannel, code: code, scope: scope, channel: channel, told: told), next))
      }
    }
  }

  private func unlink(_ state: State, _ moves: inout [(Move, State)]) {
    guard state.hasOwnDevice, state.device != .none, let (code, granted) = granted(policy.unlinking.confirm, state) else { return }
    var next = granted
    next.hasOwnDevice = false
    let told = told(of: .deviceUnbound, policy.unlinking, before: state, after: next)
    warn(&next, told)
    moves.append((Move(.unlink, code: code, told: told), next))
  }

  private func changeNumber(_ state: State, _ moves: inout [(Move, State)]) {
    guard state.number == .none, let (code, granted) = granted(policy.numberChange.confirm, state) else { return }
    var next = granted
    next.number = policy.numberChange.coolingOffSeconds > 0 ? .cooling : .trusted
    let told = told(of: .phoneChanged, policy.numberChange, before: state, after: next)
    warn(&next, told)
    moves.append((Move(.changeNumber, code: code, told: told), next))
  }
}
