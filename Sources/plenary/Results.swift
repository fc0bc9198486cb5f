import Foundation
import Synchronization

/// Results as they come in from several threads, each to its place, so that their order is that of one thread.
final class Results<Value: Sendable>: Sendable {
  private let values: Mutex<[Value?]>

  /// Computes so many results on all cores.
  init(count: Int, computing compute: @Sendable (Int) -> Value) {
    values = Mutex(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { number in
      let value = compute(number)
      values.withLock { $0[number] = value }
    }
  }

  /// The results in their order.
  var all: [Value] { values.withLock { $0.compactMap { $0 } } }
}
