import Synchronization

/// The templates of one bank, read and compiled when its first message comes, so that starting costs nothing.
final class LazyTemplates: Sendable {
  private let read: @Sendable () -> [TemplateSource]
  private let compiled = AtomicLazyReference<TemplateTree>()

  /// - Parameter read: gives the templates; may be called more than once.
  init(_ read: @escaping @Sendable () -> [TemplateSource]) {
    self.read = read
  }

  var tree: TemplateTree {
    compiled.load() ?? compiled.storeIfNil(TemplateTree(sources: read()))
  }
}
