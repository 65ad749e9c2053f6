import Ledger
import Testing

/// Roots and proofs against published values (transparency-dev/merkle) and against the definition.
@Suite struct TreeTests {
  private static let leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
  private static let roots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  private let published: Forest

  init() throws {
    published = Forest(try Self.leaves.map { try #require(Hexadecimal.bytes($0)) })
  }

  @Test("the roots of the published tree come out, leaf by leaf")
  func publishedRoots() {
    var frontier = Frontier()
    #expect(frontier.root.hex == Self.roots[0])
    for (index, hash) in published.hashes.enumerated() {
      frontier.append(hash)
      #expect(frontier.root.hex == Self.roots[index + 1])
    }
  }

  @Test("the published inclusion proof of the first of eight leaves comes out")
  func publishedInclusion() throws {
    #expect(
      try published.proofs.inclusion(of: 0, in: 8).map(\.hex) == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
      ])
  }

  @Test("the published consistency proof from six to eight leaves comes out")
  func publishedConsistency() throws {
    #expect(
      try published.proofs.consistency(from: 6, to: 8).map(\.hex) == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ])
  }

  @Test("growing leaf by leaf and the definition give the same root for every size up to 130")
  func frontierAgreesWithDefinition() throws {
    let forest = Forest(count: 130)
    let hashes = forest.hashes
    var frontier = Frontier()
    for size in 0...130 {
      #expect(frontier.root == Forest.root(hashes.prefix(size)), "\(size)")
      #expect(Frontier(size: frontier.size, roots: frontier.roots) == frontier)
      if size < 130 { frontier.append(hashes[size]) }
    }
    #expect(try forest.proofs.root(size: 77) == forest.root(size: 77))
  }

  @Test("subtrees are told of when they are complete, each once, with its root")
  func completedSubtrees() {
    let hashes = Forest(count: 21).hashes
    var told: [String: Hash] = [:]
    var frontier = Frontier()
    for hash in hashes { frontier.append(hash) { level, position, root in told["\(level) \(position)"] = root } }
    var expected: [String: Hash] = [:]
    for level in 1...4 {
      for position in 0..<(21 >> level) {
        expected["\(level) \(position)"] = Forest.root(hashes[(position << level)..<((position + 1) << level)])
      }
    }
    #expect(told == expected)
  }

  @Test("every leaf of every tree up to 40 leaves has a proof that holds")
  func inclusionHolds() throws {
    let forest = Forest(count: 40)
    let hashes = forest.hashes
    for size in 1...40 {
      let root = forest.root(size: size)
      for leaf in 0..<size {
        let path = try forest.proofs.inclusion(of: leaf, in: size)
        #expect(InclusionProof.verify(leaf: hashes[leaf], index: leaf, size: size, path: path, root: root), "\(leaf) of \(size)")
      }
    }
  }

  @Test("every tree up to 40 leaves is proven to begin with every smaller one")
  func consistencyHolds() throws {
    let forest = Forest(count: 40)
    for size in 0...40 {
      for old in 0...size {
        let proof = try forest.proofs.consistency(from: old, to: size)
        #expect(
          ConsistencyProof.verify(from: old, oldRoot: forest.root(size: old), to: size, root: forest.root(size: size), proof: proof),
          "\(old) to \(size)")
      }
    }
  }

  @Test("a frontier with too few or too many roots is refused")
  func malformedFrontier() {
    let hashes = Forest(count: 3).hashes
    #expect(Frontier(size: 3, roots: [hashes[0]]) == nil)
    #expect(Frontier(size: 2, roots: [hashes[0], hashes[1]]) == nil)
    #expect(Frontier(size: -1, roots: []) == nil)
  }
}
