"""Language: sentences, words, numbers, dates, names, vectors and the trained models. A leaf room."""
