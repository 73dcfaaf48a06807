"""The judges, one for each kind of question: from what was typed to items with their marks."""
