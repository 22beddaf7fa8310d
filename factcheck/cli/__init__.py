"""The command line: one file per noun, one error boundary (`app`), one place that prints
(`output`)."""
