/// The accounts whose waits end, the earliest first: a binary heap.
struct DueQueue {
  struct Due {
    let time: Int64
    let account: String
  }

  private var heap: [Due] = []

  mutating func push(_ due: Due) {
    heap.append(due)
    var index = heap.count - 1
    while index > 0, heap[index].time < heap[(index - 1) / 2].time {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  /// The earliest account whose wait ends up to `time`.
  mutating func pop(upTo time: Int64) -> Due? {
    guard let first = heap.first, first.time <= time else { return nil }
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var index = 0
    while true {
      var least = index
      for child in [2 * index + 1, 2 * index + 2] where child < heap.count && heap[child].time < heap[least].time { least = child }
      guard least != index else { return first }
      heap.swapAt(index, least)
      index = least
    }
  }
}
