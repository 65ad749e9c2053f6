/// A table that is made once and stays for as long as the program runs: nobody owns it, so nobody counts who holds it.
struct Kept<Element: BitwiseCopyable & Sendable>: Sendable {
  /// Written before anybody sees it and never again, so that any thread may read it.
  nonisolated(unsafe) private let base: UnsafePointer<Element>
  let count: Int

  init(_ elements: [Element]) {
    let copy = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
    copy.initialize(from: elements, count: elements.count)
    base = UnsafePointer(copy)
    count = elements.count
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    assert(index >= 0 && index < count)
    return base[index]
  }
}
