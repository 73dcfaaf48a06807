# Những lời nói với sinh viên bên cạnh phản hồi về lời giải, bằng tiếng Việt. docs/how-to/translate.md nói thêm về các tệp này.

## Về một câu trả lời

your-answer = Câu trả lời của bạn
missing = Chưa có câu trả lời cho câu hỏi này. Hãy viết nó trên một dòng bắt đầu bằng { $name }: rồi nộp lại.
missing-here = Chưa có câu trả lời cho câu hỏi này.
twice = Câu hỏi này có nhiều câu trả lời: { $places }. Hãy giữ lại một câu trả lời rồi nộp lại.
submit-again = Câu trả lời này chưa được tính điểm. Hãy sửa ở chỗ được đánh dấu rồi nộp lại.
too-long = Việc chấm câu trả lời này cần quá nhiều thời gian hoặc bộ nhớ. Hãy viết nó ở dạng đơn giản hơn rồi nộp lại.
not-judged = Câu trả lời này chưa được chấm: bộ chấm tự động đã dừng trước đó. Đây không phải lỗi của bạn. Hãy báo cho giảng viên.

## Về bài nộp

place-file = { $file }
place-line = { $file }, dòng { $line }
no-answers = Không tìm thấy câu trả lời nào. Hãy nộp tệp answers.txt, mỗi câu hỏi một dòng, chẳng hạn { $name }: rồi đến câu trả lời.
no-folder = Không có bài nộp nào để đọc. Hãy báo cho giảng viên.
not-plain = { $file } không phải là tệp thường hoặc không mở được nên không được đọc. Hãy nộp chính tệp đó, không nằm trong thư mục hay tệp nén.
other-kind = { $file } không được đọc. Câu trả lời được đọc từ các tệp có đuôi .txt hoặc .json.
too-large = { $file } lớn hơn { $limit } kB nên không được đọc. Hãy chỉ nộp các câu trả lời.
too-many = Có hơn { $limit } tệp, các tệp còn lại không được đọc. Hãy chỉ nộp các câu trả lời.
not-utf-8 = { $file } không phải văn bản UTF-8 nên không được đọc. Hãy lưu tệp dưới dạng UTF-8 rồi nộp lại.
not-json = { $file } không phải JSON ở dòng { $line } nên không được đọc. Hãy sửa ở đó, hoặc viết một tệp .txt.
no-mapping = { $file } không được đọc: tệp không chứa một đối tượng JSON với câu trả lời cho từng câu hỏi.
no-question = { $file } trả lời { $name }, nhưng không có câu hỏi này. Các câu hỏi là { $names }.
before = { $file }: phần đứng trước câu hỏi đầu tiên không thuộc câu hỏi nào. Hãy bắt đầu mỗi câu trả lời bằng tên câu hỏi và dấu hai chấm, chẳng hạn { $name }:
