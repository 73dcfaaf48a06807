"""Known mistakes: the wrong procedure is replayed on this very matrix, and its output compared with the answer.

Each module has the mistakes of one kind of question in the order of their priority; the first one that matches is
reported, and only where the answer is not right.
"""
