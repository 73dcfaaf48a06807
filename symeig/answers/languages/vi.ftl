# Lời nhận xét về câu trả lời, bằng tiếng Việt. Mỗi lỗi có hai câu: một gợi ý không lộ đáp án, và một câu giải thích.

## Kết luận

verdict-correct = Đúng.
verdict-partial = Đúng một phần.
verdict-incorrect = Chưa đúng.
verdict-invalid = Không đọc được câu trả lời này. Lần này không bị tính.

## Trị riêng

root-sign = Hãy xem lại dấu: số nào làm cho nhân tử bằng không?
root-sign-full = Đây là các số đối của trị riêng: λ − a bằng không tại a, còn λ + a bằng không tại −a. Tổng các trị riêng bằng vết, tức là { $trace }.
diagonal = Khi nào có thể đọc trị riêng trên đường chéo?
diagonal-full = Chỉ ma trận tam giác mới cho phép đọc trị riêng trên đường chéo. Hãy tìm nghiệm của det(A − λI).
row-reduced = Phép biến đổi hàng có giữ nguyên trị riêng không?
row-reduced-full = Phép biến đổi hàng làm thay đổi trị riêng. Hãy trừ λ trên đường chéo của ma trận ban đầu trước, rồi mới tính det(A − λI).
pivots = Phần tử trụ có phải là trị riêng không?
pivots-full = Đây là các phần tử trụ của phép khử. Tích của chúng là định thức, { $determinant }, nhưng phép khử làm thay đổi trị riêng.
trace-det = Vết và định thức đóng vai trò gì trong đa thức đặc trưng?
trace-det-full = { $trace } và { $determinant } là vết và định thức. Trị riêng là nghiệm của { $polynomial }.
det-minus-lambda = Phải trừ λ ở đâu, và khi nào?
det-minus-lambda-full = Đây là det(A), hoặc det(A) − λ. Hãy trừ λ ở mọi phần tử trên đường chéo trước, rồi mới tính định thức.
missing-identity = Trong A − λI, λ được trừ ở những phần tử nào?
missing-identity-full = λ đã bị trừ ở mọi phần tử. Trong A − λI chỉ trừ trên đường chéo, vì ngoài đường chéo I bằng không.
det-sign = Hãy kiểm tra lại định thức của ma trận 2×2.
det-sign-full = Định thức là ad − bc, với dấu trừ: ở đây là { $determinant }.
inverse = Đây là trị riêng của ma trận nào?
inverse-full = Đây là các nghịch đảo: trị riêng của ma trận nghịch đảo.
power = Đây là trị riêng của ma trận nào?
power-full = Đây là các bình phương: trị riêng của A².
singular-values = Những số này liên quan đến ma trận nào?
singular-values-full = Đây là các trị kỳ dị: căn bậc hai của trị riêng của AᵀA. Trị riêng của A là nghiệm của { $polynomial }.
multiplicity-missing = Mỗi trị riêng có chỉ được tính một lần không?
multiplicity-missing-full = Các giá trị đều đúng. Hãy viết mỗi giá trị đúng bằng số bội của nó trong { $polynomial }.
multiplicity-wrong = Các giá trị đều đúng. Mỗi giá trị có bội bao nhiêu?
multiplicity-wrong-full = Các giá trị đều đúng, nhưng bội thì chưa: hãy phân tích { $polynomial } thành nhân tử.
conjugate-missing = Ma trận là ma trận thực. Điều đó nói gì về các trị riêng không thực?
conjugate-missing-full = Trị riêng không thực của ma trận thực luôn đi thành cặp liên hợp.
zero-eigenvalue = Ma trận có khả nghịch không?
zero-eigenvalue-full = Ma trận suy biến, nên 0 là một trị riêng. Chỉ có vector không mới không thể là vector riêng.
missing = Có bao nhiêu trị riêng, kể cả bội?
missing-full = Ma trận có { $n } hàng thì có { $n } trị riêng kể cả bội. Tổng của chúng bằng vết, { $trace }.
too-many = Có thể có bao nhiêu trị riêng?
too-many-full = Ma trận có { $n } hàng thì có { $n } trị riêng kể cả bội.
field = Ở đây trị riêng được lấy trên trường số nào?
field-full = Trên trường số phức, mọi ma trận đều có trị riêng; trên trường số thực, giá trị không thực không được tính.
rounded = Hãy cho giá trị chính xác.
rounded-full = Đúng sau khi làm tròn. Hãy cho giá trị chính xác, với căn và phân số.
follow-through = Kết quả này suy ra từ câu trả lời trước của bạn. Hãy kiểm tra lại câu đó.
follow-through-full = Kết quả phù hợp với câu trả lời trước của bạn, nên phương pháp đúng; lỗi nằm ở câu trước.

