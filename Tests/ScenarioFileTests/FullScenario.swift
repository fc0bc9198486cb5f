import ScenarioFile

/// A folder that uses every key of the format.
let fullScenario = files([
  ("scenario.yaml", fullText),
  ("articles.yaml", fullArticles),
  ("delegations.csv", fullTable),
  ("observers.yaml", fullObservers),
  ("principles.yaml", fullPrinciples),
  ("README.md", "Not read."),
])

private let fullText = """
  plenary: 1
  id: full
  title: Everything
  summary: >-
    One thing,
    said in two lines.
  body:
    name: Committee
    rule:
      all: [{ of: members, atLeast: 2 }, { of: population, share: 0.65 }, { veto: [CCC] }]
    consensusFirst: true
  model: { sensitivity: 3, valence: -0.5 }
  rounds: 4
  opening: zero
  firstMove: try 6.10 no
  issues:
    - id: scope
      title: Scope
      low: narrow
      high: wide
      scale: { "0": nothing, "62.5": much }
      noAgreement: { G77: 65, default: 50, North: 20 }
    - { id: rights, title: Rights, low: weak, high: strong, noAgreement: 50 }
  fallback: { draft: worst, chance: 0.4 }
  drafts:
    worst: { title: The other text }
    zero:
      title: Zero draft
      date: 2024-08-08
      fallbackChance: 0
      package: true
      wordings: { 6.1: absent, 6.10: no, "7": only }
  blocs:
    South: { title: The South, discipline: 0.6, coordinator: BBB }
  redLines:
    - { of: AAA, clause: 6.1, issue: rights, above: 80, price: 0.1, reason: Too much. }
    - { of: G77, clause: 6.10, issue: scope, below: 20, price: 0 }
    - { of: South, clause: 7, wording: absent, price: 0.1 }

  """

private let fullArticles = """
  articles:
    - number: 6
      title: Of rights
      clauses:
        - id: 6.1
          kind: safeguard
          weight: { rights: 2 }
          absent: { rights: 10 }
          wordings:
            - { id: only, title: Only, text: Only this., placements: { rights: 60 } }
        - id: 6.10
          title: No reading
          kind: power
          weight: { scope: 1, rights: 0.5 }
          absent: { rights: 40, scope: 30 }
          wordings:
            - id: no
              title: No
              text: No.
              placements: { scope: 0, rights: 100 }
              heldBy: [CCC, North, G77]
              source: Record, page 3
            - { id: yes, title: Yes, text: Yes., placements: { scope: 100, rights: 0 } }
    - number: 7
      title: Of scope
      clauses:
        - id: 7
          kind: institution
          weight: { scope: 1 }
          absent: { scope: 0 }
          wordings:
            - { id: only, title: Only, text: Only this., placements: { scope: 60 } }

  """

private let fullTable = """
  id,name,bloc,population,position.rights,position.scope,salience.scope,salience.rights,\
  influence,absence,openness,groups,basis,source
  AAA,"Aland, the isles",North,5,80,20,3,1,2,,0.5,G77|LDC,imputed,Own count
  BBB,Borduria,South,0,30,80.5,,,,0.1,,,,

  CCC,Cordium,North,2.5,50,50,0,0,,,,,bloc,

  """

private let fullObservers = """
  observers:
    - id: bureau
      name: The Bureau
      kind: office
      reach: 0.8
      prior: -20
      source: Its statement
      criteria:
        - clause: 6.1
          wanted: { rights: [75, 100] }
          weight: 3
          principle: Rights first
          concern: We are concerned.
          redLine: true
          source: Page 2
        - { clause: 7, wanted: { scope: [0, 0] }, weight: 1, principle: Less is more,
            requires: [only this], forbids: [all, any] }

  """

private let fullPrinciples = """
  principles:
    - id: necessity
      title: Necessity
      asks: Only what is needed.
      source: A list
      tests:
        - clause: 6.10
          met: [no]
          partly: [yes]
          why: whether it is needed
          phrases: { met: [only where needed], partly: [needed] }
        - { clause: 7, met: [], partly: [only] }

  """
