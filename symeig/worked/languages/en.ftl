# The words of worked solutions in English. Mathematics stands in placeables, { $matrix }; docs/how-to/translate.md says more.

## Titles and tasks

title-auto = Eigenvalues, eigenvectors and the simplest form
title-eigenvalues = Eigenvalues
title-eigenvectors = Eigenvalues and eigenvectors
title-diagonalize = Diagonalization
title-jordan = Jordan form
title-orthogonal = Orthogonal diagonalization

section-task = Problem
task-auto = Find the eigenvalues and eigenvectors of the matrix, and diagonalize it if that is possible; otherwise find its Jordan form.
task-eigenvalues = Find the eigenvalues of the matrix.
task-eigenvectors = Find the eigenvalues of the matrix and a basis of each eigenspace.
task-diagonalize = Diagonalize the matrix.
task-jordan = Find the Jordan form of the matrix, and a matrix that brings it to this form.
task-orthogonal = Diagonalize the matrix by an orthonormal basis of eigenvectors.

## Statement

read-as-decimal = Decimals were read as the fractions that they print as: 0.1 is 1/10.
read-as-binary = Decimals were read as the exact values of their bits.
has-parameters = { $count ->
    [one] The letter { $parameters } is a parameter; what is assumed about it is said at the end.
   *[other] The letters { $parameters } are parameters; what is assumed about them is said at the end.
  }

## Shortcuts

## Characteristic matrix

## Determinant

## Factoring

## Eigenvalues

## Row reduction and eigenspaces

## Conjugates

## Diagonalizability

## Chains

## Gram–Schmidt

## Assembly

## Conditions

## Conclusion

## Notation

## Renderers
