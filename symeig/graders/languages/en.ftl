# What graders say to students beside the feedback on an answer, in English. docs/how-to/translate.md says more about
# these files.

## About an answer

your-answer = Your answer
missing = There is no answer to this question. Write it in a line that begins with { $name }: and submit again.
missing-here = There is no answer to this question.
twice = There are several answers to this question: { $places }. Leave one of them, and submit again.
submit-again = It is worth nothing as it stands. Correct it where the mark is, and submit again.
too-long = It takes too much time or memory to judge this answer. Write it in a simpler form, and submit again.
not-judged = This answer was not judged: the autograder stopped before. This is no fault of yours. Please tell your instructor.

## About what was handed in

place-file = { $file }
place-line = { $file }, line { $line }
no-answers = No answers were found. Submit a file answers.txt with a line for each question, such as { $name }: and the answer.
no-folder = There is no submission to read. Please tell your instructor.
not-plain = { $file } is no plain file, or cannot be opened, so it was not read. Submit the file itself, in no folder and no archive.
other-kind = { $file } was not read. Answers are read from files that end with .txt or .json.
too-large = { $file } is larger than { $limit } kB, so it was not read. Submit your answers alone.
too-many = There are more than { $limit } files, and the others were not read. Submit your answers alone.
not-utf-8 = { $file } is not UTF-8 text, so it was not read. Save it as UTF-8 and submit again.
not-json = { $file } is not JSON at line { $line }, so it was not read. Correct it there, or write a .txt file.
no-mapping = { $file } was not read: it holds no JSON object with an answer for each question.
no-question = { $file } answers { $name }, and there is no such question. It is one of { $names }.
before = { $file }: what stands before the first question belongs to none. Begin each answer with the name of its question and a colon, such as { $name }:
