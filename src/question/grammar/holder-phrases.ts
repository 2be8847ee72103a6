import type { Phrase } from './phrases.ts'

/** Who holds links, or whom to ask about them. */
export const HOLDER_PHRASES: readonly Phrase<'holder'>[] = [
  [
    'who|what|which body|council|association? still? holds|hold|held|runs|run|manages|manage|owns|own|organises|organise',
    'holder',
  ],
  [
    'council|mayor|association the? council|mayor|association? or? a|an|the? council|mayor|association',
    'holder',
  ],
  [
    'a|an|the? council|councils|mayor|association|associations matter|affair|business|responsibility? or a|an|the? council|councils|mayor|association|associations',
    'holder',
  ],
  ['council|association run|held|led or the? council|association run|held|led?', 'holder'],
  ['who do|should|can|to? i|we contact|ask about|for|at?', 'holder'],
  ['who do|should|can|to? i|we speak|talk to|with about|for|at?', 'holder'],
  ['who|what|which body|council|association? looks|look after', 'holder'],
  ['the council|association|body still? holds|held|holding|runs|run|running', 'holder'],
  ['does|do|is the? council|councils|association still? run|hold|manage|own|organise', 'holder'],
  [
    'a|an|the council|civic|community|association|municipal link|links|twinning|twinnings|partnership',
    'holder',
  ],
  [
    'held|run|owned|organised|managed|led by a|an|the? council|association or|and a|an|the? twinning? association|council',
    'holder',
  ],
  [
    'held|run|owned|organised|managed by a|an|the? council|association or a|an|the? council|association',
    'holder',
  ],
]
