"""W3C Web Annotations as remarks: one for every target, by what moved somebody to write it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.corrections.foreign.remark import (
    OWN,
    Mistake,
    Remark,
    RemarkKind,
    Said,
    many,
    short,
    text_of,
)
from factcheck.model import Json, value_from_dict

MOTIVES: dict[str, RemarkKind] = {
    "describing": "claim", "assessing": "dispute", "questioning": "dispute",
    "moderating": "dispute", "reviewing": "dispute", "commenting": "dispute",
    "editing": "propose",
}  # fmt: skip
"""Motivation → what it becomes here."""
PASSED_OVER = frozenset((
    "bookmarking", "classifying", "highlighting", "identifying", "linking", "replying", "tagging",
))  # fmt: skip
"""Motivations that say nothing of whether words are right."""
DERIVED = f"{OWN}conflict:"
"""Our own findings: they are found again, never imported."""
STANCES = ("refutes", "supports")


def annotation(entry: Mapping[str, Any], number: int) -> Iterator[Remark]:
    """A remark for every target of an annotation; none for what is passed over. Raises Mistake."""
    identity = text_of(entry, "id") or text_of(entry, "@id")
    kind = _kind(entry)
    if kind is None or identity.startswith(DERIVED):
        return
    targets = many(entry.get("target"))
    if not targets:
        raise Mistake("target", "it is missing")
    bodies = _bodies(entry)
    told = "\n".join(_texts(bodies, "")).strip()
    if kind == "dispute" and not told:
        raise Mistake("body", "it says nothing of the words")
    edits = "\n".join(_texts(bodies, "editing"))
    if kind == "propose" and not any("value" in body for body in bodies):
        raise Mistake("body", "it says not what should stand there")
    stances = [stance for stance in _texts(bodies, "tagging") if stance in STANCES]
    for index, target in enumerate(targets):
        name = identity if len(targets) == 1 or not identity else f"{identity}#{index + 1}"
        yield Remark(
            number=number, kind=kind, id=name, **_target(target), said=_said(bodies),
            stance=stances[0] if stances else "refutes" if kind == "dispute" else "",
            reason="" if kind == "propose" and not edits else told,
            evidence=tuple(_evidence(bodies)),
            replacement=(edits or told) if kind == "propose" else "",
            origin=_origin(entry, name),
        )  # fmt: skip


def _kind(entry: Mapping[str, Any]) -> RemarkKind | None:
    """What the annotation becomes; None for what is passed over. Without a motivation it is what
    somebody has to say."""
    given = [short(m) for m in many(entry.get("motivation")) if isinstance(m, str)]
    for motive in given or ["commenting"]:
        if motive in MOTIVES:
            return MOTIVES[motive]
    if all(motive in PASSED_OVER for motive in given):
        return None
    raise Mistake("motivation", f"{given[0]!r} is unknown; one of {', '.join(MOTIVES)}")


def _bodies(entry: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Every body as an object; an address alone is a link."""
    plain = text_of(entry, "bodyValue")
    found: list[Mapping[str, Any]] = [{"type": "TextualBody", "value": plain}] if plain else []
    for body in many(entry.get("body")):
        if isinstance(body, Mapping):
            found.append(body)
        elif isinstance(body, str):
            found.append({"purpose": "linking", "source": body})
        else:
            raise Mistake("body", "this is no body")
    return found


def _texts(bodies: list[Mapping[str, Any]], purpose: str) -> Iterator[str]:
    """The texts of this purpose; with none, those that are neither tags, links nor data."""
    for body in bodies:
        given = short(text_of(body, "purpose", "body.purpose"))
        data = text_of(body, "format", "body.format") == "application/json"
        other = given in ("tagging", "linking", "classifying", "editing") or data
        if (given == purpose if purpose else not other) and "value" in body:
            value = body["value"]
            if not isinstance(value, str):
                raise Mistake("body.value", "this is no text")
            yield value


def _evidence(bodies: list[Mapping[str, Any]]) -> Iterator[str]:
    for body in bodies:
        if short(text_of(body, "purpose", "body.purpose")) == "linking":
            yield text_of(body, "source", "body.source") or text_of(body, "value", "body.value")


def _said(bodies: list[Mapping[str, Any]]) -> Said | None:
    """What the words state, as our own exports say it: exactly."""
    for body in bodies:
        if text_of(body, "format", "body.format") != "application/json":
            continue
        try:
            data = json.loads(str(body["value"]))
            return Said(
                subject=str(data["subject"]), predicate=str(data["predicate"]),
                value=value_from_dict(data["value"]),
                qualifiers={str(k): str(v) for k, v in data["qualifiers"].items()},
            )  # fmt: skip
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise Mistake("body", f"its data are no claim: {error or type(error).__name__}",
                          ) from error  # fmt: skip
    return None


def _target(target: object) -> dict[str, Any]:
    """The article and the place in it."""
    if not isinstance(target, Mapping):
        raise Mistake("target", "it names no words: a selector is needed")
    fields: dict[str, Any] = {}
    for selector in many(target.get("selector")):
        if not isinstance(selector, Mapping):
            raise Mistake("target.selector", "this is no object")
        kind = short(text_of(selector, "type") or text_of(selector, "@type"))
        if kind == "TextQuoteSelector":
            for name in ("exact", "prefix", "suffix"):
                value = selector.get(name) or ""
                if not isinstance(value, str):
                    raise Mistake(f"target.selector.{name}", "this is no text")
                fields[name] = value
        elif kind == "TextPositionSelector":
            fields |= {name: _count(selector, name) for name in ("start", "end")}
    if not fields.get("exact") and "start" not in fields:
        raise Mistake("target.selector", "neither a text quote nor a text position is given")
    state = [s for s in many(target.get("state")) if isinstance(s, Mapping)]
    copies = [text_of(s, "cached", "target.state.cached") for s in state]
    source = text_of(target, "source", "target.source") or text_of(target, "id", "target.id")
    return {
        **fields,
        "sources": (source,) if source else (),
        "copy": next(filter(None, copies), ""),
    }


def _count(selector: Mapping[str, Any], name: str) -> int:
    value = selector.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise Mistake(f"target.selector.{name}", "this is no count from 0")
    return value


def _origin(entry: Mapping[str, Any], identity: str) -> Json:
    makers = many(entry.get("creator"))
    first = makers[0] if makers else None
    name = text_of(first, "name", "creator.name") if isinstance(first, Mapping) else first
    facts = {"format": "Annotation", "id": identity, "creator": str(name or ""),
             "created": text_of(entry, "created")}  # fmt: skip
    return {field: words for field, words in facts.items() if words}
