extension SecurityScreenStrings {
  static let english = SecurityScreenStrings(
    why: "Why", source: "Source", unless: "No finding when", now: "What to do now", history: "What was done",
    account: { "account \($0)" },
    again: { "Again: the one of \($0) was resolved." },
    notToYou: "not to you",
    resolution: { resolution in
      switch resolution {
      case .truePositive: "an attack"
      case .falsePositive: "false alarm"
      case .benign: "it was me"
      case .duplicate: "duplicate"
      }
    },
    actor: { $0 == .user ? "you" : "the rules" },
    takenBack: "taken back",
    until: { "until \($0)" },
    printTitle: { "finding \($0)" },
    printedAt: { "Printed \($0)" },
    by: { "by \($0)" }, confirmedBy: { "confirmed by \($0)" }, codeAge: { "code \($0) s old" }, from: { "from \($0)" },
    count: { state, count in
      switch state {
      case .new: "\(count) new"
      case .acknowledged: "\(count) acknowledged"
      case .inProgress: "\(count) in progress"
      case .resolved: "\(count) resolved"
      case .suppressed: "\(count) put aside"
      case .withdrawn: "\(count) withdrawn"
      }
    },
    stage: { stage in
      switch stage {
      case .open: "open"
      case .new: "new"
      case .closed: "closed"
      case .all: "all"
      }
    },
    andUp: { "\($0) and up" },
    nothingOpen: "Nothing is open. f shows what was dealt with.",
    nothingShown: "No finding is like that. f, s and b change what is shown.",
    months: "By month",
    picked: { "\($0) picked" },
    hints: [
      ("Enter", "events"), ("y", "it was me"), ("n", "not me"), ("a", "deal with"), ("p", "print"), ("f", "state"), ("s", "severity"),
      ("Space", "pick"), ("?", "help"),
    ],
    triageTitle: { $0 == 1 ? "Deal with it" : "Deal with \($0) findings" },
    choice: { choice in
      switch choice {
      case .acknowledge: "acknowledge: it is mine to look at"
      case .begin: "in progress"
      case .truePositive: "resolved: an attack"
      case .falsePositive: "resolved: false alarm"
      case .benign: "resolved: it was me"
      case .duplicate: "resolved: duplicate"
      case .aDay: "put aside for a day"
      case .aWeek: "put aside for a week"
      case .aMonth: "put aside for 30 days"
      case .reopen: "open again"
      }
    },
    commentPrompt: "comment: ",
    commentNeeded: "A critical finding is put aside only with a comment.",
    triaged: { state, count in "\(count) \(Plural.english(count, "finding", "findings")): \(state)" },
    answered: { wasMe, count, device in
      let findings = "\(count) \(Plural.english(count, "finding", "findings"))" + (device.map { count > 1 ? " of \($0)" : "" } ?? "")
      return wasMe ? "it was you: \(findings) resolved" : "not you: \(findings) in progress"
    },
    answeredBefore: "You have given this answer already.",
    undoneThere: "z on 3 or 4 undoes",
    undone: { $0 == 0 ? "the answer is taken back" : "\($0) \(Plural.english($0, "finding", "findings")) as before" },
    printed: { "printed to \($0)" },
    noMessage: "No message tells of this.",
    answerHint: "answer",
    more: { "+\($0)" },
    answers: [("y", "it was me"), ("n", "not me: what now"), ("Enter", "look closer"), ("Esc", "later")],
    noAlert: "No alert is unanswered.",
    related: "Findings",
    noRelated: "No finding rests on this message.")
}
