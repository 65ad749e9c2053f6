import Model
import Storage

/// One of the tabs over the list: all banks, one bank, the other senders, the archive.
public struct Tab: Hashable, Sendable {
  /// Which part of the messages a tab shows; a bank by its key.
  public enum Kind: Hashable, Sendable {
    case all
    case bank(String)
    case others
    case archive
  }

  /// What it shows, and the word on it.
  public var kind: Kind
  public var title: String
  /// Messages behind the tab: unread ones, and for the other senders all.
  public var count: Int
}

extension BellState {
  /// The tabs, the bank with the most messages first; places that hold nothing have none.
  var tabs: [Tab] {
    guard let counters else { return [Tab(kind: .all, title: strings.allBanks, count: 0)] }
    var tabs = [Tab(kind: .all, title: strings.allBanks, count: counters.inbox.unread)]
    let banks = counters.banks.filter { $0.value.total > 0 || $0.key == inbox.query.bank }
      .sorted { ($1.value.total, $0.key) < ($0.value.total, $1.key) }
    tabs += banks.map { Tab(kind: .bank($0.key), title: surroundings.name(ofBank: $0.key), count: $0.value.unread) }
    if counters.others.total > 0 || inbox.query.place == .others {
      tabs.append(Tab(kind: .others, title: strings.otherSenders, count: counters.others.total))
    }
    if counters.archive.total > 0 || inbox.query.place == .archive {
      tabs.append(Tab(kind: .archive, title: strings.archive, count: 0))
    }
    return tabs
  }

  var currentTab: Tab.Kind {
    switch inbox.query.place {
    case .others: .others
    case .archive: .archive
    default: inbox.query.bank.map { .bank($0) } ?? .all
    }
  }

  mutating func moveTab(by step: Int) -> [Effect] {
    let tabs = tabs
    let index = tabs.firstIndex { $0.kind == currentTab } ?? 0
    return choose(tabs[(index + step + tabs.count) % tabs.count].kind)
  }

  mutating func choose(_ tab: Tab.Kind) -> [Effect] {
    guard tab != currentTab else { return [] }
    inbox.query.bank = nil
    inbox.query.place = .inbox
    switch tab {
    case .all: break
    case .bank(let key): inbox.query.bank = key
    case .others: inbox.query.place = .others
    case .archive: inbox.query.place = .archive
    }
    return [freshList()]
  }

  /// `<` and `>` go through all, code, payment, … and round again.
  mutating func moveCategory(by step: Int) -> [Effect] {
    let choices: [Category?] = [nil] + Category.allCases.map { $0 }
    let index = choices.firstIndex(of: inbox.query.category) ?? 0
    inbox.query.category = choices[(index + step + choices.count) % choices.count]
    return [freshList()]
  }

  /// Another list: nothing stays picked, and it starts at its top.
  mutating func freshList() -> Effect {
    inbox.picked = []
    inbox.rangeStart = nil
    inbox.paneHasKeys = false
    return loadFirstPage()
  }
}
