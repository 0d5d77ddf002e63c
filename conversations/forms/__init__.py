"""The form: the kinds of answers and the questions of an application."""
