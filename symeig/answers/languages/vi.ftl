# Lời nhận xét về câu trả lời, bằng tiếng Việt. Mỗi lỗi có hai câu: một gợi ý không lộ đáp án, và một câu giải thích.

## Kết luận

verdict-correct = Đúng.
verdict-partial = Đúng một phần.
verdict-incorrect = Chưa đúng.
verdict-invalid = Không đọc được câu trả lời này. Lần này không bị tính.
verdict-missing = Chưa có câu trả lời.

## Trị riêng

mistake-root-sign = Hãy xem lại dấu: số nào làm cho nhân tử bằng không?
mistake-root-sign-full = Đây là các số đối của trị riêng: λ − a bằng không tại a, còn λ + a bằng không tại −a. Tổng các trị riêng bằng vết, tức là { $trace }.
mistake-diagonal = Khi nào có thể đọc trị riêng trên đường chéo?
mistake-diagonal-full = Chỉ ma trận tam giác mới cho phép đọc trị riêng trên đường chéo. Hãy tìm nghiệm của det(A − λI).
mistake-row-reduced = Phép biến đổi trên dòng có giữ nguyên trị riêng không?
mistake-row-reduced-full = Phép biến đổi trên dòng làm thay đổi trị riêng. Hãy trừ λ trên đường chéo của ma trận ban đầu trước, rồi mới tính det(A − λI).
mistake-pivots = Phần tử trụ có phải là trị riêng không?
mistake-pivots-full = Đây là các phần tử trụ của phép khử. Tích của chúng là định thức, { $determinant }, nhưng phép khử làm thay đổi trị riêng.
mistake-trace-det = Vết và định thức đóng vai trò gì trong đa thức đặc trưng?
mistake-trace-det-full = { $trace } và { $determinant } là vết và định thức. Trị riêng là nghiệm của { $polynomial }.
mistake-det-minus-lambda = Phải trừ λ ở đâu, và khi nào?
mistake-det-minus-lambda-full = Đây là det(A), hoặc det(A) − λ. Hãy trừ λ ở mọi phần tử trên đường chéo trước, rồi mới tính định thức.
mistake-missing-identity = Trong A − λI, λ được trừ ở những phần tử nào?
mistake-missing-identity-full = λ đã bị trừ ở mọi phần tử. Trong A − λI chỉ trừ trên đường chéo, vì ngoài đường chéo I bằng không.
mistake-det-sign = Hãy kiểm tra lại định thức của ma trận 2×2.
mistake-det-sign-full = Định thức là ad − bc, với dấu trừ: ở đây là { $determinant }.
mistake-inverse = Đây là trị riêng của ma trận nào?
mistake-inverse-full = Đây là các nghịch đảo: trị riêng của ma trận nghịch đảo.
mistake-power = Đây là trị riêng của ma trận nào?
mistake-power-full = Đây là các bình phương: trị riêng của A².
mistake-singular-values = Những số này liên quan đến ma trận nào?
mistake-singular-values-full = Đây là các trị kỳ dị: căn bậc hai của trị riêng của AᵀA. Trị riêng của A là nghiệm của { $polynomial }.
mistake-multiplicity-missing = Mỗi trị riêng có chỉ được tính một lần không?
mistake-multiplicity-missing-full = Các giá trị đều đúng. Hãy viết mỗi giá trị đúng bằng số bội của nó trong { $polynomial }.
mistake-multiplicity-wrong = Các giá trị đều đúng. Mỗi giá trị có bội bao nhiêu?
mistake-multiplicity-wrong-full = Các giá trị đều đúng, nhưng bội thì chưa: hãy phân tích { $polynomial } thành nhân tử.
mistake-order = Đề yêu cầu viết theo thứ tự nào?
mistake-order-full = Các giá trị đều đúng, nhưng đề yêu cầu thứ tự khác.
mistake-conjugate-missing = Ma trận là ma trận thực. Điều đó nói gì về các trị riêng không thực?
mistake-conjugate-missing-full = Trị riêng không thực của ma trận thực luôn đi thành cặp liên hợp.
mistake-zero-eigenvalue = Ma trận có khả nghịch không?
mistake-zero-eigenvalue-full = Ma trận suy biến, nên 0 là một trị riêng. Chỉ vector 0 mới không thể là vector riêng.
mistake-missing = Có bao nhiêu trị riêng, kể cả bội?
mistake-missing-full = Số trị riêng, kể cả bội, bằng số dòng: { $n }. Tổng của chúng bằng vết, { $trace }.
mistake-too-many = Có thể có bao nhiêu trị riêng?
mistake-too-many-full = Số trị riêng, kể cả bội, bằng số dòng: { $n }.
mistake-field = Ở đây trị riêng được lấy trên trường số nào?
mistake-field-full = Trên trường số phức, mọi ma trận đều có trị riêng; trên trường số thực, giá trị không thực không được tính.
mistake-rounded = Hãy cho giá trị chính xác.
mistake-rounded-full = Đúng sau khi làm tròn. Hãy cho giá trị chính xác, với căn và phân số.
mistake-follow-through = Kết quả này suy ra từ câu trả lời trước của bạn. Hãy kiểm tra lại câu đó.
mistake-follow-through-full = Kết quả phù hợp với câu trả lời trước của bạn, nên phương pháp đúng; lỗi nằm ở câu trước.
mistake-a-equals-lambda = Trong Ax = λx, A có phải là một số không?
mistake-a-equals-lambda-full = Ax = λx không có nghĩa là A = λ: không thể giản ước vector x. λ là số làm cho A − λI không khả nghịch.

