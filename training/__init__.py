"""The scripts that make the models from the corpora and report their quality."""
