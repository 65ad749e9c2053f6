/// The text of a template, read into its pieces.
struct TemplatePattern {
  /// A mistake in a template's text; `offset` counts characters from its start.
  struct Mistake: Error {
    var problem: TemplateProblem
    var offset: Int
  }

  /// What is wrong with a template's text; nil when nothing is.
  static func check(_ text: String) -> Mistake? {
    nil
  }
}
