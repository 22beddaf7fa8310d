"""Compares the names of organisations: legal forms, articles, script and acronyms aside, with a
table of aliases that the workspace extends and that a registry (ROR) can fill."""

# ruff: noqa: E501, SIM905 - tables of words and patterns stay one entry to a line

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from factcheck.model.identity import Json
from factcheck.values.names import NameComparison

if TYPE_CHECKING:
    from opencc import OpenCC

_LEGAL = (
    "incorporated corporation company limited inc corp co ltd llc llp plc gmbh ag kg se sa sas sarl spa srl bv nv ab oy as kk "
    "pty pte pvt holdings holding group"
).split()  # fmt: skip
_LEGAL_BEFORE = (
    "株式会社 有限会社 合同会社 合資会社 合名会社 一般社団法人 一般財団法人 公益社団法人 公益財団法人 "
    "国立大学法人 公立大学法人 国立研究開発法人 独立行政法人 地方独立行政法人 学校法人 医療法人社団 医療法人財団 "
    "社会医療法人 医療法人 社会福祉法人 特定非営利活動法人 NPO法人 宗教法人"
).casefold().split()  # fmt: skip
_LEGAL_BEHIND = (
    "股份有限公司 有限责任公司 有限責任公司 有限公司 株式会社 有限会社 合同会社 集团公司 集團公司 集团 集團 公司 グループ"
).split()
_LEGAL_HAN = re.compile(f"^(?:{'|'.join(_LEGAL_BEFORE)})|(?:{'|'.join(_LEGAL_BEHIND)})$")
_COUNTRY = re.compile(r"[ ]?[(（](?P<country>[A-Z][A-Za-z .]{1,40})[)）]$")
"""The country that a registry adds to a firm of many countries: Heron (Japan)."""
_SMALL_WORDS = frozenset("of the and for at in de la le du der die das für et und y &".split())
_HAN_OR_KANA = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_KANA = re.compile("[ぁ-ヺ]")

ALIASES: Mapping[str, tuple[str, ...]] = {
    "Google": ("谷歌", "グーグル"), "Microsoft": ("微软", "マイクロソフト"), "Meta": ("Facebook", "脸书", "メタ"),
    "Apple": ("苹果", "苹果公司", "アップル"), "Amazon": ("亚马逊", "アマゾン"), "NVIDIA": ("英伟达", "エヌビディア"),
    "Baidu": ("百度", "バイドゥ"), "Alibaba": ("阿里巴巴", "アリババ"), "Tencent": ("腾讯", "テンセント"),
    "Huawei": ("华为", "ファーウェイ"), "Samsung": ("三星", "サムスン"), "ByteDance": ("字节跳动", "バイトダンス"),
    "IBM": ("International Business Machines", "国际商业机器公司"), "Intel": ("英特尔", "インテル"),
    "University of Tokyo": ("東京大学", "东京大学", "UTokyo"), "Kyoto University": ("京都大学",),
    "Tsinghua University": ("清华大学", "清華大学"), "Peking University": ("北京大学", "PKU"),
    "Massachusetts Institute of Technology": ("MIT", "麻省理工学院", "麻省理工", "マサチューセッツ工科大学"),
    "Stanford University": ("Stanford", "斯坦福大学", "スタンフォード大学"),
    "Harvard University": ("Harvard", "哈佛大学", "ハーバード大学"),
    "University of Oxford": ("Oxford University", "牛津大学", "オックスフォード大学"),
    "University of Cambridge": ("Cambridge University", "剑桥大学", "ケンブリッジ大学"),
    "Carnegie Mellon University": ("CMU", "卡内基梅隆大学", "カーネギーメロン大学"),
    "University of California, Berkeley": ("UC Berkeley", "加州大学伯克利分校", "カリフォルニア大学バークレー校"),
    "Chinese Academy of Sciences": ("CAS", "中国科学院", "中科院"),
    "Allen Institute for AI": ("Allen Institute for Artificial Intelligence", "AI2", "艾伦人工智能研究所"),
    "University of Washington": ("UW", "华盛顿大学", "ワシントン大学"),
}  # fmt: skip
"""Names that no rule leads to one another; a workspace adds its own."""


class Aliases(dict[str, str]):
    """Names and the canonical names they lead to. Folded once, so that a registry of a hundred
    thousand names costs its reading and not every comparison."""

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {_key(name): _key(canonical) for name, canonical in self.items()}

    def knows(self, key: str) -> bool:
        """Whether a folded name is in this table or in the built-in one."""
        return key in self._folded or key in _builtin()

    def resolved(self, key: str) -> str:
        """The folded canonical name for a folded name, itself where there is none."""
        return self._folded.get(key) or _builtin().get(key, key)


