extension StringProtocol {
  /// The text in small letters, without accents and with plain apostrophes, so that names are found
  /// however they are typed.
  var folded: String {
    var result = ""
    for scalar in lowercased().unicodeScalars {
      switch scalar.value {
      case 0x0300...0x036F: continue
      case 0x2018, 0x2019, 0x02BC: result.append("'")
      case 0xC0...0x17F: result += plainLetters[scalar] ?? String(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// The plain letters for the small letters of Latin-1 and Latin Extended-A.
private let plainLetters: [Unicode.Scalar: String] = {
  let groups: [(plain: String, accented: String)] = [
    ("a", "àáâãäåāăą"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"),
    ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"),
    ("n", "ñńņňŉ"), ("o", "òóôõöøōŏő"), ("oe", "œ"), ("r", "ŕŗř"), ("s", "śŝşšſ"), ("ss", "ß"),
    ("t", "ţťŧ"), ("th", "þ"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
  ]
  var letters: [Unicode.Scalar: String] = [:]
  for group in groups {
    for scalar in group.accented.unicodeScalars { letters[scalar] = group.plain }
  }
  return letters
}()
