import Forecasting
import Negotiation
import Treaty

/// A forecast with other inputs in words.
extension Room {
  /// What comes of the text where inputs are off, and which of them that hangs on.
  func say(_ answer: UncertaintyAnswer, on page: inout Page) {
    let draws = answer.uncertainty.draws.count
    page.say(
      Phrase("If the text were put today, with \(draws) draws of its inputs (estimated)", .strong)
    )
    for measure in answer.measures where measure != .yes {
      page.say(Phrase(sentence(on: measure, in: answer)), indent: 2, hang: 2)
    }
    var table = Table(
      [.leading, .trailing, .trailing, .trailing, .trailing],
      headings: ["", "as estimated", "middle draw", "9 of 10 draws", "likelier than not in"]
    )
    for measure in answer.measures {
      let range = answer.range(of: measure)
      table.add(
        Phrase(label(of: measure)),
        Phrase(figure(measure.value(of: answer.uncertainty.estimate), of: measure)),
        Phrase(figure(range.middle, of: measure)),
        Phrase(figures(range, of: measure), .strong),
        Phrase(measure == .yes ? "" : "\(answer.likelier(measure)) of \(draws)")
      )
    }
    page.show(table)
    sayChanges(answer, on: &page)
    say(answer.tornado, on: &page)
    sayLimits(of: answer, on: &page)
  }

  /// Whether the changes do good: both texts are held against each other with the same inputs, so that most errors cancel.
  private func sayChanges(_ answer: UncertaintyAnswer, on page: inout Page) {
    let counts = answer.measures.compactMap { measure in
      answer.higher(measure).map { "\(label(of: measure)) in \($0)" }
    }
    guard !counts.isEmpty else { return }
    page.say(
      "Higher with the changes than without, of \(answer.uncertainty.draws.count) draws: "
        + "\(counts.joined(separator: ", ")).",
      indent: 2,
      hang: 2
    )
  }

  /// Whether a chance is over a half, and whether that holds with other inputs.
  private func sentence(on measure: Tornado.Measure, in answer: UncertaintyAnswer) -> String {
    let what =
      switch measure {
      case .adoption, .yes:
        answer.rule == scenario.body.rule ? "Adoption by vote" : "Adoption by \(answer.rule.name)"
      case .consensus: "Consensus"
      case .agreement: "Agreement one way or the other"
      }
    let verdict =
      switch (answer.range(of: measure), answer.partLikelier(measure)) {
      case (let range, _) where range.low > 0.5: "is likely, and stays so with other inputs"
      case (let range, _) where range.high < 0.5: "is unlikely, and stays so with other inputs"
      case (_, 0.7...): "is rather likely, but that is not sure"
      case (_, ...0.3): "is rather unlikely, but that is not sure"
      default: "may be likely or unlikely: that cannot be said"
      }
    return "\(what) \(verdict)."
  }

  /// What drives a chance, each group of inputs alone.
  private func say(_ tornado: Tornado, on page: inout Page) {
    page.heading("What \(label(of: tornado.measure)) hangs on most")
    func words(_ range: DrawnRange) -> String { figures(range, of: tornado.measure) }
    let shown = tornado.bars.filter {
      Figures.hundredths($0.range.low) != Figures.hundredths($0.range.high)
    }
    let alike = tornado.bars.filter { bar in !shown.contains { $0.group == bar.group } }
    guard !shown.isEmpty else {
      page.say("No group of inputs alone makes a difference that shows.", indent: 2, hang: 2)
      return
    }
    if settings.isSpoken {
      var table = Table([.leading, .leading, .leading])
      for bar in shown {
        table.add(
          Phrase(bar.group.words),
          Phrase(words(bar.range)),
          Phrase(bar.group.error(in: scenario))
        )
      }
      page.show(table)
    } else {
      show(shown, of: tornado, on: &page)
    }
    if !alike.isEmpty {
      page.say(
        "Alone without a difference that shows: \(Phrase(alike.map(\.group.words).joined(separator: "; "))).",
        indent: 2,
        hang: 2
      )
    }
    page.say(
      "In 100. Each row: one group drawn alone, all else as estimated\(settings.isSpoken ? "" : " (the stroke)"); "
        + "8 of 10 draws.\(togetherness(of: tornado))",
      indent: 2,
      hang: 2
    )
  }

  /// The bars, with figures and how far off each group is taken to be.
  private func show(_ bars: [Tornado.Bar], of tornado: Tornado, on page: inout Page) {
    let plot = TornadoPlot(of: bars, around: tornado.estimate)
    let label = bars.map(\.group.words.count).max() ?? 0
    func padded(_ text: String, to width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.displayWidth))
    }
    let figures = bars.map { self.figures($0.range, of: tornado.measure) }
    let width = figures.map(\.displayWidth).max() ?? 0
    page.show(
      rows: zip(bars, figures).map { bar, figures in
        "  \(padded(bar.group.words, to: label))  \(plot.row(of: bar.range))  "
          + "\(padded(figures, to: width))  \(bar.group.error(in: scenario))"
      }.map { Phrase($0).trimmingEnd }
    )
    page.show(rows: [Phrase("  \(padded("", to: label))  \(plot.axis)")])
  }

  /// Whether groups do more together than each for itself.
  private func togetherness(of tornado: Tornado) -> String {
    guard let sum = tornado.additivity else { return "" }
    if sum < 0.7 { return " Together they do more than their sum." }
    return sum > 1.3 ? " Together they do less than their sum." : ""
  }

  private func sayLimits(of answer: UncertaintyAnswer, on page: inout Page) {
    page.heading("What that covers")
    if scenario.fallback != nil, session.circumstances.fallback == nil {
      page.say(
        "That failure leads to no treaty and to no worse text is taken as certain now; `assumptions` shows what that is worth.",
        indent: 2,
        hang: 2
      )
    }
    page.say(
      "How far each may be off is judgement (sd: standard deviation; ±: ends of a range). Not drawn: absence, "
        + "influence and discipline, red lines, what is traded in the room, and whether the model is right at all."
        + "\(scenario.spread.isNone ? " Positions, saliences and placements are invented with the room and taken as exact." : "")",
      indent: 2,
      hang: 2
    )
  }

  private func label(of measure: Tornado.Measure) -> String {
    switch measure {
    case .adoption: "adoption"
    case .consensus: "consensus"
    case .agreement: "agreement"
    case .yes: "yes votes"
    }
  }

  private func figure(_ value: Double, of measure: Tornado.Measure) -> String {
    measure == .yes ? "\(Figures.rounded(value))" : Figures.hundredths(value)
  }

  /// The range with its ends as they are read: `4–83`.
  private func figures(_ range: DrawnRange, of measure: Tornado.Measure) -> String {
    let low = figure(range.low, of: measure)
    let high = figure(range.high, of: measure)
    return low == high ? low : "\(low)–\(high)"
  }
}
