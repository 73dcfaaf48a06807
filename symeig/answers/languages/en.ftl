# What is said of answers, in English. Of each mistake there are two messages: a hint that does not give the answer away,
# and one that says what is what. docs/how-to/translate.md says more about these files.

## Verdicts

verdict-correct = Correct.
verdict-partial = Partly correct.
verdict-incorrect = Not correct.
verdict-invalid = This cannot be read. It does not count as an attempt.

## Eigenvalues

root-sign = Look at the signs: which number makes the factor zero?
root-sign-full = These are the negatives of the eigenvalues: λ − a is zero at a, and λ + a at −a. The eigenvalues add up to the trace, { $trace }.
diagonal = When can eigenvalues be read off the diagonal?
diagonal-full = Reading the diagonal works for triangular matrices alone. Find the zeros of det(A − λI).
row-reduced = Do row operations keep eigenvalues?
row-reduced-full = Row operations change eigenvalues. Subtract λ on the diagonal of the original matrix first, and then compute det(A − λI).
pivots = Are pivots eigenvalues?
pivots-full = These are the pivots of an elimination. Their product is the determinant, { $determinant }, but elimination changes eigenvalues.
trace-det = What role do trace and determinant play in the characteristic polynomial?
trace-det-full = { $trace } and { $determinant } are the trace and the determinant. The eigenvalues are the zeros of { $polynomial }.
det-minus-lambda = Where does λ have to be subtracted, and when?
det-minus-lambda-full = This is det(A), or det(A) − λ. Subtract λ from every entry on the diagonal first, and take the determinant then.
missing-identity = From which entries is λ subtracted in A − λI?
missing-identity-full = λ was subtracted from every entry. In A − λI it is subtracted on the diagonal alone, because I is zero elsewhere.
det-sign = Check the determinant of a 2×2 matrix.
det-sign-full = The determinant is ad − bc, with a minus sign: here it is { $determinant }.
inverse = Of which matrix are these the eigenvalues?
inverse-full = These are the reciprocals: the eigenvalues of the inverse.
power = Of which matrix are these the eigenvalues?
power-full = These are the squares: the eigenvalues of A².
singular-values = Which matrix has these numbers to do with?
singular-values-full = These are singular values: square roots of the eigenvalues of AᵀA. Those of A are zeros of { $polynomial }.
multiplicity-missing = Does every eigenvalue count once?
multiplicity-missing-full = The values are right. Give each as often as it is a zero of { $polynomial }.
multiplicity-wrong = The values are right. How often does each count?
multiplicity-wrong-full = The values are right, but not how often each counts: factor { $polynomial }.
conjugate-missing = The matrix is real. What does that say about eigenvalues that are not?
conjugate-missing-full = Eigenvalues of a real matrix that are not real come in conjugate pairs.
zero-eigenvalue = Is the matrix invertible?
zero-eigenvalue-full = The matrix is singular, so 0 is an eigenvalue. It is the zero vector that cannot be an eigenvector.
missing = How many eigenvalues are there, with multiplicity?
missing-full = A matrix with { $n } rows has { $n } eigenvalues, counted with multiplicity. They add up to the trace, { $trace }.
too-many = How many eigenvalues can there be?
too-many-full = A matrix with { $n } rows has { $n } eigenvalues, counted with multiplicity.
field = Which numbers are allowed as eigenvalues here?
field-full = Over the complex numbers every matrix has eigenvalues; over the real numbers those that are not real do not count.
rounded = Give the exact value.
rounded-full = This is right up to rounding. Give the exact value, with roots and fractions.
follow-through = This follows from your earlier answer. Check that one.
follow-through-full = This is consistent with your earlier answer, so the method is right; the slip was made before.

## Characteristic polynomial

convention = Which of det(λI − A) and det(A − λI) is asked for?
convention-full = The zeros are right. The other convention is asked for, which differs by the factor (−1)ⁿ.
offdiagonal = Is the determinant the product of the diagonal entries?
offdiagonal-full = The entries beside the diagonal are missing: the product of the diagonal alone is the determinant of a triangular matrix.
trace-sign = Check the coefficient next to the leading one.
trace-sign-full = That coefficient is minus the trace: −({ $trace }).
cofactor-sign = Check the signs of the cofactors.
cofactor-sign-full = Cofactors alternate in sign: + − +.
minpoly = Which degree does the characteristic polynomial have?
minpoly-full = This is the minimal polynomial. The characteristic polynomial has degree { $n }.

## Eigenvectors

zero-vector = Which vector is excluded in the definition of an eigenvector?
zero-vector-full = The zero vector is no eigenvector: A·0 = λ·0 for every λ. If nothing else was found, the elimination or λ is wrong.
swapped = Check which vector belongs to which eigenvalue.
swapped-full = The vectors are eigenvectors, each with the eigenvalue of another one.
transpose = Was the system solved with A, or with its transpose?
transpose-full = These are eigenvectors of the transpose (left eigenvectors of A).
row-not-null = What does (A − λI)v = 0 say about v and the rows?
row-not-null-full = This is a row of A − λI. An eigenvector is perpendicular to all rows.
column-space = Column space, or null space?
column-space-full = This is a column of A − λI. Eigenvectors are in its null space; for a 2×2 matrix its columns are eigenvectors of the other eigenvalue.
sign = Check a sign.
sign-full = One sign slipped when the equation of a row was solved for a variable.
scale-entry = Check which component is which multiple of which.
scale-entry-full = The components are interchanged: x = y/2 says that y is twice x.
reciprocal = Check which component is which multiple of which.
reciprocal-full = Each component is the reciprocal of what it should be: x = y/2 says that y is twice x.
eigenspace-dim = How many free variables does (A − λI)v = 0 have?
eigenspace-dim-full = The vectors are right, and there are more: the dimension of an eigenspace is n minus the rank of A − λI.
dependent = Are the vectors independent?
dependent-full = The vectors are right, but they are linearly dependent.
spanning-not-basis = Are the vectors independent?
spanning-not-basis-full = The vectors span the eigenspace, but they are dependent: a basis has no superfluous vector.
mixed-eigenspaces = Check each vector: is it an eigenvector of this eigenvalue?
mixed-eigenspaces-full = A vector is an eigenvector of another eigenvalue.
sum-of-eigenvectors = Is a sum of eigenvectors an eigenvector?
sum-of-eigenvectors-full = A vector is the sum of eigenvectors of different eigenvalues. Such a sum is no eigenvector.
generalized = Multiply A − λI by this vector once.
generalized-full = This is a generalized eigenvector: (A − λI)v is not zero, a higher power is.

## Decompositions

defective-missed = How many independent eigenvectors are there?
defective-missed-full = The matrix is defective: it has fewer than { $n } independent eigenvectors, so there is no invertible P.
p-singular = Does P have an inverse?
p-singular-full = AP = PD holds, but P has no inverse, so that A = PDP⁻¹ means nothing.
d-not-diagonal = Which form must D have?
d-not-diagonal-full = AP = PD holds, but D is not diagonal.
pd-order = Compare the order of the columns of P with that of the entries of D.
pd-order-full = P and D are right, each by itself: column j of P has to be an eigenvector of entry j of D.
rows-not-columns = Where do the eigenvectors stand in P?
rows-not-columns-full = The eigenvectors are the rows. They have to be the columns of P.
p-inverse = Is A = PDP⁻¹, or P⁻¹DP?
p-inverse-full = This is P⁻¹ in the place of P: A = PDP⁻¹ is asked for.
not-normalised = Which lengths do the columns of Q have?
not-normalised-full = The columns are orthogonal. Divide each by its length.
not-orthogonal = Are all columns of Q perpendicular to one another?
not-orthogonal-full = Eigenvectors of one eigenvalue are not perpendicular by themselves: use Gram–Schmidt within its eigenspace.
gs-across = Are the columns still eigenvectors?
gs-across-full = Gram–Schmidt across different eigenvalues destroys eigenvectors; the result is a Schur form. Only symmetric matrices have orthogonal eigenvectors.
congruence = Is Qᵀ the inverse of Q?
congruence-full = QᵀAQ = D holds, but Q is not orthogonal: this is a congruence, and D does not show the eigenvalues.
j-lower = Where do the ones of a Jordan block stand?
j-lower-full = Right, with the ones below the diagonal. Here they stand above it.
j-upper = Where do the ones of a Jordan block stand?
j-upper-full = Right, with the ones above the diagonal. Here they stand below it.
block-sizes = How long are the chains?
block-sizes-full = Eigenvalues and number of blocks are right. The sizes follow from the ranks of powers of A − λI.
chain-reversed = Which vector of a chain comes first?
chain-reversed-full = The chain is reversed: the eigenvector comes first.
chain-scale = Which multiple of the vector before comes from (A − λI)v?
chain-scale-full = A chain can only be scaled as a whole: (A − λI)v must be the vector before it, not a multiple.
chain-start = Does a chain begin with this eigenvector?
chain-start-full = This eigenvector is not in the image of A − λI, so no chain goes on from it. Choose one that is.

## Claims and powers

repeated-means-defective = Does a repeated eigenvalue settle the question?
repeated-means-defective-full = Compare the dimension of each eigenspace with the multiplicity: here they are equal.
invertible-diagonalizable = Has invertibility anything to do with it?
invertible-diagonalizable-full = A singular matrix can be diagonalizable: 0 is an eigenvalue like any other.
generic-only = Does the answer depend on the parameter?
generic-only-full = The answer is not the same for all values of the parameter. Look at the values where eigenvalues coincide.
psd-as-pd = Is 0 an eigenvalue?
psd-as-pd-full = 0 is an eigenvalue, so the matrix is only semidefinite.
weaker = Is more true?
weaker-full = This is true, and more is: look at the smallest eigenvalue in absolute value.
positive-entries = Do positive entries say anything about eigenvalues?
positive-entries-full = All entries are positive, and yet there is a negative eigenvalue.
entrywise = How are matrices multiplied?
entrywise-full = The entries were raised to the power. Aᵏ is a product of matrices.
dn-only = Is this the power of A, or of D?
dn-only-full = This is Dᵏ. Aᵏ = PDᵏP⁻¹.
pdk = What stands behind Dᵏ?
pdk-full = Aᵏ = PDᵏP⁻¹, with the inverse of P at the end.
same = How do eigenvalues change when the matrix is inverted?
same-full = These are the eigenvalues of A. From Av = λv follows A⁻¹v = (1/λ)v.
negated = How do eigenvalues change when the matrix is inverted?
negated-full = These are the negatives of the eigenvalues of A. From Av = λv follows A⁻¹v = (1/λ)v.

## Mistakes in the summary of a class: what some of its students did

root-sign-name = gave the negatives of the eigenvalues
diagonal-name = took the diagonal entries
row-reduced-name = took the eigenvalues of a row-reduced matrix
pivots-name = took the pivots
trace-det-name = took the trace and the determinant
det-minus-lambda-name = subtracted λ from the determinant
missing-identity-name = subtracted λ from every entry
det-sign-name = added in a 2×2 determinant
inverse-name = gave the eigenvalues of the inverse
power-name = gave the squares of the eigenvalues
singular-values-name = gave the singular values
multiplicity-missing-name = left out multiplicities
multiplicity-wrong-name = gave wrong multiplicities
conjugate-missing-name = left out complex conjugates
zero-eigenvalue-name = left out the eigenvalue 0
missing-name = left out eigenvalues
too-many-name = gave more values than there are rows
field-name = took the wrong field of numbers
rounded-name = rounded the values
follow-through-name = went on correctly from a wrong answer
convention-name = took the other convention of the polynomial
offdiagonal-name = multiplied the diagonal entries alone
trace-sign-name = took the trace with the wrong sign
cofactor-sign-name = did not alternate the signs of cofactors
minpoly-name = gave the minimal polynomial
zero-vector-name = gave the zero vector
swapped-name = put vectors beside the wrong eigenvalues
transpose-name = solved with the transpose
row-not-null-name = gave a row of A − λI
column-space-name = gave a column of A − λI
sign-name = slipped in a sign of a vector
scale-entry-name = interchanged the components of a vector
reciprocal-name = gave the reciprocals of the components
eigenspace-dim-name = gave too few vectors
dependent-name = gave dependent vectors
spanning-not-basis-name = gave a superfluous vector
mixed-eigenspaces-name = mixed eigenspaces
sum-of-eigenvectors-name = added eigenvectors of different eigenvalues
generalized-name = gave a generalized eigenvector
defective-missed-name = diagonalized a matrix that is defective
p-singular-name = gave a P without inverse
d-not-diagonal-name = gave a D that is not diagonal
pd-order-name = ordered P and D differently
rows-not-columns-name = put eigenvectors into rows
p-inverse-name = gave the inverse of P
not-normalised-name = did not normalise the columns
not-orthogonal-name = did not make an eigenspace orthogonal
gs-across-name = used Gram–Schmidt across eigenvalues
congruence-name = completed squares
j-lower-name = put the ones below the diagonal
j-upper-name = put the ones above the diagonal
block-sizes-name = gave blocks of wrong sizes
chain-reversed-name = reversed a chain
chain-scale-name = scaled a part of a chain
chain-start-name = began a chain with the wrong eigenvector
repeated-means-defective-name = took a repeated eigenvalue for a defect
invertible-diagonalizable-name = took singular for not diagonalizable
generic-only-name = forgot special values of the parameter
psd-as-pd-name = overlooked that 0 is an eigenvalue
weaker-name = claimed less than is true
positive-entries-name = looked at the signs of the entries
entrywise-name = raised the entries to the power
dn-only-name = gave the power of D
pdk-name = left out the inverse of P
same-name = gave the eigenvalues of A itself
negated-name = gave the negatives

## Summaries of a class

summary-title = Answers of a class
summary-verdicts = Verdicts
summary-mistakes = Mistakes
summary-question = question
summary-answers = answers
summary-correct = correct
summary-partial = partly
summary-incorrect = wrong
summary-invalid = unreadable
summary-mean = mean
summary-marks = out of
summary-of = { $count } of { $answers }
summary-more = and { $count } more kinds
summary-none = No known mistake was recognised.
summary-share = share of the answers to a question
summary-score = Score: { $score }
summary-mistake = mistake