## Đa thức đặc trưng

mistake-convention = Đề hỏi det(λI − A) hay det(A − λI)?
mistake-convention-full = Nghiệm thì đúng. Đề hỏi quy ước kia, khác nhau thừa số (−1)ⁿ.
mistake-offdiagonal = Định thức có phải là tích các phần tử trên đường chéo không?
mistake-offdiagonal-full = Thiếu các phần tử ngoài đường chéo: chỉ ma trận tam giác mới có định thức bằng tích đường chéo.
mistake-trace-sign = Hãy kiểm tra hệ số đứng ngay sau hệ số cao nhất.
mistake-trace-sign-full = Hệ số đó là số đối của vết, và vết bằng { $trace }.
mistake-cofactor-sign = Hãy kiểm tra dấu của các phần bù đại số.
mistake-cofactor-sign-full = Phần bù đại số đổi dấu xen kẽ: + − +.
mistake-minpoly = Đa thức đặc trưng có bậc bao nhiêu?
mistake-minpoly-full = Đây là đa thức tối tiểu. Đa thức đặc trưng có bậc { $n }.

## Vector riêng

mistake-zero-vector = Định nghĩa vector riêng loại trừ vector nào?
mistake-zero-vector-full = Vector 0 không phải là vector riêng: A·0 = λ·0 với mọi λ. Nếu không tìm được vector nào khác thì phép khử hoặc λ đã sai.
mistake-swapped = Hãy kiểm tra vector nào ứng với trị riêng nào.
mistake-swapped-full = Các vector đều là vector riêng, nhưng mỗi vector lại đi với trị riêng của vector khác.
mistake-transpose = Bạn đã giải hệ với A hay với ma trận chuyển vị?
mistake-transpose-full = Đây là vector riêng của ma trận chuyển vị (vector riêng trái của A).
mistake-row-not-null = (A − λI)v = 0 nói gì về v và các dòng?
mistake-row-not-null-full = Đây là một dòng của A − λI. Vector riêng vuông góc với mọi dòng.
mistake-column-space = Không gian cột hay không gian nghiệm?
mistake-column-space-full = Đây là một cột của A − λI. Vector riêng nằm trong không gian nghiệm; với ma trận 2×2, các cột là vector riêng của trị riêng kia.
mistake-sign = Hãy kiểm tra một dấu.
mistake-sign-full = Một dấu đã bị nhầm khi rút một ẩn từ phương trình của một dòng.
mistake-scale-entry = Hãy kiểm tra thành phần nào gấp mấy lần thành phần nào.
mistake-scale-entry-full = Hai thành phần bị đổi chỗ: nếu x bằng nửa y thì (1, 2) là nghiệm, còn (2, 1) thì không.
mistake-reciprocal = Hãy kiểm tra thành phần nào gấp mấy lần thành phần nào.
mistake-reciprocal-full = Mỗi thành phần là nghịch đảo của giá trị đúng: nếu x bằng nửa y thì y gấp đôi x.
mistake-eigenspace-dim = Hệ (A − λI)v = 0 có bao nhiêu ẩn tự do?
mistake-eigenspace-dim-full = Các vector đều đúng, nhưng còn thiếu: số chiều của không gian riêng bằng n trừ đi hạng của A − λI.
mistake-dependent = Các vector có độc lập tuyến tính không?
mistake-dependent-full = Các vector đều đúng, nhưng chúng phụ thuộc tuyến tính.
mistake-spanning-not-basis = Các vector có độc lập tuyến tính không?
mistake-spanning-not-basis-full = Các vector sinh ra không gian riêng, nhưng phụ thuộc tuyến tính: cơ sở không có vector thừa.
mistake-mixed-eigenspaces = Hãy kiểm tra từng vector: nó có phải là vector riêng của trị riêng này không?
mistake-mixed-eigenspaces-full = Có một vector là vector riêng của trị riêng khác.
mistake-sum-of-eigenvectors = Tổng các vector riêng có phải là vector riêng không?
mistake-sum-of-eigenvectors-full = Có một vector là tổng các vector riêng của những trị riêng khác nhau. Tổng như vậy không phải là vector riêng.
mistake-generalized = Hãy nhân A − λI với vector này một lần.
mistake-generalized-full = Đây là vector riêng suy rộng: (A − λI)v khác không, chỉ một lũy thừa cao hơn mới cho không.
mistake-near-miss = Gần đúng. Có số nào bị làm tròn không?
mistake-near-miss-full = Gần đúng nhưng chưa chính xác: A·v khác λ·v. Hãy tìm số đã bị làm tròn.
mistake-t-zero = Có giá trị nào của tham số không được phép không?
mistake-t-zero-full = Đúng; hãy ghi t ≠ 0: vector 0 không phải là vector riêng.

