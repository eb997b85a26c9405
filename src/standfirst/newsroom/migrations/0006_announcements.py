"""What a WebSub hub has been told."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("newsroom", "0005_inbox_letters")]

    operations = [
        migrations.CreateModel(
            name="Announcement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=10)),
                ("key", models.CharField(blank=True, max_length=120)),
                ("changed", models.DateTimeField()),
                ("announced", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("kind", "key"), name="announcement")],
            },
        ),
    ]
