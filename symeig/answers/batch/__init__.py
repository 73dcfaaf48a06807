"""The answers of a class: rows of a file, each judged once, kept in a store, written out in order, and summed up."""
