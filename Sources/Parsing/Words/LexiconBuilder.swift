/// Builds the lexicon's tree.
struct LexiconBuilder {
  /// The finished tree: for each node a row of `classCount` nodes to go to, 0 where no word goes on. Node 1 is the root.
  struct Tree {
    var lowClasses = [UInt8](repeating: 0, count: 0x600)
    var highClasses = [UInt32](repeating: 0, count: 1024)
    var classCount = 1
    var transitions: [UInt16] = []
    var whole: [UInt16] = []
    var stems: [UInt16] = []
    var entries: [Lexicon.Entry] = [Lexicon.Entry()]
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
    for word in words { for letter in word.letters { addClass(of: letter, to: &tree) } }
    addNode(to: &tree)
    addNode(to: &tree)
    for word in words { insert(word.letters, isStem: word.isStem, word.entry, into: &tree) }
    return tree
  }

  private func addClass(of letter: UInt32, to tree: inout Tree) {
    if letter < 0x600 {
      guard tree.lowClasses[Int(letter)] == 0 else { return }
      tree.lowClasses[Int(letter)] = UInt8(tree.classCount)
    } else {
      var place = Int(letter &* 0x9E37_79B1 >> 16) & (tree.highClasses.count - 1)
      while tree.highClasses[place] != 0 {
        if tree.highClasses[place] >> 8 == letter { return }
        place = (place + 1) & (tree.highClasses.count - 1)
      }
      tree.highClasses[place] = letter << 8 | UInt32(tree.classCount)
    }
    tree.classCount += 1
  }

  private func addNode(to tree: inout Tree) {
    tree.transitions.append(contentsOf: repeatElement(0, count: tree.classCount))
    tree.whole.append(0)
    tree.stems.append(0)
  }

  private func insert(_ letters: [UInt32], isStem: Bool, _ entry: Lexicon.Entry, into tree: inout Tree) {
    var node = 1
    for letter in letters {
      let place = node * tree.classCount + classOf(letter, in: tree)
      if tree.transitions[place] == 0 {
        tree.transitions[place] = UInt16(tree.whole.count)
        addNode(to: &tree)
      }
      node = Int(tree.transitions[place])
    }
    let old = isStem ? tree.stems[node] : tree.whole[node]
    if old != 0 {
      if tree.entries[Int(old)].currency == 0 { tree.entries[Int(old)].currency = entry.currency }
      return
    }
    tree.entries.append(entry)
    if isStem { tree.stems[node] = UInt16(tree.entries.count - 1) } else { tree.whole[node] = UInt16(tree.entries.count - 1) }
  }

  private func classOf(_ letter: UInt32, in tree: Tree) -> Int {
    if letter < 0x600 { return Int(tree.lowClasses[Int(letter)]) }
    var place = Int(letter &* 0x9E37_79B1 >> 16) & (tree.highClasses.count - 1)
    while tree.highClasses[place] >> 8 != letter { place = (place + 1) & (tree.highClasses.count - 1) }
    return Int(tree.highClasses[place] & 0xFF)
  }
}
