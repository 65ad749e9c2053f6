@main
enum Kolokol {
  static func main() {}
}
