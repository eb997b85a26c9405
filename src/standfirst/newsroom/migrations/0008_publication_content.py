"""What a publication says in a table of its own: a listing reads many rows, and these are ten times as large."""

import django.db.models.deletion
from django.db import migrations, models

MOVE = (
    "INSERT INTO newsroom_publicationcontent (publication_id, content) "
    "SELECT position, content FROM newsroom_publication WHERE withdrawn IS NULL"
)
FREE = {
    "sqlite": "UPDATE newsroom_publication SET free = json_extract(content, '$.original.free')",
    "postgresql": "UPDATE newsroom_publication SET free = (content #>> '{original,free}')::boolean",
}

# Indexes that hold what is out and nothing else, so that a listing's positions are read from them alone.
OUT = (
    ("out_section", "section"), ("out_second", "second_section"), ("out_source", "source"), ("out_language", "language"),
)  # fmt: skip


def move(apps, editor):
    """Contents into their table, and what listings count by into its column."""
    editor.execute(MOVE)
    editor.execute(FREE[editor.connection.vendor])
    # PostgreSQL changes no table while checks of its rows are still to come.
    editor.connection.check_constraints()


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0007_network_id")]

    operations = [
        migrations.CreateModel(
            name="PublicationContent",
            fields=[
                (
                    "publication",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="said",
                        serialize=False,
                        to="newsroom.publication",
                    ),
                ),
                (
                    "content",
                    models.JSONField(help_text="The brief as it is out, with what the page says of its article."),
                ),
            ],
        ),
        migrations.AddField(
            model_name="publication",
            name="free",
            field=models.BooleanField(help_text="Whether its source says that all may read the article.", null=True),
        ),
        migrations.RunPython(move, migrations.RunPython.noop, elidable=True),
        migrations.RemoveField(model_name="publication", name="content"),
        *(migrations.RemoveIndex(model_name="publication", name=name) for name, _ in OUT),
        *(
            migrations.AddIndex(
                model_name="publication",
                index=models.Index(
                    condition=models.Q(("withdrawn", None)), fields=[column, "position", "withdrawn"], name=name
                ),
            )
            for name, column in OUT
        ),
    ]
