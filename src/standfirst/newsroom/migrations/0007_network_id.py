"""The network's own identifier, minted once: its feeds keep their ids when its host changes."""

from django.db import migrations, models

import standfirst.newsroom.ids


def mint(apps, editor):
    """The row that holds it, where nothing was published yet."""
    apps.get_model("newsroom", "DataVersion").objects.using(editor.connection.alias).get_or_create(pk=1)


class Migration(migrations.Migration):

    dependencies = [("newsroom", "0006_announcements")]

    operations = [
        migrations.AddField(
            model_name="dataversion",
            name="network",
            field=models.UUIDField(default=standfirst.newsroom.ids.uuid7, editable=False),
        ),
        migrations.RunPython(mint, migrations.RunPython.noop),
    ]
