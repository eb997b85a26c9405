"""Django's settings, made of the network's: the folder is ``STANDFIRST_NETWORK`` or the working directory."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from standfirst.newsroom import tongue
from standfirst.newsroom.secret import secret_key
from standfirst.settings import load

NETWORK = load(Path(os.environ.get("STANDFIRST_NETWORK", ".")).absolute())

_base = urlsplit(NETWORK.text("base_url"))
SECRET_KEY = secret_key(NETWORK)
DEBUG = False
ALLOWED_HOSTS = [
    "localhost",
    "127.0.0.1",
    "[::1]",
    *([_base.hostname] if _base.hostname else []),
    *([f".{_base.hostname}"] if NETWORK.flag("section_hosts") and _base.hostname else []),
    *(host.strip() for host in NETWORK.text("allowed_hosts").split(",") if host.strip()),
]
INSTALLED_APPS = [
    "standfirst.newsroom",
    "standfirst.publishing",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
AUTH_USER_MODEL = "newsroom.User"
ROOT_URLCONF = "standfirst.publishing.urls"
WSGI_APPLICATION = "standfirst.publishing.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Public pages set no cookie and carry no CSRF token; only the desk's prefix gets sessions (publishing.urls).
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "standfirst.publishing.serving.hosting.SectionHosts",
    "standfirst.publishing.serving.desk.DeskMiddleware",
]
# The admin looks for sessions and sign-in in MIDDLEWARE; the desk's own chain has them.
SILENCED_SYSTEM_CHECKS = ["admin.E408", "admin.E409", "admin.E410"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

_database = urlsplit(NETWORK.text("database_url"))
if _database.scheme in ("postgres", "postgresql"):
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(_database.path.lstrip("/")),
            "USER": unquote(_database.username or ""),
            "PASSWORD": unquote(_database.password or ""),
            "HOST": unquote(_database.hostname or ""),
            "PORT": str(_database.port or ""),
            "CONN_MAX_AGE": 60,
        }
    }
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": NETWORK.folder / "standfirst.sqlite3",
            "CONN_MAX_AGE": 60,  # opening it and setting it up costs half a millisecond
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 30,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=2147418112;"
                " PRAGMA cache_size=-32768;",
            },
        }
    }

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
USE_TZ = True
TIME_ZONE = NETWORK.text("time_zone")
USE_I18N = True
# A network's own catalogues go before ours: a language we lack, or another wording.
LOCALE_PATHS = [NETWORK.folder / "locale", Path(__file__).parent.parent / "publishing" / "locale"]
LANGUAGES = [(tag, tag) for tag in tongue.offered(LOCALE_PATHS)]
LANGUAGE_CODE = tongue.interface(NETWORK.text("language"), [tag for tag, _ in LANGUAGES])
STATIC_URL = "/static/"
APPEND_SLASH = False
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _base.scheme == "https"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/desk/"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
