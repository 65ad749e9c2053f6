import Delivery
import Model

extension DeliveryStrings {
  static let english = DeliveryStrings(
    cell: { channel in
      switch channel {
      case .push: "push"
      case .sms: "SMS"
      case .messenger: "messenger"
      }
    },
    bankCell: "bank",
    refusal: { refusal, bank in
      switch refusal {
      case .bankDecides: "\(bank) decides this itself; only its support can change it"
      case .senderDecides: "the sender decides this"
      case .onlySupport: "\(bank) changes this in person only"
      case .fixed(.push): "\(bank) sends these by push, whatever is chosen"
      case .fixed(.sms): "\(bank) sends these by SMS, whatever is chosen"
      case .fixed(.messenger): "\(bank) sends these by messenger, whatever is chosen"
      case .notSwitchable: "\(bank) lets nobody switch these"
      case .unknownBank: "nothing is known of how \(bank) delivers"
      }
    },
    layer: { kind in
      switch kind {
      case .policy: "fixed by the bank"
      case .event: "for this event"
      case .category: "for this category"
      case .bank: "for this bank"
      case .account: "for every bank"
      case .initial: "what the bank does by itself"
      }
    },
    why: { $0.text },
    state: { state, now in
      switch state {
      case .seen: "mentioned"
      case .pending: "not confirmed yet"
      case .cooling(let until): "cooling, \(left(until, now)) left"
      case .suspected: "suspected"
      case .unquestioned: "not questioned"
      case .linked: "trusted"
      case .unlinked: "unlinked"
      }
    },
    suspected: { "suspected: \($0) \(Plural.english($0, "finding", "findings")) open" },
    switched: { bank, category, channel in "\(bank), \(category): \(channel == .sms ? "SMS" : channel.name) from now on" },
    takenBack: { bank, category in "\(bank), \(category): the choice is taken back" },
    deviceChanged: { step, device in
      switch step {
      case .bound: "\(device) is linked"
      case .unbound: "\(device) is unlinked: nothing goes to it any more"
      case .confirmed: "\(device): it was you"
      case .reported: "\(device): reported as not yours"
      case .pushOn: "\(device): push on"
      case .pushOff: "\(device): push off"
      case .preferred: "\(device): pushes go to it now"
      }
    },
    undone: { "Undone; now \($0)" },
    unanswered: { "\($0): nobody has answered for it" },
    settledFindings: { "\($0) \(Plural.english($0, "finding", "findings")) answered" },
    nothingArranged: "Nothing to undo here.",
    columnBank: "bank", columnDevice: "device", columnState: "state", columnSince: "since", columnUsed: "last used",
    pushOn: "push on", pushOff: "push off",
    everyBank: "every bank",
    unknownBank: { "No bank “\($0)” whose way of delivering is known. `kolokol lab show` lists the policies." },
    unknownScope: { "No scope “\($0)”: expected one of \($1)" },
    unknownDevice: { "No device “\($0)”. `kolokol devices` lists them." },
    severalBanks: { "\($0) is linked to several banks: add --bank with one of \($1)" },
    noChannels: "No bank whose way of delivering is known has sent anything yet.",
    noDevices: "No device yet: none was linked here, and no message names one.",
    nextWouldGo: { "The next \($0) message from \($1) would go" },
    atOnce: "at once",
    afterStop: { stop, wait in
      switch stop {
      case .never: "along with it"
      case .delivered: "if not delivered after \(wait)"
      case .seen: "after \(wait) unread"
      case .entered: "after \(wait) without the code"
      }
    },
    nowhere: "nowhere: no endpoint is known",
    unnamed: { $0 == .push ? "the device that pushes come to" : "the number that SMS come to" },
    whoCouldRead: "Who could read it:", nobody: "nobody",
    lastMonth: { parts, cost, pushes in
      "Your last 30 days: \(parts) SMS \(Plural.english(parts, "part", "parts")), \(cost); \(pushes) by push"
    },
    allBySMS: { parts, cost in "All of it by SMS: \(parts) \(Plural.english(parts, "part", "parts")), \(cost); by push: 0" },
    lostAsPush: { count, codes, reason in
      count == 0
        ? "Lost last month had all been push: none"
        : "Lost last month had all been push: \(count)" + (codes > 0 ? " (\(codes) \(Plural.english(codes, "code", "codes")))" : "")
          + (reason.map { ", \($0)" } ?? "")
    },
    chosenBy: { time, who in "Chosen \(time) by \(who)" },
    you: "you", byBank: "the bank", byNobodyKnown: "somebody, a message says",
    breaks: "This bank breaks:",
    layers: "Who has a say, the strongest first",
    history: "History of the choices", noHistory: "Nobody has chosen anything yet.",
    sendMenu: { "Let \($0) send…" },
    sending: { message in
      switch message {
      case .payment: "a payment"
      case .code: "a code"
      case .login: "a login"
      case .newDevice: "a new device"
      case .statement: "a statement"
      }
    },
    landed: { what, place in "\(what) → \(place)" },
    notToYou: "nothing came to you",
    justSent: { what, time in "Sent at \(time): \(what)" },
    delivered: { "delivered \($0)" }, underway: { "due \($0)" },
    onlyInDemo: "Only the demo's banks can be told to send something: kolokol demo",
    snoozed: { bank, until in
      (bank.map { $0 + ": " } ?? "") + (until.map { "what can wait waits until \($0)" } ?? "the snooze has ended")
    },
    quietHours: { bank, hours in (bank.map { $0 + ": " } ?? "") + (hours.map { "quiet hours \($0)" } ?? "no quiet hours any more") },
    badLength: { "\($0): expected a length such as 30m, 2h or 1d, at most 30 days" },
    badHours: { "\($0): expected hours such as 23:00-07:00" },
    nothingHeld: "Nothing is held back",
    heldUntil: { "held back until \($0)" },
    quietMenu: "What can wait waits…",
    quietChoice: { choice, bank in
      switch choice {
      case .bankHour: "\(bank): for an hour"
      case .bankNight: "\(bank): for 8 hours"
      case .allHour: "every bank: for an hour"
      case .allNight: "every bank: for 8 hours"
      case .hours: "every bank: every day 23:00–07:00"
      case .end: "\(bank): no longer, send everything at once"
      }
    },
    onlyLive: "Only a story that unfolds can be stopped or hurried: kolokol demo --live",
    live: { clock, progress in "LIVE \(clock) \(progress)" },
    liveProgress: { speed, seconds, isPaused in
      isPaused ? "stopped, ×\(speed)" : seconds.map { "×\(speed), next in \($0) s" } ?? "the end"
    },
    noStory: { "\($0): expected messages, one JSON object a line (docs/formats.md), and found none" },
    channelHints: [("space", "switch"), ("+", "let the bank send…"), ("s", "snooze"), ("h", "history"), ("z", "undo"), ("?", "help")],
    linkedCount: { linked, unlinked, mentioned in
      "\(linked) linked, \(unlinked) unlinked" + (mentioned > 0 ? ", \(mentioned) mentioned" : "")
    },
    sinceDay: { day, _ in "since \(day)" }, usedDay: { "used \($0)" },
    range: { "\($0) – \($1)" },
    inMessages: "named in messages", byPush: "known by pushes", reported: "not yours", confirmed: "yours",
    linkedAlready: { "\($0) is linked already." },
    notLinked: { "\($0) isn't linked." },
    legend: "B bound  U unbound  P switched  c code  n notice  l login",
    lately: "Lately",
    happened: { kind, endpoint in
      switch kind {
      case .login: "a login, told to \(endpoint)"
      case .notice: "a notice to \(endpoint)"
      case .code: "a code to \(endpoint)"
      case .switched: "notifications turned to \(endpoint)"
      case .unbound: "\(endpoint) unlinked"
      case .bound: "\(endpoint) linked"
      }
    },
    deviceHints: [
      ("u", "unlink"), ("y", "mine"), ("n", "not mine"), ("p", "push"), ("b", "next bank"), ("z", "undo"), ("?", "help"),
    ],
    whatNow: { device, phone, unlinking in
      [
        "Call the bank" + (phone.map { " on \($0)" } ?? "") + ": have \(device) unlinked and the account blocked.",
        "\(unlinking) unlinks it here, so that the bell no longer counts it as yours.",
        "Read no code out to anybody, whoever calls.",
      ]
    })

  private static func left(_ until: Timestamp, _ now: Timestamp) -> String {
    let minutes = max(0, (until.milliseconds - now.milliseconds + 59_999) / 60_000)
    return minutes >= 60 ? "\(minutes / 60) h \(minutes % 60) min" : "\(minutes) min"
  }
}
