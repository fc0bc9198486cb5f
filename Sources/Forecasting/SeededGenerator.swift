/// A source of chance made on the spot for one purpose, so that one draw more here never shifts a
/// draw there: splitmix64, started from the seed and the bytes of the purpose.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts a source for a purpose such as `vote/3`.
  public init(seed: UInt64, purpose: String) {
    // FNV-1a over the purpose, then mixed with the seed.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in purpose.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    state = seed
    state = next() ^ hash
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number, 0..<bound, without bias.
  public mutating func next(below bound: UInt64) -> UInt64 {
    precondition(bound > 0, "there is no number below 0")
    let excess = (UInt64.max % bound + 1) % bound
    var draw = next()
    while draw > UInt64.max - excess { draw = next() }
    return draw % bound
  }

  /// A number from the uniform distribution over 0..<1, with 53 bits; never 0.
  public mutating func uniform() -> Double {
    (Double(next() >> 11) + 0.5) * 0x1p-53
  }

  /// A number from the standard normal distribution, by the polar method.
  public mutating func normal() -> Double {
    while true {
      let first = 2 * uniform() - 1
      let second = 2 * uniform() - 1
      let square = first * first + second * second
      if square > 0, square < 1 {
        return first * (-2 * Elementary.log(square) / square).squareRoot()
      }
    }
  }

  /// A number from the standard logistic distribution.
  public mutating func logistic() -> Double {
    let chance = uniform()
    return Elementary.log(chance / (1 - chance))
  }
}
