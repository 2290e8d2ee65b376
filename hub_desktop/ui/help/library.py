"""All topics, and finding one by a few words."""

from collections.abc import Mapping

from hub_desktop.core.finding import found, holding
from hub_desktop.ui.help import every_day, failed_syncs, failed_tests, first_steps, incoming
from hub_desktop.ui.help.article import Article
from hub_desktop.ui.help.topics import Topic


def library() -> dict[Topic, Article]:
    """Return all topics in the language of the window, in the order in which they are listed."""
    rooms = (first_steps, failed_tests, failed_syncs, incoming, every_day)
    return {article.topic: article for room in rooms for article in room.articles()}


def matching(typed: str, articles: Mapping[Topic, Article]) -> list[Topic]:
    """Return the topics that what was typed may mean, the likeliest first; all where nothing was typed.

    Those come first whose title holds the words, then those whose text does; where none does, a title that is written
    nearly so.
    """
    topics = list(articles)
    if not typed.strip():
        return topics
    titles = [articles[topic].title for topic in topics]
    texts = [" ".join((*articles[topic].texts(), articles[topic].known_as)) for topic in topics]
    places = dict.fromkeys((*holding(typed, titles), *holding(typed, texts)))
    return [topics[place] for place in places or found(typed, titles)]
