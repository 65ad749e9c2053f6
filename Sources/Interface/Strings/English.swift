import Model
import Parsing
import Screen
import Storage

extension Strings {
  /// The texts in English.
  public static let english = Strings(
    language: .english,
    decimalSeparator: ".",
    today: "Today",
    yesterday: "Yesterday",
    weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ],
    shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    category: { $0.name },
    uncategorised: "other",
    channel: { channel in
      switch channel {
      case .push: "push"
      case .sms: "SMS"
      case .messenger: "messenger"
      }
    },
    status: { status in
      switch status {
      case .queued: "queued"
      case .sent: "sent"
      case .delivered: "delivered"
      case .seen: "seen"
      case .failed: "failed"
      case .expired: "expired"
      case .notSent: "not sent"
      }
    },
    security: { kind in
      switch kind {
      case .deviceBound: "new device linked"
      case .deviceUnbound: "device unlinked"
      case .tokenLinked: "card added to a wallet"
      case .login: "login"
      case .credentialChanged: "password changed"
      case .channelChanged: "channel switched"
      case .phoneChanged: "phone number changed"
      case .simChanged: "SIM changed"
      case .blocked: "blocked"
      case .bindingRequested: "code or request to link something"
      case .loginRequested: "code for a login"
      case .changeRequested: "code for a change"
      case .loginFailed: "failed login"
      case .deviceRenamed: "device renamed"
      case .appActivated: "app activated"
      case .keyAdded: "passkey, token or biometric login set up"
      case .tokenUnlinked: "card removed from a wallet"
      case .contactChanged: "e-mail address changed"
      case .callsForwarded: "calls forwarded"
      case .trusteeNamed: "trusted person named"
      case .loanBanLifted: "ban on loans lifted"
      case .outsideAccess: "access by an outside service"
      }
    },
    order: { order in
      switch order {
      case .newest: "newest first"
      case .oldest: "oldest first"
      case .amount: "largest amount first"
      }
    },
    screen: screenInEnglish,
    screenShort: { screen in
      switch screen {
      case .inbox: "Inbox"
      case .channels: "Chan."
      case .devices: "Dev."
      case .security: "Sec."
      case .lab: "Lab"
      }
    },
    allBanks: "All",
    allCategories: "all kinds",
    otherSenders: "Other senders",
    archive: "Archive",
    unread: { count, _ in "\(count) unread" },
    hitCount: { count, n in "\(count) \(Plural.english(n, "hit", "hits"))" }, hitOf: { "\($0) of \($1)" },
    kept: { count, _, year in "\(count) kept since \(year)" },
    hiddenOthers: { count, _ in "\(count) from other senders hidden" },
    selected: { count, _ in "\(count) selected" },
    newAbove: { count, _ in "\(count) new ↑" },
    demoBadge: "DEMO: invented data", demoMark: "DEMO",
    searchLabel: "search:",
    filterLabel: "filter:",
    sortedBy: { "sorted: \($0)" },
    hintSearch: "search",
    hintFilter: "filter",
    hintRead: "read/unread",
    hintUndo: "undo",
    hintHelp: "help",
    hintBanks: "banks",
    hintComplete: "complete",
    hintApply: "apply",
    hintCancel: "cancel",
    deliveries: "Deliveries",
    raw: "As it came",
    amount: "Amount",
    balance: "Balance",
    cameBack: "came back",
    takenBack: "an operation was taken back",
    due: "Due",
    minimum: "Minimum payment",
    card: "Card",
    merchant: "Where",
    device: "Device",
    place: "Place",
    change: "Change",
    code: "Code",
    codeHidden: "The code is covered. c shows it for 10 seconds.",
    codeDoubted: "What may be a code is covered, ○. c shows it for 10 seconds.",
    codeOld: "An old code, covered. Pressing c twice shows it for 10 seconds.",
    codeShown: { "Covered again in \($0) s." },
    moreBelow: "more below ↓",
    loading: "Reading…",
    welcome: "The bell is empty. What next?",
    welcomeDemo: "look at the demo: an invented history of ten years",
    welcomeImport: "import a file from your phone",
    welcomeHelp: "what the keys do",
    welcomeOthers: { count, n in
      "\(count) \(Plural.english(n, "message is", "messages are")) here from senders that are no known bank: → shows them"
    },
    noHits: { "Nothing holds “\($0)”." },
    noMatches: "Nothing matches.",
    noMatchesHint: "back to everything",
    nothingHere: "Nothing here.",
    tooSmall: { "Kolokol needs at least \($0)×\($1) characters. Make the window larger, or press Q to quit." },
    confirmMarkAll: { count, n in "Mark \(count) \(Plural.english(n, "message", "messages")) as read?" },
    confirmKeys: "y  yes     any other key  no",
    closeKeys: "any key  close",
    changed: { change, count, n in
      switch change {
      case .read: "\(count) marked read"
      case .unread: "\(count) marked unread"
      case .pin: "\(count) pinned"
      case .unpin: "\(count) unpinned"
      case .archive: "\(count) archived"
      case .unarchive: "\(count) back in the inbox"
      }
    },
    undone: { change, count, n in
      switch change {
      case .read: "Undone: \(count) marked read"
      case .unread: "Undone: \(count) marked unread"
      case .pin: "Undone: \(count) pinned"
      case .unpin: "Undone: \(count) unpinned"
      case .archive: "Undone: \(count) archived"
      case .unarchive: "Undone: \(count) taken out of the archive"
      }
    },
    redone: { change, count, n in
      switch change {
      case .read: "Done again: \(count) marked read"
      case .unread: "Done again: \(count) marked unread"
      case .pin: "Done again: \(count) pinned"
      case .unpin: "Done again: \(count) unpinned"
      case .archive: "Done again: \(count) archived"
      case .unarchive: "Done again: \(count) taken out of the archive"
      }
    },
    undoHint: "z undoes",
    nothingToUndo: "Nothing to undo.",
    nothingToRedo: "Nothing to do again.",
    nothingUnread: "Nothing unread in this direction.",
    noMoreHits: "No more hits in this direction.",
    noSearchYet: "No search yet: / starts one.",
    nothingToMark: "Everything shown is read.",
    copied: { count, n in "\(count) \(Plural.english(n, "message", "messages")) copied, codes covered" },
    noCodeHere: "No code in this message.",
    oldCodeAgain: "This code is older than 10 minutes: nobody should need it. Press c again to show it all the same.",
    themeNow: { "Theme: \($0)" },
    unknownCommand: { "No command “\($0)”. Tab completes; ? lists what there is." },
    unknownArgument: { "“\($0)” is none of: \($1)" },
    rangeSelecting: "Selecting: move, then v, m, p, a or y. Esc ends it.",
    utf8Hint: "This terminal's locale isn't UTF-8: marks are drawn in ASCII. Try LANG=C.UTF-8.",
    spendingTitle: "Spending",
    spendingByMonth: "By month",
    spendingByMerchant: "Where",
    spendingNone: "No payments among these messages.",
    spendingUnknownMerchant: "not known",
    spendingHints: [("↑↓", "scroll"), ("Tab", "next currency"), ("Esc", "close")],
    importing: { file, percent, count, _ in "importing \(file): " + (percent.map { "\($0) %, " } ?? "") + count },
    imported: { "Imported: \($0) added, \($1) merged, \($2) already there, \($3) refused" },
    alreadyImporting: "Another import is running; wait until it has ended",
    importCommand: "From a shell: kolokol import FILE",
    importStrings: .english,
    parseStrings: .english,
    reparseStrings: .english,
    deliveryStrings: .english,
    labStrings: .english,
    ledgerStrings: .english,
    merging: .english,
    securityStrings: .english,
    helpTitle: "What the keys do",
    helpHint: "type to search, Enter runs it",
    helpNothing: "Nothing of that name.",
    operation: operationInEnglish,
    askRevealCodes: "One-time codes will be printed in the open. Go on? [y/n]",
    codesStayCovered: "Nothing was printed. Without --reveal-codes the codes are covered.",
    noSuchNotification: { "There is no notification \($0). `kolokol list` prints the numbers there are." },
    listElsewhere: { "Nothing of it in the inbox; \($0) in the archive and from other senders: --everywhere." },
    listCut: { "The first \($0); --all prints all." },
    copyTooLong: "That is more than terminals take onto the clipboard at once: select fewer messages.",
    noTerminal: "The bell needs a terminal for its input and output. `kolokol list` prints without one.",
    noTerm: "TERM isn't set, so the terminal's abilities aren't known. Try TERM=xterm-256color kolokol.",
    unknownTerm: { "This machine has no description of the terminal “\($0)”. Try TERM=xterm-256color kolokol, or install ncurses-term." },
    cannotMoveCursor: { "The terminal “\($0)” can't place its cursor. Try TERM=xterm-256color kolokol, or `kolokol list`." },
    cannotWriteOutput: { "The output can't be written: \($0). What was asked for is done as far as it was shown." },
    preparingDemo: { "Inventing a history: \($0) %" },
    doctorColours: { "\($0) colours" },
    doctorNoDatabase: "not there yet. Importing a file makes it: kolokol import FILE",
    doctorMessages: { count, n in "\(count) \(Plural.english(n, "message", "messages"))" },
    doctorOthersCanRead: "Others can read your messages:",
    doctorFiles: {
      "\($0) \(Plural.english($0, "bank", "banks")), \($1) \(Plural.english($1, "theme", "themes")), "
        + "\($2) \(Plural.english($2, "policy", "policies"))"
    },
    storeError: errorInEnglish,
    filterError: filterErrorInEnglish,
    themeProblem: themeProblemInEnglish, tomlReason: tomlReasonInEnglish,
    dataFileProblem: dataFileProblemInEnglish,
    completion: completionInEnglish
  )

  @Sendable private static func screenInEnglish(_ screen: BellScreen) -> String {
    switch screen {
    case .inbox: "Inbox"
    case .channels: "Channels"
    case .devices: "Devices"
    case .security: "Security"
    case .lab: "Lab"
    }
  }

  @Sendable private static func operationInEnglish(_ operation: Operation) -> String {
    switch operation {
    case .down: "down one row"
    case .up: "up one row"
    case .pageDown: "down one screen"
    case .pageUp: "up one screen"
    case .halfPageDown: "down half a screen"
    case .halfPageUp: "up half a screen"
    case .first: "to the first row"
    case .last: "to the last row"
    case .nextUnread: "to the next unread"
    case .previousUnread: "to the previous unread"
    case .open: "open: marks it read, keys scroll its text"
    case .back: "one step back"
    case .switchPane: "between list and text"
    case .nextBank: "next tab of banks"
    case .previousBank: "previous tab of banks"
    case .nextCategory: "next kind: codes, payments, security…"
    case .previousCategory: "previous kind"
    case .search: "search the whole history as you type"
    case .nextHit: "next hit"
    case .previousHit: "previous hit"
    case .filter: "filter: bank:sber is:unread amount>1000 since:2026-01-01"
    case .sort: "sort: newest, oldest, largest amount"
    case .toggleRead: "mark read or unread"
    case .markAllRead: "mark all shown as read (asks first)"
    case .pin: "pin or unpin"
    case .archive: "archive or bring back"
    case .select: "select this row"
    case .selectRange: "select a range"
    case .splitOrJoin: "split a merged row, or join the two selected"
    case .undo: "undo"
    case .redo: "do again"
    case .copy: "copy the text, codes covered"
    case .revealCode: "show the code for 10 seconds"
    case .rawText: "text as it came, or what was read from it"
    case .spending: "spending by month and by merchant"
    case .theme: "next theme"
    case .reload: "read the list again"
    case .redraw: "draw the screen again"
    case .importFile: "import a file"
    case .demo: "look at the demo"
    case .command: "command line"
    case .help: "this list"
    case .suspend: "suspend"
    case .quit: "back, or quit"
    case .quitAtOnce: "quit"
    case .showInbox: "the inbox"
    case .showChannels: "the channels"
    case .showDevices: "the devices"
    case .showSecurity: "the findings"
    case .showLab: "the lab"
    case .left: "to the left"
    case .right: "to the right"
    case .switchChannel: "switch the channel"
    case .snooze: "hold back what can wait: snooze, quiet hours"
    case .bankSends: "let the bank send something (in the demo)"
    case .history: "who chose what, and when"
    case .linkDevice: "link it again"
    case .unlinkDevice: "unlink the device"
    case .mine: "it is mine"
    case .notMine: "it isn't mine: what now"
    case .togglePush: "push on or off"
    case .showMessages: "the messages that name the device"
    case .showPolicy: "the chosen policy: the attacker's path, what it breaks, its rules"
    case .sortPolicies: "sort by the next column"
    case .editPolicy: "edit a copy of the policy"
    case .playPath: "watch the attacker's path unfold, in a bell that is thrown away"
    case .savePolicy: "write the policy to a file"
    case .livePause: "live demo: stop the story, go on"
    case .liveStep: "live demo: on to the next message"
    case .liveFaster: "live demo: faster"
    case .liveSlower: "live demo: slower"
    case .answerAlert: "answer the alert: was it you?"
    case .showRelated: "the findings that rest on this message"
    case .triage: "acknowledge, resolve, put aside, with a comment"
    case .selectAll: "pick all, or none"
    case .nextStage: "show open, new, closed, all"
    case .nextSeverity: "show from which severity up"
    case .months: "how many came in which month"
    case .printFinding: "print the finding to a file"
    }
  }
}