## Phân tích ma trận

mistake-defective-missed = Có bao nhiêu vector riêng độc lập tuyến tính?
mistake-defective-missed-full = Ma trận không chéo hóa được: nó có ít hơn { $n } vector riêng độc lập, nên không có P khả nghịch.
mistake-p-singular = Ma trận các vector riêng có khả nghịch không?
mistake-p-singular-full = Các cột phụ thuộc tuyến tính: ma trận tạo bởi chúng không có nghịch đảo.
mistake-d-not-diagonal = D phải có dạng nào?
mistake-d-not-diagonal-full = Các cột và D khớp với nhau, nhưng D không phải là ma trận đường chéo.
mistake-pd-order = Hãy so sánh thứ tự các vector riêng với thứ tự các phần tử của D.
mistake-pd-order-full = Các vector riêng đều đúng, D cũng đúng, nhưng thứ tự không khớp: cột j phải là vector riêng ứng với phần tử j của D.
mistake-rows-not-columns = Các vector riêng đứng ở đâu trong ma trận của chúng?
mistake-rows-not-columns-full = Các vector riêng đang là dòng. Chúng phải là cột.
mistake-p-inverse = A = PDP⁻¹ hay P⁻¹DP?
mistake-p-inverse-full = Đây là P⁻¹ thay cho P: đề hỏi A = PDP⁻¹.
mistake-not-normalised = Các cột của Q có độ dài bao nhiêu?
mistake-not-normalised-full = Các cột đã trực giao. Hãy chia mỗi cột cho độ dài của nó.
mistake-not-orthogonal = Các cột của Q có đôi một vuông góc không?
mistake-not-orthogonal-full = Các vector riêng của cùng một trị riêng chưa chắc vuông góc với nhau: hãy dùng Gram–Schmidt trong không gian riêng đó.
mistake-gs-across = Các cột có còn là vector riêng không?
mistake-gs-across-full = Gram–Schmidt giữa những trị riêng khác nhau làm mất vector riêng; kết quả là dạng Schur. Ma trận thực chỉ có cơ sở gồm các vector riêng trực giao khi nó đối xứng.
mistake-congruence = Qᵀ có phải là nghịch đảo của Q không?
mistake-congruence-full = QᵀAQ = D đúng, nhưng Q không trực giao: đây là phép tương đẳng, và D không cho thấy trị riêng.
mistake-j-lower = Các số 1 của khối Jordan đứng ở đâu?
mistake-j-lower-full = Đúng, với các số 1 ở dưới đường chéo. Ở đây chúng đứng phía trên.
mistake-j-upper = Các số 1 của khối Jordan đứng ở đâu?
mistake-j-upper-full = Đúng, với các số 1 ở trên đường chéo. Ở đây chúng đứng phía dưới.
mistake-block-sizes = Các chuỗi dài bao nhiêu?
mistake-block-sizes-full = Trị riêng và số khối đều đúng. Cấp của các khối suy ra từ hạng của các lũy thừa của A − λI.
mistake-chain-reversed = Vector nào của chuỗi đứng trước?
mistake-chain-reversed-full = Chuỗi bị đảo ngược: vector riêng phải đứng trước.
mistake-chain-scale = (A − λI)v là bội nào của vector đứng trước?
mistake-chain-scale-full = Chỉ có thể nhân cả chuỗi với một số: (A − λI)v phải là đúng vector đứng trước, không phải bội của nó.
mistake-chain-start = Có chuỗi nào bắt đầu từ vector riêng này không?
mistake-chain-start-full = Vector riêng này không nằm trong ảnh của A − λI, nên không có chuỗi nào đi tiếp từ nó. Hãy chọn vector khác.

