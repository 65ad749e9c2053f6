/// Walks a text through the tree of a bank's templates, once, all templates at the same time.
///
/// Every way a text could be meant is a thread: a node of the tree and the values found on the way. A piece of text moves each thread at most
/// once; two threads that come to the same node at the same piece can't differ in what follows, so the first stays; and there are never
/// more than `mostThreads`. The work is therefore at most pieces × `mostThreads` × the placeholders at a node, whatever the text.
struct TemplateMatcher: ~Copyable {
  /// The pieces in place of a placeholder.
  struct Capture {
    var slot: Slot
    fileprivate var start: Int32
    fileprivate var end: Int32

    var pieces: Range<Int> { Int(start)..<Int(end) }
  }

  private struct Thread {
    var node: Int32
    /// The piece it goes on with.
    var due: Int32
    /// Where the free placeholder that it stands in began; -1 outside of one.
    var freeStart: Int32
    /// The last value found; -1 for none.
    var link: Int32
  }

  /// A value found, and the one before it.
  private struct Link {
    var slot: Slot
    var start: Int32
    var end: Int32
    var before: Int32
  }

  private struct Best {
    var template: Int32
    var weight: Int32
    var link: Int32
  }

  static let mostThreads = 24

  /// How often a thread looked at a piece in the last match: what the bound is tested by.
  private(set) var steps = 0
  private var links = ReusableBuffer<Link>()
  private var found = ReusableBuffer<Capture>()

  /// The pieces in place of the placeholders of the template that fitted last, the last one first; until the next match.
  var captures: UnsafeBufferPointer<Capture> { found.elements }

  /// The number of the template that fits the whole text, or all of it behind a push's title; of several the one with the most words of
  /// its own. `body` is the first piece behind the title, 0 where there is none. The values found are in `captures`.
  mutating func match(_ message: Message, body: Int, in tree: TemplateTree) -> Int? {
    links.removeAll()
    let best = withUnsafeTemporaryAllocation(of: Thread.self, capacity: 2 * Self.mostThreads) { room in
      tree.withView { view in
        var walk = Walk(message: message, view: view, room: room)
        walk.run(body: body, &links)
        steps = walk.steps
        return walk.best
      }
    }
    guard let best else { return nil }
    collect(from: best.link)
    return Int(best.template)
  }

  private mutating func collect(from last: Int32) {
    found.removeAll()
    var link = last
    while link >= 0 {
      let value = links[Int(link)]
      found.append(Capture(slot: value.slot, start: value.start, end: value.end))
      link = value.before
    }
  }

  /// One walk of a text through a tree.
  private struct Walk {
    let message: Message
    let view: TemplateTree.View
    /// Where the text ends for templates: marks at the end belong to none.
    let textEnd: Int
    /// The threads at this piece and those at the next, one behind the other, changing places with every piece.
    let room: UnsafeMutableBufferPointer<Thread>
    /// Where in `room` the threads of the next piece begin.
    private var first = 0
    private var count = 0
    var best: Best?
    var steps = 0
    /// The first piece behind a push's title; no value goes over from one to the other.
    private var body = 0

    init(message: Message, view: TemplateTree.View, room: UnsafeMutableBufferPointer<Thread>) {
      self.message = message
      self.view = view
      self.room = room
      var end = message.count
      while end > 0, message.lexemes[end - 1].kind == .mark { end -= 1 }
      textEnd = end
    }

    mutating func run(body: Int, _ links: inout ReusableBuffer<Link>) {
      self.body = body
      for position in 0...message.count {
        let threads = first..<first + count
        first = first == 0 ? TemplateMatcher.mostThreads : 0
        count = 0
        let begins = position == 0 || position == body
        if threads.isEmpty, !begins {
          if position > body { break }
          continue
        }
        let identity = position < message.count ? TemplateTree.identity(of: message.lexemes[position], in: message.bytes) : 0
        for place in threads {
          let thread = room[place]
          if thread.due > position { add(thread) } else { step(thread, at: position, identity, &links) }
        }
        if begins { step(Thread(node: 0, due: Int32(position), freeStart: -1, link: -1), at: position, identity, &links) }
      }
    }

    private mutating func step(_ thread: Thread, at position: Int, _ identity: UInt64, _ links: inout ReusableBuffer<Link>) {
      steps += 1
      let node = view.nodes[Int(thread.node)]
      // A free placeholder ends as early as it can: going on comes last.
      defer { goOn(thread, at: position, in: node) }
      let child = position < message.count ? view.child(of: node, thread.node, piece: identity) : 0
      let isBest =
        node.template >= 0 && position >= textEnd && (thread.freeStart < 0 || position == textEnd || position == message.count)
        && node.weight > best?.weight ?? 0
      // In most places a free placeholder just goes on: nothing that could follow it begins there.
      guard child != 0 || isBest || !node.slots.isEmpty else { return }
      var link = thread.link
      if thread.freeStart >= 0, let slot = node.free {
        guard position > Int(thread.freeStart) || slot == .skip else { return }
        link = Self.note(slot, Int(thread.freeStart)..<position, after: link, in: &links)
      }
      if isBest { best = Best(template: node.template, weight: node.weight, link: link) }
      if child != 0 { add(Thread(node: child, due: Int32(position + 1), freeStart: -1, link: link)) }
      for edge in node.slots {
        let (slot, child) = (view.slots[Int(edge)].slot, view.slots[Int(edge)].node)
        if slot.isFree {
          step(Thread(node: child, due: Int32(position), freeStart: Int32(position), link: link), at: position, identity, &links)
        } else if let end = slot.end(at: position, in: message), position >= body || end <= body {
          let link = Self.note(slot, position..<end, after: link, in: &links)
          add(Thread(node: child, due: Int32(end), freeStart: -1, link: link))
          if slot.mayTakePoint(at: end, in: message) { add(Thread(node: child, due: Int32(end + 1), freeStart: -1, link: link)) }
        }
      }
    }

    private mutating func goOn(_ thread: Thread, at position: Int, in node: TemplateTree.Node) {
      guard thread.freeStart >= 0, let slot = node.free, position < message.count, position - Int(thread.freeStart) < slot.longest,
        slot == .skip || position != body || Int(thread.freeStart) == body
      else { return }
      add(Thread(node: thread.node, due: Int32(position + 1), freeStart: thread.freeStart, link: thread.link))
    }

    private mutating func add(_ thread: Thread) {
      guard count < TemplateMatcher.mostThreads else { return }
      for place in first..<first + count {
        let other = room[place]
        if other.node == thread.node, other.due == thread.due, (other.freeStart < 0) == (thread.freeStart < 0) { return }
      }
      room.initializeElement(at: first + count, to: thread)
      count += 1
    }

    private static func note(_ slot: Slot, _ pieces: Range<Int>, after link: Int32, in links: inout ReusableBuffer<Link>) -> Int32 {
      guard slot != .skip else { return link }
      links.append(Link(slot: slot, start: Int32(pieces.lowerBound), end: Int32(pieces.upperBound), before: link))
      return Int32(links.count - 1)
    }
  }
}