## Đa thức đặc trưng

convention = Đề hỏi det(λI − A) hay det(A − λI)?
convention-full = Nghiệm thì đúng. Đề hỏi quy ước kia, khác nhau thừa số (−1)ⁿ.
offdiagonal = Định thức có phải là tích các phần tử trên đường chéo không?
offdiagonal-full = Thiếu các phần tử ngoài đường chéo: chỉ ma trận tam giác mới có định thức bằng tích đường chéo.
trace-sign = Hãy kiểm tra hệ số đứng ngay sau hệ số cao nhất.
trace-sign-full = Hệ số đó là số đối của vết: −({ $trace }).
cofactor-sign = Hãy kiểm tra dấu của các phần bù đại số.
cofactor-sign-full = Phần bù đại số đổi dấu xen kẽ: + − +.
minpoly = Đa thức đặc trưng có bậc bao nhiêu?
minpoly-full = Đây là đa thức tối tiểu. Đa thức đặc trưng có bậc { $n }.

## Vector riêng

zero-vector = Định nghĩa vector riêng loại trừ vector nào?
zero-vector-full = Vector không không phải là vector riêng: A·0 = λ·0 với mọi λ. Nếu không tìm được vector nào khác thì phép khử hoặc λ đã sai.
swapped = Hãy kiểm tra vector nào ứng với trị riêng nào.
swapped-full = Các vector đều là vector riêng, nhưng mỗi vector lại đi với trị riêng của vector khác.
transpose = Bạn đã giải hệ với A hay với ma trận chuyển vị?
transpose-full = Đây là vector riêng của ma trận chuyển vị (vector riêng trái của A).
row-not-null = (A − λI)v = 0 nói gì về v và các hàng?
row-not-null-full = Đây là một hàng của A − λI. Vector riêng vuông góc với mọi hàng.
column-space = Không gian cột hay không gian nghiệm?
column-space-full = Đây là một cột của A − λI. Vector riêng nằm trong không gian nghiệm; với ma trận 2×2, các cột là vector riêng của trị riêng kia.
sign = Hãy kiểm tra một dấu.
sign-full = Một dấu đã bị nhầm khi rút một ẩn từ phương trình của một hàng.
scale-entry = Hãy kiểm tra thành phần nào gấp mấy lần thành phần nào.
scale-entry-full = Các thành phần bị đổi chỗ: x = y/2 nghĩa là y gấp đôi x.
reciprocal = Hãy kiểm tra thành phần nào gấp mấy lần thành phần nào.
reciprocal-full = Mỗi thành phần là nghịch đảo của giá trị đúng: x = y/2 nghĩa là y gấp đôi x.
eigenspace-dim = Hệ (A − λI)v = 0 có bao nhiêu ẩn tự do?
eigenspace-dim-full = Các vector đều đúng, nhưng còn thiếu: số chiều của không gian riêng bằng n trừ đi hạng của A − λI.
dependent = Các vector có độc lập tuyến tính không?
dependent-full = Các vector đều đúng, nhưng chúng phụ thuộc tuyến tính.
spanning-not-basis = Các vector có độc lập tuyến tính không?
spanning-not-basis-full = Các vector sinh ra không gian riêng, nhưng phụ thuộc tuyến tính: cơ sở không có vector thừa.
mixed-eigenspaces = Hãy kiểm tra từng vector: nó có phải là vector riêng của trị riêng này không?
mixed-eigenspaces-full = Có một vector là vector riêng của trị riêng khác.
sum-of-eigenvectors = Tổng các vector riêng có phải là vector riêng không?
sum-of-eigenvectors-full = Có một vector là tổng các vector riêng của những trị riêng khác nhau. Tổng như vậy không phải là vector riêng.
generalized = Hãy nhân A − λI với vector này một lần.
generalized-full = Đây là vector riêng suy rộng: (A − λI)v khác không, chỉ một lũy thừa cao hơn mới cho không.

## Phân tích ma trận