## Khẳng định và lũy thừa

mistake-repeated-means-defective = Trị riêng bội có quyết định được câu hỏi không?
mistake-repeated-means-defective-full = Hãy so sánh số chiều mỗi không gian riêng với bội: ở đây chúng bằng nhau.
mistake-invertible-diagonalizable = Tính khả nghịch có liên quan gì không?
mistake-invertible-diagonalizable-full = Ma trận suy biến vẫn có thể chéo hóa được: 0 cũng là một trị riêng như mọi số khác.
mistake-generic-only = Câu trả lời có phụ thuộc vào tham số không?
mistake-generic-only-full = Câu trả lời không giống nhau với mọi giá trị của tham số. Hãy xét các giá trị mà tại đó trị riêng trùng nhau.
mistake-psd-as-pd = 0 có phải là trị riêng không?
mistake-psd-as-pd-full = 0 là một trị riêng, nên ma trận chỉ nửa xác định.
mistake-weaker = Có điều gì mạnh hơn cũng đúng không?
mistake-weaker-full = Điều này đúng, và còn có điều mạnh hơn: hãy xét trị riêng có giá trị tuyệt đối nhỏ nhất.
mistake-positive-entries = Các phần tử dương có nói gì về trị riêng không?
mistake-positive-entries-full = Mọi phần tử đều dương, nhưng vẫn có trị riêng âm.
mistake-entrywise = Nhân ma trận như thế nào?
mistake-entrywise-full = Bạn đã lấy lũy thừa từng phần tử. Aᵏ là tích của các ma trận.
mistake-dn-only = Đây là lũy thừa của A hay của D?
mistake-dn-only-full = Đây là Dᵏ. Aᵏ = PDᵏP⁻¹.
mistake-pdk = Đứng sau Dᵏ là gì?
mistake-pdk-full = Aᵏ = PDᵏP⁻¹, với nghịch đảo của P ở cuối.
mistake-same = Trị riêng thay đổi thế nào khi lấy nghịch đảo của ma trận?
mistake-same-full = Đây là trị riêng của A. Từ Av = λv suy ra A⁻¹v = (1/λ)v.
mistake-negated = Trị riêng thay đổi thế nào khi lấy nghịch đảo của ma trận?
mistake-negated-full = Đây là số đối của các trị riêng của A. Từ Av = λv suy ra A⁻¹v = (1/λ)v.

## Bằng chứng, và điểm từng phần

identity = { $statement }
marks-item = { $earned } trên { $marks }: { $item }
marks-cancelled = −{ $cancelled }: phần sai viết thừa
marks-kept = Giữ lại { $share } số điểm cho lỗi này
marks-score = Điểm: { $score } trên { $total }
item-eigenvalue = các trị riêng
item-listed-in-order = thứ tự liệt kê
item-none = không có trị riêng nào
item-eigenvector = vector riêng cùng với trị riêng của nó
item-vector = các vector của không gian riêng
item-basis = độc lập tuyến tính và đủ số chiều
item-eigenvectors = các cột là vector riêng
item-invertible = các cột độc lập tuyến tính
item-no-inverse = không có ma trận nghịch đảo
item-diagonal = các trị riêng trên đường chéo
item-order = thứ tự trị riêng khớp với thứ tự các cột
item-eigenvalues = các trị riêng trên đường chéo
item-orthogonal = các cột vuông góc với nhau
item-unit-vectors = các cột có độ dài 1
item-block-sizes = cấp của các khối
item-chains = mỗi khối khớp với các cột của nó
item-leading = đa thức
item-trace = hệ số ngay sau hệ số cao nhất
item-coefficient = các hệ số còn lại
item-constant = hệ số tự do
item-definiteness = khẳng định mạnh nhất mà vẫn đúng
item-diagonalizable = ma trận có chéo hóa được hay không
item-in-general = trường hợp tổng quát
item-special-value = tại các giá trị đặc biệt của tham số
item-entries = các phần tử

## Lỗi trong bảng tổng kết của một lớp: một số sinh viên đã làm gì

