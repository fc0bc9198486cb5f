import Console
import Foundation
import Synchronization

/// Works out a reply aside, so that a person can leave it by ^C.
///
/// A room is a value: what was begun on a copy of it is dropped, and nothing has changed.
enum Aside {
  /// The room after a line and its reply; nil where ^C came first.
  static func response(of room: Room, to line: String) -> (room: Room, reply: Reply)? {
    let outcome = Outcome()
    let thread = Thread {
      var room = room
      let reply = room.respond(to: line)
      outcome.value.withLock { $0 = (room, reply) }
      outcome.isThere.signal()
    }
    thread.stackSize = stackSize
    thread.start()
    while outcome.isThere.wait(timeout: .now() + patience) == .timedOut {
      if Terminal.interruptRequested {
        Terminal.clearInterrupt()
        return nil
      }
    }
    return outcome.value.withLock { $0 }
  }

  /// How long a ^C may go unnoticed.
  private static let patience = DispatchTimeInterval.milliseconds(20)

  /// As much as the main thread has.
  private static let stackSize = 8 << 20

  private final class Outcome: Sendable {
    let value = Mutex<(room: Room, reply: Reply)?>(nil)
    let isThere = DispatchSemaphore(value: 0)
  }
}
