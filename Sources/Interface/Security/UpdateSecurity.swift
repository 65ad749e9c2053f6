import Model
import Screen
import Storage

extension BellState {
  mutating func performInSecurity(_ operation: Operation) -> [Effect] {
    switch operation {
    case .down, .up, .pageDown, .pageUp, .first, .last:
      if security.paneHasKeys { moveLine(operation) } else { moveFinding(operation) }
    case .open: return security.paneHasKeys ? openEvidence() : enterFinding()
    case .switchPane: security.paneHasKeys = security.paneHasKeys ? false : security.current != nil
    case .back, .quit: return stepBack()
    case .select: pickFinding()
    case .selectAll:
      let all = Set(security.findings.map(\.id))
      security.picked = security.picked == all ? [] : all
    case .mine: return answerFinding(security.current, wasMe: true)
    case .notMine: return answerFinding(security.current, wasMe: false)
    case .triage: if !security.targets.isEmpty { mode = .triageMenu(0) }
    case .nextStage:
      security.filter.nextStage()
      return [listFindings]
    case .nextSeverity:
      security.filter.nextSeverity()
      return [listFindings]
    case .nextBank: return nextFindingBank()
    case .months: security.showsMonths.toggle()
    case .printFinding: return printFinding()
    case .undo: return [.security(.undo)]
    case .reload: return [.security(.watch), listFindings]
    default: break
    }
    return []
  }

  /// What the screen lists.
  var listFindings: Effect { .security(.list(security.filter.query)) }

  // MARK: Moving

  private mutating func moveFinding(_ operation: Operation) {
    let page = max(securityLayout.list.height - 1, 1)
    switch operation {
    case .down: security.move(to: security.cursor + 1)
    case .up: security.move(to: security.cursor - 1)
    case .pageDown: security.move(to: security.cursor + page)
    case .pageUp: security.move(to: security.cursor - page)
    case .first: security.move(to: 0)
    default: security.move(to: security.findings.count - 1)
    }
  }

  private mutating func moveLine(_ operation: Operation) {
    let page = max(securityLayout.pane.height - 1, 1)
    let step =
      switch operation {
      case .down: 1
      case .up: -1
      case .pageDown: page
      case .pageUp: -page
      case .first: -security.line
      default: Self.paneLineLimit
      }
    security.line = min(max(security.line + step, 0), max(findingLines.count - 1, 0))
  }

  /// Enter on a finding: its pane has the keys, at the first event of the evidence.
  private mutating func enterFinding() -> [Effect] {
    guard security.current != nil else { return [] }
    security.paneHasKeys = true
    security.showsMonths = false
    security.line = findingLines.firstIndex { $0.isEvidence } ?? 0
    return []
  }

  /// Enter on an event: the message that tells of it, in the inbox, with its deliveries.
  private mutating func openEvidence() -> [Effect] {
    let lines = findingLines
    guard lines.indices.contains(security.line), let event = lines[security.line].event else { return [] }
    guard case .message(let id) = event.source else {
      notice = Notice(kind: .hint, text: strings.securityStrings.screen.noMessage)
      return []
    }
    visitInbox(ListQuery(place: .everything), opensPane: true)
    return show(.inbox) + [load(around: id)]
  }

  /// Esc: out of the pane, then the picked ones are let go of, then back to the inbox.
  private mutating func stepBack() -> [Effect] {
    if security.paneHasKeys {
      security.paneHasKeys = false
    } else if !security.picked.isEmpty {
      security.picked = []
    } else {
      return show(.inbox)
    }
    return []
  }

  private mutating func pickFinding() {
    guard let id = security.current?.id else { return }
    if security.picked.remove(id) == nil { security.picked.insert(id) }
    security.move(to: security.cursor + 1)
  }

  private mutating func nextFindingBank() -> [Effect] {
    let banks = (counters?.banks.keys.sorted() ?? []).map(Optional.some)
    let all = [nil] + banks
    let place = all.firstIndex(of: security.filter.bank) ?? 0
    security.filter.bank = all[(place + 1) % all.count]
    return [listFindings]
  }

  // MARK: Answering

  /// "It was me" or "not me"; the second says at once what to do.
  mutating func answerFinding(_ stored: StoredFinding?, wasMe: Bool) -> [Effect] {
    guard let finding = stored?.finding else { return [] }
    if !wasMe {
      mode = .advice(strings.securityStrings.advice(finding.rule, finding.bank.flatMap { surroundings.bankPhones[$0] }))
    }
    return [.security(.answer(finding.id, wasMe: wasMe))]
  }

