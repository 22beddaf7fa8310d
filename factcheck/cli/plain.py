"""Values of options and arguments, converted without the validation library that the parser would
load for them: that alone takes longer than reading an article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any, get_args, get_origin

import typer


@dataclass(frozen=True)
class PlainValue:
    """Stands where the parser keeps its own converter of one parameter. Were the parser to look
    elsewhere one day, it would only be slower: a test tells."""

    annotation: Any  # a type, or a list of one

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value in the parameter's type. Raises BadParameter when it is none."""
        several = param.multiple or param.nargs == -1
        if value is None:
            return () if several else None
        try:
            if get_origin(self.annotation) is list:
                (kind,) = get_args(self.annotation)
                return [convert(item, kind) for item in value]
            return convert(value, self.annotation)
        except ValueError as error:
            raise typer.BadParameter(str(error), ctx=ctx, param=param) from None


def convert(value: Any, kind: Any) -> Any:
    """One value as a string, whole number, choice or path. Raises ValueError that says what it
    should have been."""
    if isinstance(value, kind):
        return value
    if isinstance(kind, type) and issubclass(kind, Enum):
        choices = [str(choice.value) for choice in kind]
        if value not in choices:
            raise ValueError(f"{value!r} is not one of {', '.join(choices)}")
        return kind(value)
    if kind is int:
        if not str(value).removeprefix("-").isdecimal():
            raise ValueError(f"{value!r} is not a whole number")
        return int(value)
    return kind(value)


def make_plain(params: list[Any]) -> None:
    """Give every parameter a plain converter."""
    for param in params:
        param._runtime_param = PlainValue(param.type_descriptor.annotation)
