"""The forms of a report on a routine: text for terminals, JSON, JUnit XML, an HTML page, and a pytest file.

`words` says numbers and sentences for all of them, `matching` puts what came back beside what is exact, and `picture`
draws both along `axes`.
"""