  private mutating func printFinding() -> [Effect] {
    guard let detail = security.detail, let id = security.current?.id, detail.stored.id == id else { return [] }
    return [.print(name: "kolokol-\(id.text).txt", text: FindingText(detail: detail, state: self).plain)]
  }

  /// Opens the screen with what rests on the message under the inbox's cursor.
  mutating func showRelatedFindings() -> [Effect] {
    guard let related = security.related, related.message == inbox.list.current?.id, let first = related.findings.first else {
      notice = Notice(kind: .hint, text: strings.securityStrings.screen.noRelated)
      return []
    }
    return showFinding(first.id)
  }

  /// Opens the screen at a finding, whatever its state.
  mutating func showFinding(_ id: FindingID) -> [Effect] {
    inbox.visit = nil
    security.filter = FindingFilter(stage: .all)
    security.target = id
    security.paneHasKeys = false
    return show(.security)
  }

  // MARK: What came back

  mutating func take(_ answer: SecurityAnswer) -> [Effect] {
    let words = strings.securityStrings.screen
    switch answer {
    case .alerts(let alerts): security.alerts = alerts
    case .list(let findings, let counts):
      security.show(findings, counts)
      // What was done with it may have changed though it is the same finding.
      security.wanted = security.current?.id
      return security.current.map { [.security(.detail($0.id))] } ?? []
    case .detail(let detail): security.detail = detail
    case .about(let message, let findings): security.related = (message, findings)
    case .triaged(let triage, let count):
      notice = Notice(kind: .done, text: words.triaged(strings.securityStrings.state(triage.state), count) + " · " + strings.undoHint)
      security.picked = []
      return reloadSecurity + reloadDevices
    case .answered(let id, let wasMe, let count):
      notice =
        count == 0
        ? Notice(kind: .hint, text: words.answeredBefore)
        : Notice(kind: .done, text: words.answered(wasMe, count, deviceName(of: id)) + " · " + answerUndoHint)
      return reloadSecurity + reloadDevices
    case .undone(let count):
      notice = count.map { Notice(kind: .done, text: words.undone($0)) } ?? Notice(kind: .hint, text: strings.nothingToUndo)
      return reloadSecurity + reloadDevices
    case .printed(let path): notice = Notice(kind: .done, text: words.printed(path))
    }
    return []
  }

  /// An answer to the banner is taken back on Security and on Devices; elsewhere the key undoes what is done there.
  private var answerUndoHint: String {
    screen == .security || screen == .devices ? strings.undoHint : strings.securityStrings.screen.undoneThere
  }

  /// The device of a finding on the screen or in the banner, short enough for a line.
  private func deviceName(of id: FindingID) -> String? {
    (security.findings + security.alerts).first { $0.id == id }?.finding.device.flatMap { device in
      wrap(DeliveryTable.masked(device.label.oneLine), width: Self.deviceNameWidth, limit: 1).first
    }
  }

  private static let deviceNameWidth = 24

  /// The devices, once they were read: what is answered of findings is answered of them.
  private var reloadDevices: [Effect] { picture == nil ? [] : [loadDelivery] }

  var reloadSecurity: [Effect] { [.security(.alerts), listFindings] }

  /// What the screens show of findings that isn't there yet: the one under the cursor; those of the message under the inbox's.
  mutating func securityFollowUps() -> [Effect] {
    if screen == .inbox, let message = inbox.list.current?.id, security.related?.message != message {
      security.related = (message, [])
      return [.security(.about(message))]
    }
    guard screen == .security, let id = security.current?.id, security.detail?.stored.id != id, security.wanted != id else { return [] }
    security.wanted = id
    return [.security(.detail(id))]
  }

  // MARK: Mouse

  mutating func takeInSecurity(_ mouse: Mouse) -> [Effect] {
    let layout = securityLayout
    switch mouse.kind {
    case .wheelDown, .wheelUp:
      let isInPane = layout.pane.contains(mouse.at)
      for _ in 0..<3 {
        let operation: Operation = mouse.kind == .wheelDown ? .down : .up
        if isInPane { moveLine(operation) } else { moveFinding(operation) }
      }
    case .press, .doubleClick:
      if layout.list.contains(mouse.at) {
        security.paneHasKeys = false
        security.move(to: SecurityView(state: self).firstRow(layout.list.height) + mouse.at.y - layout.list.y)
        return mouse.kind == .doubleClick ? enterFinding() : []
      }
      if layout.pane.contains(mouse.at), layout.months != layout.pane {
        security.paneHasKeys = true
        security.line = min(
          SecurityView(state: self).firstLine(layout.pane.height) + mouse.at.y - layout.pane.y, max(findingLines.count - 1, 0))
        return mouse.kind == .doubleClick ? openEvidence() : []
      }
    default: break
    }
    return []
  }
}
