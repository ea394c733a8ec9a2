graph [
  node [
    id 0
    label "Ada Moss"
  ]
  node [
    id 1
    label "Zo&#235; Lind"
  ]
  node [
    id 2
    label "Cy Lund"
  ]
  edge [
    source 0
    target 1
    value 3
  ]
  edge [
    source 0
    target 2
    value 1
  ]
]
