"""Kazakhstan's multilateral diplomacy, read with data.

    import kopjaqty as kq

    tables = kq.load()                  all tables, as pandas DataFrames
    kq.load("entities")                 one of them
    kq.acts()                           who proposed, adopted, signed … what, where and when
    kq.initiatives()                    what became of what was proposed, an initiative a row

    kq.passage("un")                    the passages that state a row
    kq.corpus_status()                  which of the five texts are at hand
    kq.verify()                         every check of tables and texts; [] if all is well

    kq.parse_date("2017/2018")          a date: its text, its earliest and its latest day
    kq.before(a, b)                     certainly before?  mode="permissive": possibly?
    kq.during(a, b), kq.overlaps(a, b)  the same, for "within" and "at the same time"

    graph = kq.build_network()          who is tied to whom: a networkx graph
    kq.ego_network(graph, "kazakhstan") what is tied to one of them
    ax = kq.draw_network(graph)         one picture of it, and with caption and words for
    kq.figure(ax), kq.caption(ax)       those who do not see it
    kq.explore_network(graph)           the same, to click through
    kq.draw_timeline()                  events in time, dated as the documents date them
    kq.draw_life_cycles()               initiatives, and how far they have come

    kq.cite("kazakhstan")               how to cite a row, an edge, or all of it: cite()
    kq.version()                        which release of the package and of the data this is
    kq.export("gexf", "un.gexf")        files for Gephi, spreadsheets, SQL, linked data, archives

    kq.find_names(text)                 who and what is named in a Kazakh text, and where
    kq.find_dates(text)                 what may be dates in it

    kq.use_language("kk")               Kazakh, Russian ("ru") or English ("en")
    kq.language()                       which of them is in use

Whatever goes wrong and can be helped is a kq.KopjaqtyError; its message says what to do.
Nothing is loaded before it is used: each name comes from the module listed below.
"""

import sys

TYPE_CHECKING = False  # typing's own constant, without the time it takes to import typing
if TYPE_CHECKING:
    from kopjaqty.acts import acts, initiatives
    from kopjaqty.cite import cite, version
    from kopjaqty.corpus import corpus_status
    from kopjaqty.corpus.passages import passage
    from kopjaqty.dates import before, during, overlaps, parse_date
    from kopjaqty.drawings import draw_network
    from kopjaqty.errors import KopjaqtyError
    from kopjaqty.explorers import explore_network
    from kopjaqty.exports import export
    from kopjaqty.language import language, use_language
    from kopjaqty.matcher import find_names
    from kopjaqty.matcher.date_finder import find_dates
    from kopjaqty.networks import build_network, ego_network
    from kopjaqty.style import caption, figure
    from kopjaqty.tables import load
    from kopjaqty.timelines import draw_timeline
    from kopjaqty.timelines.life_cycles import draw_life_cycles
    from kopjaqty.verify import verify

    __version__: str

_HOME = {
    "acts": "acts",
    "initiatives": "acts",
    "cite": "cite",
    "version": "cite",
    "corpus_status": "corpus",
    "find_dates": "matcher.date_finder",
    "before": "dates",
    "during": "dates",
    "overlaps": "dates",
    "parse_date": "dates",
    "draw_network": "drawings",
    "KopjaqtyError": "errors",
    "explore_network": "explorers",
    "export": "exports",
    "language": "language",
    "use_language": "language",
    "draw_life_cycles": "timelines.life_cycles",
    "find_names": "matcher",
    "build_network": "networks",
    "ego_network": "networks",
    "passage": "corpus.passages",
    "caption": "style",
    "figure": "style",
    "load": "tables",
    "draw_timeline": "timelines",
    "verify": "verify",
}

__all__ = [
    "KopjaqtyError",
    "acts",
    "before",
    "build_network",
    "caption",
    "cite",
    "corpus_status",
    "draw_life_cycles",
    "draw_network",
    "draw_timeline",
    "during",
    "ego_network",
    "explore_network",
    "export",
    "figure",
    "find_dates",
    "find_names",
    "initiatives",
    "language",
    "load",
    "overlaps",
    "parse_date",
    "passage",
    "use_language",
    "verify",
    "version",
]


def __getattr__(name: str) -> object:
    """Load a public name's module when the name is first used (PEP 562)."""
    if name == "__version__":
        from kopjaqty.release import package_version

        value: object = package_version()
    elif name in _HOME:
        from importlib import import_module

        value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted({*__all__, "__version__", *(name for name in globals() if name.startswith("__"))})


class _Front(type(sys)):  # type: ignore[misc]  # types.ModuleType, without importing types
    """Keeps `kopjaqty.cite` and `kopjaqty.language` functions.

    When a module of a package is loaded, Python puts it into the package under its name:
    there, the function of that name is what a reader means.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if isinstance(value, type(sys)) and _HOME.get(name) == name:
            value = getattr(value, name)
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Front
