"""How far the search table has been made in its present form; without the row, upkeep makes every entry again."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("newsroom", "0003_editions")]

    operations = [
        migrations.CreateModel(
            name="SearchState",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField()),
                ("below", models.BigIntegerField()),
            ],
        ),
    ]
