"""The program's version, told in one place so that the lowest rooms may name it."""

__version__ = "0.1.0"
