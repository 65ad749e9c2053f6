import Model
import Screen
import Storage

/// The Security screen: which findings it shows, which of them has the keys, and what is known of that one.
struct SecurityState: Sendable {
  var findings: [StoredFinding] = []
  /// Nil until the list was read for the first time.
  var counts: FindingCounts?
  /// High and critical ones that nobody has answered, the gravest first: the banner of every screen.
  var alerts: [StoredFinding] = []
  var cursor = 0
  var picked: Set<FindingID> = []
  var filter = FindingFilter()
  /// The finding under the cursor with its events, once that was read.
  var detail: FindingDetail?
  /// Whose events were asked for last.
  var wanted: FindingID?
  /// Where the cursor goes when the list comes.
  var target: FindingID?
  var paneHasKeys = false
  /// The line of the pane that has the keys.
  var line = 0
  var showsMonths = false
  /// What is to be done with findings once its comment is typed.
  var pending: TriageChoice?
  /// The findings that rest on the message under the inbox's cursor.
  var related: (message: NotificationID, findings: [StoredFinding])?
  /// When findings were last brought up to date with the clock.
  var lastWatch = Timestamp(milliseconds: 0)

  var current: StoredFinding? { findings.indices.contains(cursor) ? findings[cursor] : nil }

  /// What the next step of triage is about: the picked ones, else the one under the cursor.
  var targets: [StoredFinding] {
    picked.isEmpty ? current.map { [$0] } ?? [] : findings.filter { picked.contains($0.id) }
  }

  mutating func show(_ found: [StoredFinding], _ counts: FindingCounts) {
    let former = target ?? current?.id
    findings = found
    self.counts = counts
    picked.formIntersection(found.map(\.id))
    cursor = found.firstIndex { $0.id == former } ?? min(cursor, max(found.count - 1, 0))
    target = nil
    wanted = nil
  }

  mutating func move(to index: Int) {
    cursor = min(max(index, 0), max(findings.count - 1, 0))
    line = 0
  }
}

/// Which findings the screen lists.
struct FindingFilter: Hashable, Sendable {
  /// By how far they are dealt with.
  enum Stage: Int, CaseIterable, Sendable { case open, new, closed, all }

  var stage = Stage.open
  /// From this severity up; nil for all.
  var severity: Severity?
  var bank: String?

  var query: FindingQuery {
    let states: Set<FindingState>? =
      switch stage {
      case .open: Set(FindingState.open)
      case .new: [.new]
      case .closed: [.resolved, .suppressed]
      case .all: nil
      }
    return FindingQuery(states: states, severity: severity, bank: bank)
  }

  mutating func nextStage() {
    stage = Stage(rawValue: stage.rawValue + 1) ?? .open
  }

  mutating func nextSeverity() {
    switch severity {
    case nil: severity = .medium
    case .medium: severity = .high
    case .high: severity = .critical
    default: severity = nil
    }
  }
}

/// Where the parts of the screen stand.
struct SecurityLayout: Hashable, Sendable {
  var heading: Rect
  var list: Rect
  var divider: Rect
  var pane: Rect
  /// Beside the pane where there is room, in its place where it is asked for.
  var months: Rect?

  private static let monthsWidth = 40

  init(frame: ScreenFrame, count: Int, paneHasKeys: Bool, showsMonths: Bool) {
    let body = frame.body
    heading = Rect(x: 0, y: body.y, width: body.width, height: 1)
    let share = paneHasKeys ? body.height / 4 : body.height * 2 / 5
    let height = min(max(count, 1), max(share, 2))
    list = Rect(x: 0, y: body.y + 1, width: body.width, height: height)
    divider = Rect(x: 0, y: list.y + height, width: body.width, height: 1)
    let top = divider.y + 1
    pane = Rect(x: 1, y: top, width: body.width - 2, height: max(body.y + body.height - top, 0))
    if body.width >= InboxLayout.widthForPaneBeside {
      let x = body.width - Self.monthsWidth
      months = Rect(x: x, y: top, width: Self.monthsWidth - 1, height: pane.height)
      pane.width = x - 3
    } else if showsMonths {
      months = pane
    }
  }
}

extension BellState {
  var securityLayout: SecurityLayout {
    SecurityLayout(frame: frame, count: security.findings.count, paneHasKeys: security.paneHasKeys, showsMonths: security.showsMonths)
  }

  /// The lines of the pane about the finding under the cursor.
  var findingLines: [FindingText.Line] {
    guard let detail = security.detail, detail.stored.id == security.current?.id else { return [] }
    return FindingText(detail: detail, state: self).lines(width: securityLayout.pane.width)
  }
}