mistake-root-sign-name = lấy số đối của các trị riêng
mistake-diagonal-name = lấy các phần tử trên đường chéo
mistake-row-reduced-name = lấy trị riêng của ma trận đã biến đổi trên dòng
mistake-pivots-name = lấy các phần tử trụ
mistake-trace-det-name = lấy vết và định thức
mistake-det-minus-lambda-name = trừ λ khỏi định thức
mistake-missing-identity-name = trừ λ ở mọi phần tử
mistake-det-sign-name = cộng thay vì trừ trong định thức 2×2
mistake-inverse-name = lấy trị riêng của ma trận nghịch đảo
mistake-power-name = lấy bình phương của các trị riêng
mistake-singular-values-name = lấy các trị kỳ dị
mistake-multiplicity-missing-name = bỏ qua số bội
mistake-multiplicity-wrong-name = cho sai số bội
mistake-order-name = liệt kê sai thứ tự
mistake-near-miss-name = vector chỉ gần đúng
mistake-t-zero-name = không loại tham số bằng 0
mistake-a-equals-lambda-name = coi ma trận là một số
mistake-conjugate-missing-name = thiếu các giá trị liên hợp phức
mistake-zero-eigenvalue-name = bỏ sót trị riêng 0
mistake-missing-name = bỏ sót trị riêng
mistake-too-many-name = cho nhiều giá trị hơn số dòng
mistake-field-name = xét sai trường số
mistake-rounded-name = làm tròn giá trị
mistake-follow-through-name = tính đúng tiếp từ một câu trả lời sai
mistake-convention-name = dùng quy ước khác của đa thức
mistake-offdiagonal-name = chỉ nhân các phần tử trên đường chéo
mistake-trace-sign-name = sai dấu của vết
mistake-cofactor-sign-name = không đổi dấu xen kẽ các phần bù đại số
mistake-minpoly-name = lấy đa thức tối tiểu
mistake-zero-vector-name = cho vector 0
mistake-swapped-name = ghép vector với sai trị riêng
mistake-transpose-name = giải với ma trận chuyển vị
mistake-row-not-null-name = lấy một dòng của A − λI
mistake-column-space-name = lấy một cột của A − λI
mistake-sign-name = nhầm một dấu trong vector
mistake-scale-entry-name = đổi chỗ các thành phần của vector
mistake-reciprocal-name = lấy nghịch đảo của các thành phần
mistake-eigenspace-dim-name = cho quá ít vector
mistake-dependent-name = cho các vector phụ thuộc tuyến tính
mistake-spanning-not-basis-name = cho thừa một vector
mistake-mixed-eigenspaces-name = lẫn các không gian riêng
mistake-sum-of-eigenvectors-name = cộng các vector riêng của những trị riêng khác nhau
mistake-generalized-name = cho vector riêng suy rộng
mistake-defective-missed-name = chéo hóa một ma trận không chéo hóa được
mistake-p-singular-name = cho P không khả nghịch
mistake-d-not-diagonal-name = cho D không phải ma trận đường chéo
mistake-pd-order-name = xếp P và D theo thứ tự khác nhau
mistake-rows-not-columns-name = đặt vector riêng thành dòng
mistake-p-inverse-name = cho ma trận nghịch đảo của P
mistake-not-normalised-name = không chuẩn hóa các cột
mistake-not-orthogonal-name = không trực giao hóa trong không gian riêng
mistake-gs-across-name = dùng Gram–Schmidt giữa các trị riêng khác nhau
mistake-congruence-name = đưa về tổng bình phương (tương đẳng)
mistake-j-lower-name = đặt các số 1 dưới đường chéo
mistake-j-upper-name = đặt các số 1 trên đường chéo
mistake-block-sizes-name = cho sai cấp của các khối
mistake-chain-reversed-name = đảo ngược một chuỗi
mistake-chain-scale-name = chỉ nhân một phần của chuỗi
mistake-chain-start-name = bắt đầu chuỗi bằng sai vector riêng
mistake-repeated-means-defective-name = cho rằng trị riêng bội thì không chéo hóa được
mistake-invertible-diagonalizable-name = cho rằng suy biến thì không chéo hóa được
mistake-generic-only-name = quên các giá trị đặc biệt của tham số
mistake-psd-as-pd-name = bỏ qua trị riêng 0
mistake-weaker-name = khẳng định yếu hơn sự thật
mistake-positive-entries-name = xét dấu của các phần tử
mistake-entrywise-name = lấy lũy thừa từng phần tử
mistake-dn-only-name = lấy lũy thừa của D
mistake-pdk-name = bỏ sót nghịch đảo của P
mistake-same-name = lấy trị riêng của chính A
mistake-negated-name = lấy các số đối

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
