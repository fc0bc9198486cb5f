import CEditline
import Foundation

/// What shows a reply that is taller than the terminal: `$PAGER`, else `less`.
enum Pager {
  /// Shows the text; false where the pager cannot be started, so that it has to be shown otherwise.
  static func show(_ text: String) -> Bool {
    let asked = ProcessInfo.processInfo.environment["PAGER"] ?? ""
    let command = asked.allSatisfy(\.isWhitespace) ? "less -FRX" : asked
    return unsafe ceditline_page(command, text + "\n")
  }
}
