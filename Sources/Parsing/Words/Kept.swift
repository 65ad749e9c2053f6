/// A table that is made once and stays for as long as the program runs. Nobody owns it, so nobody counts who holds it, and it can be handed to
/// any thread, since nobody changes it.
struct Kept<Element: BitwiseCopyable & Sendable>: Sendable {
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
