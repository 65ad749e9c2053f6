import Delivery
import Model

extension LabStrings {
  static let english = LabStrings(
    name: { $0.name },
    remark: { $0.remark },
    column: { column in
      switch column {
      case .reachedSoon: "in 1 min"
      case .reached: "reached"
      case .median: "median"
      case .costPer1000: "₽/1000"
      case .costPerMonth: "₽/month"
      case .lost: "lost ‰"
      case .kept: "kept"
      case .exposed: "exposed"
      case .warned: "told"
      case .alert: "alert"
      case .findings: "findings"
      case .oneCode: "1 code buys"
      case .warnedFirst: "warned"
      }
    },
    move: moveInEnglish,
    invariant: { invariant in
      switch invariant {
      case .bindingAnnounced: "a binding isn't announced at an endpoint from before"
      case .switchAnnounced: "a switch of the channel isn't announced at an endpoint from before"
      case .numberChangeAnnounced: "a new number isn't announced at an endpoint from before"
      case .noCodeOnlyToCooling: "a code goes only to an endpoint in cooling-off"
      case .nothingToUnlinked: "something goes to an unlinked device"
      case .everythingKept: "not every notification is kept, or nobody says that it is"
      }
    },
    operations: { operations in
      switch operations {
      case .count(let count): String(count)
      case .unbounded: "∞"
      }
    },
    stop: { stop, seconds in
      let wait = durationInEnglish(seconds)
      return switch stop {
      case .never: "goes on at once"
      case .delivered: "not delivered after \(wait)"
      case .seen: "not opened after \(wait)"
      case .entered: "not opened, or the code not entered, after \(wait)"
      }
    },
    duration: durationInEnglish,
    yes: "yes", no: "no", never: "never",
    decides: { decider in
      switch decider {
      case .client: "the client"
      case .bank: "the bank itself"
      case .sender: "the sender"
      }
    },
    keeps: { keeping in
      switch keeping {
      case .always: "always"
      case .untilNextAction: "until the next action"
      case .unknown: "nobody says"
      }
    },
    confirm: { confirm in
      switch confirm {
      case .session: "being logged in"
      case .code: "a code"
      case .oldNumber: "a code read on the old number"
      case .trustedDevice: "a trusted device"
      case .support: "a person at the bank"
      }
    },
    announce: { announcement in
      switch announcement {
      case .nobody: "nobody is told"
      case .chosen: "told where notifications go afterwards"
      case .sms: "told by SMS"
      case .old: "told at every endpoint from before"
      }
    },
    coolingOff: { "not trusted for \($0)" },
    change: { change in
      switch change {
      case .binding: "To link a device"
      case .switching: "To switch the channel"
      case .numberChange: "To change the number"
      case .unlinking: "To unlink a device"
      case .login: "To log in"
      }
    },
    comparisonOf: { clients, days, seed in "\(clients) clients, \(days) days, seed \(seed)" },
    margins: "± half of the 95 % interval, from ten groups of clients",
    parameters: "Parameters (--set NAME=VALUE)",
    talkedOutCodes: "operations by talked-out codes",
    withSS7: "with SS7",
    searched: { "\($0) states to depth \($1)" },
    shortestPath: "The shortest path",
    noPath: "none",
    brokenInvariants: "Breaks",
    nothingBroken: "Every invariant holds.",
    fromTheStart: "from the start",
    warnedFirst: "client warned before the first loss",
    whoDecides: "Who chooses the channel",
    pushesKept: "Pushes kept",
    validFrom: { since, until in
      switch (since, until) {
      case (let since?, let until?): "in force from \(since) to \(until)"
      case (let since?, nil): "in force since \(since)"
      case (nil, let until?): "in force until \(until)"
      case (nil, nil): ""
      }
    },
    onlyWithoutApp: "only to clients without the app",
    anyMessage: "everything",
    chose: { channel in
      switch channel {
      case .push: "push chosen"
      case .sms: "SMS chosen"
      case .messenger: "messenger chosen"
      }
    },
    policyProblem: { problem in
      let place = Strings.place(problem.file, problem.line, problem.column)
      return place
        + {
          switch problem.reason {
          case .unreadable(let why): "can't be read: \(why)"
          case .notTOML(let why): Strings.tomlReasonInEnglish(why)
          case .unexpected(let key, let expected): "\(key): expected \(expected)"
          case .missing(let key): "\(key) is missing"
          case .unknownKey(let key, let allowed): "\(key) means nothing here; known: \(allowed.joined(separator: ", "))"
          case .repeatedChannel(let channel): "a message would be tried twice by \(channel); steps must not repeat one another"
          case .noStep(let category, let chosen): "no step sends \(category) when \(chosen) is chosen"
          }
        }()
    },
    noSuchPolicy: { "No policy “\($0)”, and no such file. Known: \($1)" },
    badParameter: { "--set \($0): expected NAME=NUMBER with one of \($1)" },
    nothingToPlay: { policy, path, playable in "\(policy): there are no moves to \(path). There are some to: \(playable)" },
    playIt: { "Written. Watch it with: kolokol demo --live --story \($0)" },
    cascade: "Cascade",
    pushTarget: { target in
      switch target {
      case .newest: "to the newest device"
      case .every: "to every device"
      case .trusted: "to trusted devices"
      }
    },
    sortedBy: { "sorted by \($0)" },
    computing: "Counting…",
    countingOn: { "counting \($0)…" },
    dimmed: "dim: may be chance",
    stillComputing: "Still counting: there is nothing to show of a policy yet.",
    editing: { "\($0) is a copy: ↑↓ chooses, ←→ changes, Esc ends" },
    copyOf: { "\($0)*" },
    field: { field in
      switch field {
      case .firstWait: "wait before the next step"
      case .order: "order of the steps"
      case .coolingOff: "cooling-off of a new device"
      case .bindingTold: "who is told of a binding"
      case .switchTold: "who is told of a switch"
      case .switchNeeds: "what a switch takes"
      case .pushTo: "which device gets pushes"
      case .operations: "operations one code covers"
      }
    },
    hints: [("enter", "the attacker's path"), ("e", "edit a copy"), ("p", "watch it"), ("w", "save"), ("s", "sort"), ("?", "help")])

