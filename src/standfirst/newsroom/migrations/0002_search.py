"""The search table: FTS5 on SQLite, whose row number is the publication's position; a tsvector on PostgreSQL."""

from django.db import migrations

CREATE = {
    "sqlite": (
        "CREATE VIRTUAL TABLE newsroom_search USING fts5(words, tokenize = 'ascii')",
    ),
    "postgresql": (
        "CREATE TABLE newsroom_search (position bigint PRIMARY KEY, words tsvector NOT NULL)",
        "CREATE INDEX newsroom_search_words ON newsroom_search USING gin (words)",
    ),
}


def create(apps, schema_editor):
    for statement in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE newsroom_search")


class Migration(migrations.Migration):

    dependencies = [("newsroom", "0001_initial")]

    operations = [migrations.RunPython(create, drop, elidable=False)]
