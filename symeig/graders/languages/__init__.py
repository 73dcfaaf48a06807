"""What graders say beside the feedback on an answer, one file for each language."""