defective-missed = Có bao nhiêu vector riêng độc lập tuyến tính?
defective-missed-full = Ma trận không chéo hóa được: nó có ít hơn { $n } vector riêng độc lập, nên không có P khả nghịch.
p-singular = P có ma trận nghịch đảo không?
p-singular-full = AP = PD đúng, nhưng P không có nghịch đảo, nên A = PDP⁻¹ không có nghĩa.
d-not-diagonal = D phải có dạng nào?
d-not-diagonal-full = AP = PD đúng, nhưng D không phải là ma trận chéo.
pd-order = Hãy so sánh thứ tự các cột của P với thứ tự các phần tử của D.
pd-order-full = Riêng P và riêng D thì đúng: cột j của P phải là vector riêng ứng với phần tử j của D.
rows-not-columns = Các vector riêng đứng ở đâu trong P?
rows-not-columns-full = Các vector riêng đang là hàng. Chúng phải là cột của P.
p-inverse = A = PDP⁻¹ hay P⁻¹DP?
p-inverse-full = Đây là P⁻¹ thay cho P: đề hỏi A = PDP⁻¹.
not-normalised = Các cột của Q có độ dài bao nhiêu?
not-normalised-full = Các cột đã trực giao. Hãy chia mỗi cột cho độ dài của nó.
not-orthogonal = Các cột của Q có đôi một vuông góc không?
not-orthogonal-full = Các vector riêng của cùng một trị riêng không tự vuông góc: hãy dùng Gram–Schmidt trong không gian riêng đó.
gs-across = Các cột có còn là vector riêng không?
gs-across-full = Gram–Schmidt giữa những trị riêng khác nhau làm mất vector riêng; kết quả là dạng Schur. Chỉ ma trận đối xứng mới có các vector riêng trực giao.
congruence = Qᵀ có phải là nghịch đảo của Q không?
congruence-full = QᵀAQ = D đúng, nhưng Q không trực giao: đây là phép tương đẳng, và D không cho thấy trị riêng.
j-lower = Các số 1 của khối Jordan đứng ở đâu?
j-lower-full = Đúng, với các số 1 ở dưới đường chéo. Ở đây chúng đứng phía trên.
j-upper = Các số 1 của khối Jordan đứng ở đâu?
j-upper-full = Đúng, với các số 1 ở trên đường chéo. Ở đây chúng đứng phía dưới.
block-sizes = Các chuỗi dài bao nhiêu?
block-sizes-full = Trị riêng và số khối đều đúng. Cỡ các khối suy ra từ hạng của các lũy thừa của A − λI.
chain-reversed = Vector nào của chuỗi đứng trước?
chain-reversed-full = Chuỗi bị đảo ngược: vector riêng phải đứng trước.
chain-scale = (A − λI)v là bội nào của vector đứng trước?
chain-scale-full = Chỉ có thể nhân cả chuỗi với một số: (A − λI)v phải là đúng vector đứng trước, không phải bội của nó.
chain-start = Có chuỗi nào bắt đầu từ vector riêng này không?
chain-start-full = Vector riêng này không nằm trong ảnh của A − λI, nên không có chuỗi nào đi tiếp từ nó. Hãy chọn vector khác.

## Khẳng định và lũy thừa

repeated-means-defective = Trị riêng bội có quyết định được câu hỏi không?
repeated-means-defective-full = Hãy so sánh số chiều mỗi không gian riêng với bội: ở đây chúng bằng nhau.
invertible-diagonalizable = Tính khả nghịch có liên quan gì không?
invertible-diagonalizable-full = Ma trận suy biến vẫn có thể chéo hóa được: 0 cũng là một trị riêng như mọi số khác.
generic-only = Câu trả lời có phụ thuộc vào tham số không?
generic-only-full = Câu trả lời không giống nhau với mọi giá trị của tham số. Hãy xét các giá trị mà tại đó trị riêng trùng nhau.
psd-as-pd = 0 có phải là trị riêng không?
psd-as-pd-full = 0 là một trị riêng, nên ma trận chỉ nửa xác định.
weaker = Có điều gì mạnh hơn cũng đúng không?
weaker-full = Điều này đúng, và còn có điều mạnh hơn: hãy xét trị riêng có trị tuyệt đối nhỏ nhất.
positive-entries = Các phần tử dương có nói gì về trị riêng không?
positive-entries-full = Mọi phần tử đều dương, nhưng vẫn có trị riêng âm.
entrywise = Nhân ma trận như thế nào?
entrywise-full = Đã lũy thừa từng phần tử. Aᵏ là tích của các ma trận.
dn-only = Đây là lũy thừa của A hay của D?
dn-only-full = Đây là Dᵏ. Aᵏ = PDᵏP⁻¹.
pdk = Đứng sau Dᵏ là gì?
pdk-full = Aᵏ = PDᵏP⁻¹, với nghịch đảo của P ở cuối.
same = Trị riêng thay đổi thế nào khi lấy nghịch đảo của ma trận?
same-full = Đây là trị riêng của A. Từ Av = λv suy ra A⁻¹v = (1/λ)v.
negated = Trị riêng thay đổi thế nào khi lấy nghịch đảo của ma trận?
negated-full = Đây là số đối của các trị riêng của A. Từ Av = λv suy ra A⁻¹v = (1/λ)v.

## Lỗi trong bảng tổng kết của một lớp: một số sinh viên đã làm gì

root-sign-name = lấy số đối của các trị riêng
diagonal-name = lấy các phần tử trên đường chéo
row-reduced-name = lấy trị riêng của ma trận đã biến đổi hàng
pivots-name = lấy các phần tử trụ
trace-det-name = lấy vết và định thức
det-minus-lambda-name = trừ λ khỏi định thức
missing-identity-name = trừ λ ở mọi phần tử
det-sign-name = cộng thay vì trừ trong định thức 2×2
inverse-name = lấy trị riêng của ma trận nghịch đảo
power-name = lấy bình phương của các trị riêng
singular-values-name = lấy các trị kỳ dị
multiplicity-missing-name = bỏ qua số bội
multiplicity-wrong-name = cho sai số bội
conjugate-missing-name = thiếu các giá trị liên hợp phức
zero-eigenvalue-name = bỏ sót trị riêng 0
missing-name = bỏ sót trị riêng
too-many-name = cho nhiều giá trị hơn số hàng
field-name = xét sai trường số
rounded-name = làm tròn giá trị
follow-through-name = tính đúng tiếp từ một câu trả lời sai
convention-name = dùng quy ước khác của đa thức
offdiagonal-name = chỉ nhân các phần tử trên đường chéo
trace-sign-name = sai dấu của vết
cofactor-sign-name = không đổi dấu xen kẽ các phần bù đại số
minpoly-name = lấy đa thức tối tiểu
zero-vector-name = cho vector không
swapped-name = ghép vector với sai trị riêng
transpose-name = giải với ma trận chuyển vị
row-not-null-name = lấy một hàng của A − λI
column-space-name = lấy một cột của A − λI
sign-name = nhầm một dấu trong vector
scale-entry-name = đổi chỗ các thành phần của vector
reciprocal-name = lấy nghịch đảo của các thành phần
eigenspace-dim-name = cho quá ít vector
dependent-name = cho các vector phụ thuộc tuyến tính
spanning-not-basis-name = cho thừa một vector
mixed-eigenspaces-name = lẫn các không gian riêng
sum-of-eigenvectors-name = cộng các vector riêng của những trị riêng khác nhau
generalized-name = cho vector riêng suy rộng
defective-missed-name = chéo hóa một ma trận không chéo hóa được
p-singular-name = cho P không khả nghịch
d-not-diagonal-name = cho D không phải ma trận chéo
pd-order-name = xếp P và D theo thứ tự khác nhau
rows-not-columns-name = đặt vector riêng thành hàng
p-inverse-name = cho ma trận nghịch đảo của P
not-normalised-name = không chuẩn hóa các cột
not-orthogonal-name = không trực giao hóa trong không gian riêng
gs-across-name = dùng Gram–Schmidt giữa các trị riêng khác nhau
congruence-name = đưa về tổng bình phương (tương đẳng)
j-lower-name = đặt các số 1 dưới đường chéo
j-upper-name = đặt các số 1 trên đường chéo
block-sizes-name = cho sai cỡ các khối
chain-reversed-name = đảo ngược một chuỗi
chain-scale-name = chỉ nhân một phần của chuỗi
chain-start-name = bắt đầu chuỗi bằng sai vector riêng
repeated-means-defective-name = cho rằng trị riêng bội thì không chéo hóa được
invertible-diagonalizable-name = cho rằng suy biến thì không chéo hóa được
generic-only-name = quên các giá trị đặc biệt của tham số
psd-as-pd-name = bỏ qua trị riêng 0
weaker-name = khẳng định yếu hơn sự thật
positive-entries-name = xét dấu của các phần tử
entrywise-name = lũy thừa từng phần tử
dn-only-name = lấy lũy thừa của D
pdk-name = bỏ sót nghịch đảo của P
same-name = lấy trị riêng của chính A
negated-name = lấy các số đối

## Bảng tổng kết của một lớp

summary-title = Câu trả lời của một lớp
summary-verdicts = Kết quả
summary-mistakes = Lỗi thường gặp
summary-question = câu hỏi
summary-answers = số bài
summary-correct = đúng
summary-partial = một phần
summary-incorrect = chưa đúng
summary-invalid = không rõ
summary-mean = TB
summary-marks = trên
summary-of = { $count } trên { $answers }
summary-more = và { $count } loại khác
summary-none = Không nhận ra lỗi quen thuộc nào.
summary-share = tỉ lệ trong số bài của một câu
summary-score = Điểm: { $score }
summary-mistake = lỗi
