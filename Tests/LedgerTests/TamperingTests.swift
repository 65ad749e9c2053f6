import Ledger
import Testing

/// A thousand random ways each to tamper with a log; none may go unnoticed.
@Suite struct TamperingTests {
  private static let runs = 1000

  /// A log of 1 to 70 leaves and a random generator, for each run another.
  private static func eachRun(seed: UInt64, _ body: (Forest, inout SplitMix) throws -> Void) rethrows {
    var random = SplitMix(seed: seed)
    for _ in 0..<runs {
      let count = Int.random(in: 2...70, using: &random)
      let leaves = (0..<count).map { _ in
        (0..<Int.random(in: 1...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      }
      try body(Forest(leaves), &random)
    }
  }

  @Test("a changed byte of a leaf changes the root, and no proof fits it")
  func changedByte() throws {
    try Self.eachRun(seed: 1) { forest, random in
      let leaf = Int.random(in: forest.leaves.indices, using: &random)
      var changed = forest
      changed.leaves[leaf][Int.random(in: changed.leaves[leaf].indices, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
      #expect(changed.frontier.root != forest.frontier.root)
      let size = forest.leaves.count
      let path = try forest.proofs.inclusion(of: leaf, in: size)
      #expect(!InclusionProof.verify(leaf: changed.hashes[leaf], index: leaf, size: size, path: path, root: forest.frontier.root))
    }
  }

  @Test("a dropped leaf changes the root, and the rest isn't consistent with what was there")
  func droppedLeaf() {
    Self.eachRun(seed: 2) { forest, random in
      var changed = forest
      changed.leaves.remove(at: Int.random(in: forest.leaves.indices, using: &random))
      let size = changed.leaves.count
      #expect(changed.frontier.root != forest.frontier.root)
      #expect(
        !ConsistencyProof.verify(from: forest.leaves.count, oldRoot: forest.frontier.root, to: size, root: changed.frontier.root, proof: [])
      )
    }
  }

  @Test("two swapped leaves change the root")
  func swappedLeaves() {
    Self.eachRun(seed: 3) { forest, random in
      var changed = forest
      let first = Int.random(in: forest.leaves.indices, using: &random)
      let second = Int.random(in: forest.leaves.indices, using: &random)
      changed.leaves.swapAt(first, second)
      #expect((changed.frontier.root == forest.frontier.root) == (forest.leaves[first] == forest.leaves[second]))
    }
  }

  @Test("a log that was cut off and went on differently isn't consistent with a checkpoint from before")
  func truncationAndRegrowth() throws {
    try Self.eachRun(seed: 4) { forest, random in
      let old = forest.leaves.count
      let kept = Int.random(in: 0..<old, using: &random)
      var changed = Forest(Array(forest.leaves.prefix(kept)))
      let growth = Int.random(in: (old - kept)...(old - kept + 20), using: &random)
      for index in 0..<growth { changed.leaves.append(Array("another \(index) \(random.next())".utf8)) }
      let size = changed.leaves.count
      let proof = try changed.proofs.consistency(from: old, to: size)
      #expect(!ConsistencyProof.verify(from: old, oldRoot: forest.frontier.root, to: size, root: changed.frontier.root, proof: proof))
    }
  }

  @Test("a log that went back to an earlier state isn't consistent with its later checkpoint")
  func rollback() {
    Self.eachRun(seed: 5) { forest, random in
      let size = Int.random(in: 0..<forest.leaves.count, using: &random)
      let proof = (0..<Int.random(in: 0...6, using: &random)).map { _ in Hash(of: [UInt8.random(in: 0...255, using: &random)]) }
      #expect(
        !ConsistencyProof.verify(
          from: forest.leaves.count, oldRoot: forest.frontier.root, to: size, root: forest.root(size: size), proof: proof))
    }
  }

  @Test("an inclusion proof with a hash changed, dropped, added or swapped, or for another place, doesn't hold")
  func tamperedInclusion() throws {
    try Self.eachRun(seed: 6) { forest, random in
      let size = forest.leaves.count
      let leaf = Int.random(in: 0..<size, using: &random)
      let root = forest.frontier.root
      let path = try forest.proofs.inclusion(of: leaf, in: size)
      var changed = Self.tamper(path, &random)
      if changed == path { changed.append(root) }
      #expect(!InclusionProof.verify(leaf: forest.hashes[leaf], index: leaf, size: size, path: changed, root: root))
      let other = (leaf + Int.random(in: 1..<size, using: &random)) % size
      #expect(!InclusionProof.verify(leaf: forest.hashes[leaf], index: other, size: size, path: path, root: root))
      #expect(!InclusionProof.verify(leaf: forest.hashes[leaf], index: leaf, size: leaf, path: path, root: root))
    }
  }

  @Test("a consistency proof with a hash changed, dropped, added or swapped doesn't hold")
  func tamperedConsistency() throws {
    try Self.eachRun(seed: 7) { forest, random in
      let size = forest.leaves.count
      let old = Int.random(in: 1..<size, using: &random)
      let proof = try forest.proofs.consistency(from: old, to: size)
      var changed = Self.tamper(proof, &random)
      if changed == proof { changed.append(forest.frontier.root) }
      #expect(
        !ConsistencyProof.verify(from: old, oldRoot: forest.root(size: old), to: size, root: forest.frontier.root, proof: changed))
    }
  }

  private static func tamper(_ path: [Hash], _ random: inout SplitMix) -> [Hash] {
    var path = path
    guard let index = path.indices.randomElement(using: &random) else { return [Hash(of: [1])] }
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      var bytes = path[index].bytes
      bytes[Int.random(in: 0..<Hash.size, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
      if let hash = Hash(bytes) { path[index] = hash }
    case 1: path.remove(at: index)
    case 2: path.insert(path[index], at: index)
    default: path.swapAt(index, path.startIndex)
    }
    return path
  }
}
