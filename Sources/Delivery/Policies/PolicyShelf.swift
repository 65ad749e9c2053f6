import Synchronization

/// The policies there are, read when somebody first asks for them, so that starting costs nothing.
public final class PolicyShelf: Sendable {
  private final class Loaded: Sendable {
    let book: PolicyBook
    let problems: [PolicyProblem]

    init(_ book: PolicyBook, _ problems: [PolicyProblem]) {
      self.book = book
      self.problems = problems
    }
  }

  private let read: @Sendable () -> (book: PolicyBook, problems: [PolicyProblem])
  private let loaded = AtomicLazyReference<Loaded>()

  /// - Parameter read: gives the policies and what couldn't be read; may be called more than once.
  public init(_ read: @escaping @Sendable () -> (book: PolicyBook, problems: [PolicyProblem])) {
    self.read = read
  }

  /// Those that are known already.
  public convenience init(_ book: PolicyBook) {
    self.init { (book, []) }
  }

  /// The policies.
  public var book: PolicyBook { contents.book }

  /// What is wrong with the user's own files.
  public var problems: [PolicyProblem] { contents.problems }

  private var contents: Loaded {
    if let known = loaded.load() { return known }
    let (book, problems) = read()
    return loaded.storeIfNil(Loaded(book, problems))
  }
}
