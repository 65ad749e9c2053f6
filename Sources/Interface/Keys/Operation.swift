/// Everything a key, a menu row or the command line can ask for. The raw value is the word on the command line.
public enum Operation: String, CaseIterable, Sendable {
  case down, up
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case first, last
  case nextUnread = "next-unread"
  case previousUnread = "previous-unread"
  case open, back
  case switchPane = "switch-pane"
  case nextBank = "next-bank"
  case previousBank = "previous-bank"
  case nextCategory = "next-category"
  case previousCategory = "previous-category"
  case search
  case nextHit = "next-hit"
  case previousHit = "previous-hit"
  case filter
  case sort
  case toggleRead = "read"
  case markAllRead = "read-all"
  case pin, archive, select
  case selectRange = "select-range"
  case splitOrJoin = "split-join"
  case undo, redo, copy
  case revealCode = "reveal-code"
  case rawText = "raw-text"
  case spending
  case theme, reload, redraw
  case importFile = "import"
  case demo, command, help, suspend, quit
  case quitAtOnce = "quit-at-once"
  case showInbox = "inbox"
  case showChannels = "channels"
  case showDevices = "devices"
  case showSecurity = "security"
  case showLab = "lab"
  case left, right
  case switchChannel = "switch-channel"
  case bankSends = "bank-sends"
  case snooze
  case history
  case linkDevice = "link"
  case unlinkDevice = "unlink"
  case mine
  case notMine = "not-mine"
  case togglePush = "toggle-push"
  case showMessages = "show-messages"
  case showPolicy = "show-policy"
  case sortPolicies = "sort-policies"
  case editPolicy = "edit-policy"
  case playPath = "play-path"
  case savePolicy = "save-policy"
  case livePause = "live-pause"
  case liveStep = "live-step"
  case liveFaster = "live-faster"
  case liveSlower = "live-slower"
  case answerAlert = "answer"
  case showRelated = "findings"
  case triage
  case selectAll = "select-all"
  case nextStage = "next-state"
  case nextSeverity = "next-severity"
  case months
  case printFinding = "print"
}
