/// Builds the lexicon's tree.
struct LexiconBuilder {
  /// The finished tree. Node 1 is the root; node 0 is where no word goes on.
  ///
  /// The edges of all nodes lie in one array, pushed into each other's gaps: an edge for a letter's class stands `class` behind its node's
  /// `base`, and says which node it belongs to. Whole rows would take megabytes and miss the processor's cache with every letter.
  struct Tree {
    var lowClasses = [UInt16](repeating: 0, count: 0x600)
    var highClasses = [UInt32](repeating: 0, count: 1024)
    var nodes: [Lexicon.Node] = []
    var edges: [UInt32] = []
    var entries: [Lexicon.Entry] = [Lexicon.Entry()]
  }

  /// The nodes before their edges are packed: each has a list of children.
  private struct Branches {
    var firstChild: [UInt16] = []
    var nextSibling: [UInt16] = []
    /// The class of the letter that leads here.
    var letter: [UInt16] = []

    func collect(childrenOf node: Int, into children: inout [Int]) {
      children.removeAll(keepingCapacity: true)
      var child = Int(firstChild[node])
      while child != 0 {
        children.append(child)
        child = Int(nextSibling[child])
      }
    }
  }

  private var words: [(letters: [UInt32], isStem: Bool, entry: Lexicon.Entry)] = []

  /// Adds the words of a text, separated by white space. A word that is there already keeps its meaning, and takes what it lacks.
  mutating func add(_ text: String, _ entry: Lexicon.Entry) {
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let isStem = word.hasSuffix("*")
      var letters: [UInt32] = []
      for scalar in (isStem ? word.dropLast() : word).unicodeScalars {
        let info = scalar.value < 0x600 ? CharacterInfo(raw: CharacterTable.low[Int(scalar.value)]) : CharacterTable.high(scalar.value)
        let role = CharacterInfo.Role(rawValue: info.role)
        if role == .letter || role == .ideograph { letters.append(info.folded) }
      }
      if !letters.isEmpty { words.append((letters, isStem, entry)) }
    }
  }

  func build() -> Tree {
    var tree = Tree()
    var classCount = 1
    for word in words { for letter in word.letters { addClass(of: letter, &classCount, to: &tree) } }
    var branches = Branches()
    addNode(letter: 0, to: &tree, &branches)
    addNode(letter: 0, to: &tree, &branches)
    for word in words { insert(word.letters, isStem: word.isStem, word.entry, into: &tree, &branches) }
    pack(branches, classCount: classCount, into: &tree)
    return tree
  }

  private func addClass(of letter: UInt32, _ count: inout Int, to tree: inout Tree) {
    if letter < 0x600 {
      guard tree.lowClasses[Int(letter)] == 0 else { return }
      tree.lowClasses[Int(letter)] = UInt16(count)
    } else {
      var place = Lexicon.place(ofHigh: letter, count: tree.highClasses.count)
      while tree.highClasses[place] != 0 {
        if tree.highClasses[place] >> Lexicon.classBits == letter { return }
        place = (place + 1) & (tree.highClasses.count - 1)
      }
      tree.highClasses[place] = letter << Lexicon.classBits | UInt32(count)
    }
    count += 1
  }

  private func addNode(letter: UInt16, to tree: inout Tree, _ branches: inout Branches) {
    tree.nodes.append(Lexicon.Node())
    branches.firstChild.append(0)
    branches.nextSibling.append(0)
    branches.letter.append(letter)
  }

  private func insert(_ letters: [UInt32], isStem: Bool, _ entry: Lexicon.Entry, into tree: inout Tree, _ branches: inout Branches) {
    var node = 1
    for letter in letters { node = child(of: node, classOf(letter, in: tree), in: &tree, &branches) }
    let old = isStem ? tree.nodes[node].stem : tree.nodes[node].whole
    if old != 0 {
      if tree.entries[Int(old)].currency == 0 { tree.entries[Int(old)].currency = entry.currency }
      return
    }
    tree.entries.append(entry)
    let place = UInt16(tree.entries.count - 1)
    if isStem { tree.nodes[node].stem = place } else { tree.nodes[node].whole = place }
  }

  private func child(of node: Int, _ letter: UInt16, in tree: inout Tree, _ branches: inout Branches) -> Int {
    var child = Int(branches.firstChild[node])
    while child != 0 {
      if branches.letter[child] == letter { return child }
      child = Int(branches.nextSibling[child])
    }
    addNode(letter: letter, to: &tree, &branches)
    child = tree.nodes.count - 1
    branches.nextSibling[child] = branches.firstChild[node]
    branches.firstChild[node] = UInt16(child)
    return child
  }

  private func classOf(_ letter: UInt32, in tree: Tree) -> UInt16 {
    if letter < 0x600 { return tree.lowClasses[Int(letter)] }
    var place = Lexicon.place(ofHigh: letter, count: tree.highClasses.count)
    while tree.highClasses[place] >> Lexicon.classBits != letter { place = (place + 1) & (tree.highClasses.count - 1) }
    return UInt16(tree.highClasses[place] & (1 << Lexicon.classBits - 1))
  }

  /// Gives every node a base at which none of its edges falls on another's: first the nodes that branch, each from where the last one
  /// found its place, then those with one edge, which fill the gaps.
  private func pack(_ branches: Branches, classCount: Int, into tree: inout Tree) {
    var edges = [UInt32](repeating: 0, count: 2 * tree.nodes.count + 2 * classCount)
    var single: [Int] = []
    var children: [Int] = []
    var base = 0
    for node in 1..<tree.nodes.count {
      branches.collect(childrenOf: node, into: &children)
      guard children.count > 1 else {
        if !children.isEmpty { single.append(node) }
        continue
      }
      while children.contains(where: { edges[base + Int(branches.letter[$0])] != 0 }) { base += 1 }
      if base + 2 * classCount > edges.count { edges.append(contentsOf: repeatElement(0, count: edges.count)) }
      tree.nodes[node].base = UInt32(base)
      for child in children { edges[base + Int(branches.letter[child])] = UInt32(node) << 16 | UInt32(child) }
    }
    var free = classCount
    for node in single {
      let child = Int(branches.firstChild[node])
      while edges[free] != 0 { free += 1 }
      if free + classCount > edges.count { edges.append(contentsOf: repeatElement(0, count: edges.count)) }
      tree.nodes[node].base = UInt32(free - Int(branches.letter[child]))
      edges[free] = UInt32(node) << 16 | UInt32(child)
    }
    let used = (edges.lastIndex { $0 != 0 } ?? 0) + classCount + 1
    tree.edges = Array(edges.prefix(used)) + [UInt32](repeating: 0, count: max(0, used - edges.count))
  }
}
