/// A page to print: a heading and what stands under it.
struct Sheet: Sendable {
  /// What stands on a sheet.
  enum Part: Sendable {
    case heading(String)
    case paragraph(String)
    case rows([[String]], heading: [String])
    case lines(Int)
  }

  let title: String
  let note: String
  let parts: [Part]
}

/// Sheets as one document.
struct Document: Sendable {
  let title: String
  let language = "en"
  let sheets: [Sheet]

  /// A page of HTML that stands alone: each sheet on paper of its own.
  var html: String {
    let style = """
      body{font:12pt/1.45 Georgia,serif;margin:2em auto;max-width:42em;color:#111}\
      section{page-break-after:always;margin-bottom:3em}h1{font-size:1.5em}h2{font-size:1.1em}\
      .note{border:1px solid #111;padding:.3em .6em;font-weight:bold}\
      table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #999;padding:.25em .5em;\
      text-align:left;vertical-align:top}.line{border-bottom:1px solid #999;height:2em}
      """
    let body = sheets.map { sheet in
      let note = sheet.note.isEmpty ? "" : "<p class=\"note\">\(Document.escaped(sheet.note))</p>\n"
      let parts = sheet.parts.map(Document.html).joined(separator: "\n")
      return "<section>\n<h1>\(Document.escaped(sheet.title))</h1>\n\(note)\(parts)\n</section>"
    }.joined(separator: "\n")
    return """
      <!DOCTYPE html>
      <html lang="\(language)"><head><meta charset="utf-8"><title>\(Document.escaped(title))</title>
      <style>\(style)</style></head>
      <body>
      \(body)
      </body></html>

      """
  }

  /// The same in Markdown, with a rule between sheets.
  var markdown: String {
    sheets.map { sheet in
      let note = sheet.note.isEmpty ? "" : "**\(sheet.note)**\n\n"
      return "# \(sheet.title)\n\n\(note)"
        + sheet.parts.map(Document.markdown).joined(separator: "\n\n")
    }.joined(separator: "\n\n---\n\n") + "\n"
  }

  private static func html(of part: Sheet.Part) -> String {
    switch part {
    case .heading(let text): return "<h2>\(escaped(text))</h2>"
    case .paragraph(let text): return "<p>\(escaped(text))</p>"
    case .lines(let count): return String(repeating: "<div class=\"line\"></div>", count: count)
    case .rows(let rows, let heading):
      let head =
        heading.isEmpty
        ? "" : "<tr>\(heading.map { "<th>\(escaped($0))</th>" }.joined())</tr>\n"
      let body = rows.map { "<tr>\($0.map { "<td>\(escaped($0))</td>" }.joined())</tr>" }
      return "<table>\n\(head)\(body.joined(separator: "\n"))\n</table>"
    }
  }

  private static func markdown(of part: Sheet.Part) -> String {
    switch part {
    case .heading(let text): return "## \(text)"
    case .paragraph(let text): return text
    case .lines(let count): return Array(repeating: "____", count: count).joined(separator: "\n\n")
    case .rows(let rows, let heading):
      let width = rows.map(\.count).max() ?? heading.count
      let head = heading.isEmpty ? Array(repeating: "", count: width) : heading
      let lines = [head, Array(repeating: "---", count: width)] + rows
      return lines.map {
        "| \($0.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |"
      }
      .joined(separator: "\n")
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
