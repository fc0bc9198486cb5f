/// A page to print: a heading, a note in a frame, and what a reply could show as well.
struct Sheet: Sendable {
  let title: String
  let note: String
  let blocks: [Block]
}

/// Sheets as one document.
struct PrintedDocument: Sendable {
  let title: String
  let sheets: [Sheet]

  /// A page of HTML that stands alone: each sheet on paper of its own.
  var html: String {
    let style = """
      body{font:12pt/1.45 Georgia,serif;margin:2em auto;max-width:42em;color:#111}\
      section{page-break-after:always;margin-bottom:3em}h1{font-size:1.5em}\
      .note{border:1px solid #111;padding:.3em .6em;font-weight:bold}\
      table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #999;padding:.25em .5em;\
      text-align:left;vertical-align:top}
      """
    let body = sheets.map { sheet in
      let note =
        sheet.note.isEmpty ? "" : "<p class=\"note\">\(HTML.escaped(sheet.note))</p>\n"
      return
        "<section>\n<h1>\(HTML.escaped(sheet.title))</h1>\n\(note)\(HTML.text(of: sheet.blocks))\n</section>"
    }.joined(separator: "\n")
    return """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>\(HTML.escaped(title))</title>
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
      return "# \(sheet.title)\n\n\(note)\(Markdown.text(of: sheet.blocks))"
    }.joined(separator: "\n\n---\n\n") + "\n"
  }
}
