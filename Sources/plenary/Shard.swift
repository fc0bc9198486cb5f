/// A share of a task that is dealt out to several processes: every N-th part of it.
struct Shard {
  /// Which share, 1...count.
  let number: Int
  /// How many there are.
  let count: Int

  /// All of it.
  static let whole = Shard(number: 1, count: 1)

  private init(number: Int, count: Int) {
    self.number = number
    self.count = count
  }

  /// Reads `I/N`; nil where that is no share.
  init?(_ typed: String) {
    let parts = typed.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]),
      (1...1_000_000).contains(count), (1...count).contains(number)
    else { return nil }
    self.init(number: number, count: count)
  }

  /// The parts that are in this share, of so many from 0 on.
  func parts(of total: Int) -> StrideTo<Int> {
    stride(from: number - 1, to: total, by: count)
  }
}
