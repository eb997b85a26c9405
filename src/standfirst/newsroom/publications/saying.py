"""What a publication says: read, written with everything that is kept of it beside, its marks asked again."""

from __future__ import annotations

from standfirst import values
from standfirst.newsroom.content import Content
from standfirst.newsroom.finding import search
from standfirst.newsroom.finding.renewal import findable
from standfirst.newsroom.models import Publication, PublicationContent, PublicationMark
from standfirst.newsroom.stories import of as story_of
from standfirst.newsroom.stories import remark


def said_by(publication: Publication) -> Content:
    """What a publication that is out says."""
    return values.load(Content, publication.said.content)


def write(publication: Publication, said: Content) -> None:
    """Let a new publication say it: its row with what listings show, its content, its marks, what finds it."""
    _shown(publication, said)
    publication.save(force_insert=True)
    PublicationContent(publication=publication, content=values.dump(said)).save(force_insert=True)
    _index(publication, said)


def rewrite(publication: Publication, said: Content) -> None:
    """Let a publication that is out say something else."""
    _shown(publication, said)
    publication.save()
    keep(publication, said)
    _index(publication, said)


def keep(publication: Publication, said: Content) -> None:
    """Replace the content alone: nothing of it shows in a listing."""
    publication.said.content = values.dump(said)
    publication.said.save()


def erase(publication: Publication) -> None:
    """Let a publication say nothing any more, and be found by nothing."""
    publication.lead = ""
    publication.free = None
    publication.save()
    publication.said.delete()
    publication.mark_rows.all().delete()
    search.remove(publication.position)


def remarked(publication: Publication, said: Content, corrections: int, note: str = "") -> Content:
    """What a publication says with its marks asked again; an earlier correction keeps its reason."""
    kept = next((mark.reason for mark in said_by(publication).marks if mark.code == "corrected"), "")
    return remark(
        said,
        publication.article,
        story_of(publication),
        written=publication.kind == "brief",
        corrections=corrections,
        note=note or kept,
        opted_out=publication.kind == "card" and publication.rule == "opt-out",
    )


def _shown(publication: Publication, said: Content) -> None:
    publication.headline = said.headline
    publication.lead = said.statements[0].text if said.statements else ""
    publication.marks = [mark.code for mark in said.marks]
    publication.free = said.original.free


def _index(publication: Publication, said: Content) -> None:
    publication.mark_rows.all().delete()
    PublicationMark.objects.bulk_create(
        [PublicationMark(publication=publication, code=code) for code in dict.fromkeys(publication.marks)]
    )
    search.index(publication.position, findable(publication, said))
