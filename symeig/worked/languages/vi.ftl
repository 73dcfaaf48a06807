# Lời văn của các bài giải bằng tiếng Việt. Công thức đứng trong dấu ngoặc nhọn, { $matrix }; xem docs/how-to/translate.md.

## Titles and tasks

title-auto = Trị riêng, vector riêng và dạng đơn giản nhất
title-eigenvalues = Trị riêng
title-eigenvectors = Trị riêng và vector riêng
title-diagonalize = Chéo hóa ma trận
title-jordan = Dạng chuẩn Jordan
title-orthogonal = Chéo hóa trực giao

section-task = Đề bài
task-auto = Tìm các trị riêng và vector riêng của ma trận rồi chéo hóa ma trận nếu có thể; nếu không, tìm dạng chuẩn Jordan của nó.
task-eigenvalues = Tìm các trị riêng của ma trận.
task-eigenvectors = Tìm các trị riêng của ma trận và một cơ sở của mỗi không gian riêng.
task-diagonalize = Chéo hóa ma trận.
task-jordan = Tìm dạng chuẩn Jordan của ma trận và một ma trận đưa nó về dạng này.
task-orthogonal = Chéo hóa ma trận bằng một cơ sở trực chuẩn gồm các vector riêng.

## Statement

read-as-decimal = Các số thập phân được đọc đúng như cách viết: 0.1 là 1/10.
read-as-binary = Các số thập phân được đọc theo đúng giá trị nhị phân được lưu.
has-parameters = { $count ->
    [one] Chữ { $parameters } là tham số; điều kiện đối với nó được nêu ở cuối bài.
   *[other] Các chữ { $parameters } là tham số; điều kiện đối với chúng được nêu ở cuối bài.
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
