import CEditline
import Console
import Foundation

/// Reads lines from a person at a terminal: editing, completion, history, notices.
///
/// It is a class because libedit calls back into it. One at a time, on one thread.
@safe final class LineEditor {
  /// How an attempt to read a line ended.
  enum Reading: Equatable {
    case line(String)
    case interrupted
    case endOfInput
    case failed(Int32)
  }

  /// Where the word before the cursor starts (bytes of UTF-8), and what may stand in its place.
  typealias Completion = (start: Int, candidates: [Candidate])

  /// Whether the text that TAB would insert is shown after the cursor.
  var isGhosting = true

  /// Why lines are not kept for the next session, if they are not.
  private(set) var historyProblem: String?

  private let completing: (_ line: String, _ cursor: Int) -> Completion
  private let isComplete: (String) -> Bool
  private var historyFile: HistoryFile?
  private var lastRemembered = ""
  private var isStyled = true
  private let handle: OpaquePointer?
  private let creationFailure: Int32

  /// Starts the editor; where that fails, each reading fails with the reason.
  init(
    program: String,
    history: String?,
    completing: @escaping (_ line: String, _ cursor: Int) -> Completion,
    isComplete: @escaping (String) -> Bool
  ) {
    self.completing = completing
    self.isComplete = isComplete
    historyFile = history.map(HistoryFile.init(path:))
    unsafe handle = ceditline_create(program)
    creationFailure = unsafe handle == nil ? errno : 0
    postbox = unsafe Postbox(handle)
    listen()
    loadHistory()
  }

  deinit {
    postbox.close()
    unsafe ceditline_destroy(handle)
  }

  /// Asks for a line; of a prompt of several rows the last one stands before the cursor.
  func read(prompt: String, styled: Bool) -> Reading {
    guard let handle = unsafe handle else { return .failed(creationFailure) }
    isStyled = styled
    let rows = prompt.split(separator: "\n", omittingEmptySubsequences: false)
    for row in rows.dropLast() { print(row) }
    let lastRow = marked(prompt: String(rows.last ?? ""))
    switch unsafe ceditline_read(handle, lastRow) {
    case CEDITLINE_LINE: return unsafe .line(String(cString: ceditline_line(handle)))
    case CEDITLINE_INTERRUPTED: return .interrupted
    case CEDITLINE_END_OF_INPUT: return .endOfInput
    default: return unsafe .failed(ceditline_failure(handle))
    }
  }

  /// Where other threads leave notices, which are shown above the prompt; what is being typed stays as it is.
  let postbox: Postbox

  /// Keeps a line for the arrow keys and for later sessions; the same line twice running once.
  func remember(_ line: String) {
    let isBlank = line.allSatisfy(\.isWhitespace)
    guard let handle = unsafe handle, !isBlank, line != lastRemembered else { return }
    lastRemembered = line
    unsafe ceditline_remember(handle, line)
    keepHistory { try $0.append(line) }
  }

  // MARK: - History

  private func loadHistory() {
    guard let handle = unsafe handle else { return }
    keepHistory { file in
      for line in try file.entries() {
        unsafe ceditline_remember(handle, line)
        lastRemembered = line
      }
    }
  }

  /// The first failure is noted and ends the use of the file; the session goes on.
  private func keepHistory(_ use: (HistoryFile) throws -> Void) {
    guard let file = historyFile else { return }
    do {
      try use(file)
    } catch {
      historyProblem = "\(file.path) cannot be read and written; the disk may be full."
      historyFile = nil
    }
  }

  // MARK: - Prompt

  /// libedit loses an escape that comes last, so the last character stays plain.
  private func marked(prompt: String) -> String {
    let plain = prompt.withoutControls
    guard isStyled, let last = plain.last, plain.count > 1 else { return plain }
    return "\u{1}\u{1B}[1m\u{1}\(plain.dropLast())\u{1}\u{1B}[0m\u{1}\(last)"
  }

  // MARK: - Completion

  /// What one press of TAB leads to.
  private enum Answer {
    case nothing
    case replacement(of: String, by: String)
    case list([Candidate])
  }

  private func answer(to line: String, cursor: Int) -> Answer {
    let (start, candidates) = completing(line, cursor)
    guard let first = candidates.first, start <= cursor else { return .nothing }
    let word = String(decoding: line.utf8.prefix(cursor).dropFirst(start), as: UTF8.self)
    if candidates.count == 1 {
      let isFollowed = line.utf8.dropFirst(cursor).first == UInt8(ascii: " ")
      // Behind an opening quotation mark a space would be part of what is quoted.
      let after = String(decoding: line.utf8.prefix(start), as: UTF8.self) + first.text
      let isQuoted = after.utf8.count { $0 == UInt8(ascii: "\"") } % 2 == 1
      let isClosed =
        isFollowed || first.text.hasSuffix(" ") || first.text.hasSuffix("/") || isQuoted
      return .replacement(of: word, by: isClosed ? first.text : first.text + " ")
    }
    let shared = candidates.dropFirst().reduce(first.text) { $0.commonPrefix(with: $1.text) }
    let isProgress = shared.count >= word.count && shared != word
    return isProgress ? .replacement(of: word, by: shared) : .list(candidates)
  }

  /// Answers TAB and says whether there was an answer.
  private func complete(_ line: String, cursor: Int) -> Bool {
    switch answer(to: line, cursor: cursor) {
    case .nothing:
      return false
    case .replacement(let word, let text):
      unsafe ceditline_replace(handle, Int32(word.unicodeScalars.count), text.withoutControls)
      return true
    case .list(let candidates):
      let columns = TerminalColumns(
        of: candidates,
        width: Terminal.width,
        height: Terminal.height,
        isStyled: isStyled
      )
      unsafe ceditline_print_below(handle, columns.rows.joined(separator: "\r\n"))
      return true
    }
  }

  /// Unstyled, a ghost could not be told from what was typed.
  private func suggest(_ line: String) {
    guard isGhosting, isStyled else { return }
    guard case .replacement(let word, let text) = answer(to: line, cursor: line.utf8.count) else {
      return
    }
    let typed = Array(word.utf8)
    let rest = Array(text.withoutControls.utf8)
    guard rest.starts(with: typed) else { return }
    let ghost = String(decoding: rest.dropFirst(typed.count), as: UTF8.self)
    guard !ghost.allSatisfy(\.isWhitespace) else { return }
    unsafe ceditline_set_ghost(handle, ghost)
  }

  // MARK: - Typing

  /// A paste is inserted in composed form, its rows kept, nothing in it run.
  private func paste(_ text: String) {
    let rows = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    let pasted = rows.map { String($0).tabsAsSpaces.withoutControls }.joined(separator: "\n")
    let composed = pasted.trimmingSuffix("\n").precomposedStringWithCanonicalMapping
    unsafe ceditline_insert(handle, composed)
  }

  // MARK: - Calls from C

  private func listen() {
    guard let handle = unsafe handle else { return }
    unsafe ceditline_set_callbacks(
      handle,
      ceditline_callbacks(
        context: Unmanaged.passUnretained(self).toOpaque(),
        complete: { context, line, cursor in
          unsafe LineEditor.at(context).complete(text(line), cursor: Int(cursor))
        },
        suggest: { context, line in unsafe LineEditor.at(context).suggest(text(line)) },
        is_complete: { context, line in unsafe LineEditor.at(context).isComplete(text(line)) },
        last_character: { _, line in
          unsafe Int32(text(line).last?.unicodeScalars.count ?? 1)
        },
        first_character: { _, line in
          unsafe Int32(text(line).first?.unicodeScalars.count ?? 1)
        },
        paste: { context, line in unsafe LineEditor.at(context).paste(text(line)) }
      )
    )
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> LineEditor {
    guard let context = unsafe context else {
      preconditionFailure("a callback came without its editor")
    }
    return unsafe Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
  }
}

private func text(_ bytes: UnsafePointer<CChar>?) -> String {
  guard let bytes = unsafe bytes else { return "" }
  return unsafe String(cString: bytes)
}

extension String {
  var withoutControls: String {
    String(UnicodeScalarView(unicodeScalars.filter { !$0.isControl }))
  }

  fileprivate var tabsAsSpaces: String {
    String(map { $0 == "\t" ? " " : $0 })
  }

  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }

  fileprivate func trimmingSuffix(_ suffix: Character) -> String {
    String(reversed().drop { $0 == suffix }.reversed())
  }
}
