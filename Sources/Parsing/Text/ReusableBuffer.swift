/// Elements in memory that is used again for every text: nobody counts who holds it, so that filling it costs what writing it costs.
struct ReusableBuffer<Element: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>?
  private var capacity = 0
  private(set) var count = 0

  deinit { base?.deallocate() }

  /// The elements, until the next change.
  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

  subscript(index: Int) -> Element { elements[index] }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    base.unsafelyUnwrapped.advanced(by: count).initialize(to: element)
    count &+= 1
  }

  /// Makes room for `most` elements in place of those that were there, and lets `body` write them; it returns how many it wrote.
  @inline(__always)
  mutating func fill(atMost most: Int, _ body: (UnsafeMutableBufferPointer<Element>) -> Int) {
    if most > capacity { grow(to: most) }
    count = body(UnsafeMutableBufferPointer(start: base, count: most))
  }

  @inline(never)
  private mutating func grow(to needed: Int) {
    let larger = max(needed, 2 * capacity, 16)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    if let base {
      moved.moveInitialize(from: base, count: count)
      base.deallocate()
    }
    base = moved
    capacity = larger
  }
}