def compare_organisations(
    a: str, b: str, aliases: Mapping[str, str] | None = None
) -> NameComparison:
    """Whether two names are one organisation's. `aliases` leads from a name to its canonical one
    (claims/entities.toml, `aliases_from_ror`) and goes before the built-in table.

    same: equal without legal form, case, script variant, or by an alias. possibly_same: an
    acronym, a name inside the other, or another script, which only a person can tell.
    """
    countries = {m["country"] for m in (_COUNTRY.search(a), _COUNTRY.search(b)) if m}
    one, two = _key(a), _key(b)
    if not one or not two:
        return "different"
    own = aliases if isinstance(aliases, Aliases) else Aliases(aliases or {})
    known = own.resolved(one), own.resolved(two)
    if known[0] == known[1]:
        return "same" if len(countries) < 2 else "possibly_same"
    if own.knows(one) and own.knows(two):
        return "different"
    if _is_acronym(a, b) or _is_acronym(b, a):
        return "possibly_same"
    if bool(_HAN_OR_KANA.search(one)) != bool(_HAN_OR_KANA.search(two)):
        return "possibly_same"
    return "possibly_same" if _inside(one, two) else "different"


def aliases_from_ror(records: Iterable[Json]) -> Aliases:
    """Aliases from the records of a ROR dump (`names[].value`, or `name`, `aliases`, `labels` of
    older ones). A name that several organisations share is left out: it decides nothing."""
    owners: dict[str, set[str]] = {}
    display: dict[str, str] = {}
    for record in records:
        names = _ror_names(record)
        if not names:
            continue
        for name in names:
            owners.setdefault(_key(name), set()).add(names[0])
            display.setdefault(_key(name), name)
    return Aliases(
        {display[key]: next(iter(who)) for key, who in owners.items() if key and len(who) == 1}
    )


def _ror_names(record: Json) -> list[str]:
    if isinstance(record.get("names"), list):
        entries = [n for n in record["names"] if isinstance(n, dict) and n.get("value")]
        entries.sort(key=lambda n: "ror_display" not in (n.get("types") or ()))
        return [
            str(n["value"]) for n in entries
            if "acronym" not in (n.get("types") or ()) or "ror_display" in (n.get("types") or ())
        ]  # fmt: skip
    labels = [label.get("label") for label in record.get("labels") or () if isinstance(label, dict)]
    return [str(n) for n in (record.get("name"), *(record.get("aliases") or ()), *labels) if n]


@lru_cache(maxsize=1)
def _builtin() -> dict[str, str]:
    return {
        _key(name): _key(canonical)
        for canonical, names in ALIASES.items()
        for name in (canonical, *names)
    }


@lru_cache(maxsize=16384)
def _key(name: str) -> str:
    """The name as it is compared: folded, simplified, without legal form, articles, punctuation."""
    named = _COUNTRY.sub("", unicodedata.normalize("NFKC", name))
    text = named.casefold().replace("&", " and ")
    if _HAN_OR_KANA.search(text):
        close = re.sub(r"[\s·・,.、()\"'“”-]+", "", text)
        bare = _LEGAL_HAN.sub("", close) or close
        if _HAN_OR_KANA.search(bare):
            return bare if _KANA.search(bare) else _simplified(bare)
        text = _LEGAL_HAN.sub("", text.strip())  # 株式会社ABC is called ABC
    words = re.findall(r"[^\W_]+", re.sub(r"[.'’]", "", text))
    kept = [w for w in words if w != "the"]
    while len(kept) > 1 and kept[-1] in _LEGAL:
        kept.pop()
    return " ".join(kept or words)


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")


def _simplified(text: str) -> str:
    return str(_converter().convert(text))


def _is_acronym(short: str, long: str) -> bool:
    letters = "".join(c for c in short if c.isalnum())
    if not 2 <= len(letters) <= 8 or not letters.isupper():
        return False
    words = re.findall(r"[A-Za-z]+", long)
    initials = "".join(w[0] for w in words if w.lower() not in _SMALL_WORDS).upper()
    every = "".join(w[0] for w in words).upper()
    return len(words) > 1 and letters in (initials, every)


def _inside(a: str, b: str) -> bool:
    """Whether one name's words stand together inside the other's."""
    short, long = sorted((a, b), key=len)
    if _HAN_OR_KANA.search(short):
        return len(short) >= 2 and short in long
    return f" {short} " in f" {long} " and len(short) > 2
