import CEditline
import Console
import Foundation
import Synchronization

/// Takes notices from any thread for as long as its editor lives.
final class Postbox: Sendable {
  /// The editor by its address; 0 once it has gone.
  private let editor: Mutex<UInt>
  private let reminder = Mutex<DispatchWorkItem?>(nil)

  init(_ handle: OpaquePointer?) {
    editor = Mutex(UInt(bitPattern: handle))
  }

  /// Shows a notice above the prompt, at once or before the next one.
  func post(_ notice: String) {
    let rows = notice.split(separator: "\n", omittingEmptySubsequences: false)
    let text = rows.map { String($0).withoutControls }.joined(separator: "\r\n")
    editor.withLock { address in
      guard let handle = unsafe OpaquePointer(bitPattern: address) else { return }
      unsafe ceditline_post(handle, text)
    }
  }

  /// Posts a notice later, in place of one that was to come; nil takes that one back.
  func remind(_ asked: Reply.Reminder?) {
    reminder.withLock { item in
      item?.cancel()
      item = nil
      guard let asked else { return }
      let next = DispatchWorkItem { [weak self] in self?.post(asked.notice) }
      DispatchQueue.global().asyncAfter(
        deadline: .now() + .seconds(asked.seconds),
        execute: next
      )
      item = next
    }
  }

  /// Takes no more: the editor is about to go.
  func close() {
    remind(nil)
    editor.withLock { $0 = 0 }
  }
}
