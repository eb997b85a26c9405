"""The last day on which a reader's address was refused for good, and what was said of it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0008_publication_content")]

    operations = [
        migrations.AddField(
            model_name="reader",
            name="refused",
            field=models.DateField(blank=True, help_text="The last of these days.", null=True),
        ),
        migrations.AddField(
            model_name="reader",
            name="refusal",
            field=models.CharField(blank=True, help_text="What the mail server said on it.", max_length=200),
        ),
        migrations.AlterField(
            model_name="reader",
            name="refusals",
            field=models.PositiveIntegerField(default=0, help_text="Days on which the address was refused for good."),
        ),
    ]