  /// `60 s`, `10 min`, `12 h`.
  @Sendable private static func durationInEnglish(_ seconds: Int) -> String {
    if seconds >= 7_200, seconds % 3_600 == 0 { return "\(seconds / 3_600) h" }
    if seconds >= 120, seconds % 60 == 0 { return "\(seconds / 60) min" }
    return "\(seconds) s"
  }

  @Sendable private static func moveInEnglish(_ move: Move) -> String {
    let code: String =
      switch move.code {
      case .talkedOut: "talks a code out of the client"
      case .ownEndpoint: "reads the code on an endpoint of his own"
      case .intercepted: "intercepts the code"
      case .covered: "needs no further code"
      case nil: ""
      }
    let action =
      switch move.kind {
      case .logIn: "logs in"
      case .bind: "links a device of his own"
      case .switchChannel:
        "switches \(move.scope?.rawValue ?? "all") to \(move.channel == .sms ? "SMS" : move.channel?.name ?? "")"
      case .unlink: "unlinks the client's device"
      case .changeNumber: "puts his own number in the place of the client's"
      case .loan: "takes a loan"
      case .transfer: "sends money to himself"
      case .intercept: "intercepts the client's SMS at an operator (SS7)"
      case .awaitOffline: "waits until the client's phone has no internet"
      case .wait: "waits for the end of the cooling-off"
      }
    let notice = move.told.isEmpty ? "" : " — the bank tells " + told(move.told)
    return (code.isEmpty ? action : code + " and " + action) + notice
  }

  private static func told(_ endpoints: Set<AdversaryState.Endpoint>) -> String {
    AdversaryState.Endpoint.allCases.filter(endpoints.contains).map { endpoint in
      switch endpoint {
      case .ownDevice: "the client's device"
      case .ownNumber: "the client's number"
      case .strangerDevice: "the stranger's device"
      case .strangerNumber: "the stranger's number"
      case .interceptedNumber: "nobody: the SMS is intercepted"
      }
    }.joined(separator: " and ")
  }
}
