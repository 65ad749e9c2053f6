/// The templates of one bank.
struct LazyTemplates: Sendable {
  let sources: [TemplateSource]
}
