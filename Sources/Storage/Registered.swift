/// What somebody made known to a store, worked out when it is first needed: the first screen shows without rules, names and merging.
struct Registered<Value: Sendable>: Sendable {
  private enum State: Sendable {
    case waiting(@Sendable () -> Value)
    case known(Value)
  }

  private var state: State

  init(_ make: @escaping @Sendable () -> Value) {
    state = .waiting(make)
  }

  /// Worked out once.
  var value: Value {
    mutating get {
      switch state {
      case .known(let value): return value
      case .waiting(let make):
        let value = make()
        state = .known(value)
        return value
      }
    }
  }
}
