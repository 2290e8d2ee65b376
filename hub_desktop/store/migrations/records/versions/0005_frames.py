"""What is left of an answer without its records is kept, so that one that comes again need not be read."""

from alembic import op

revision = "records_0005"
down_revision = "records_0004"


def upgrade() -> None:
    op.execute("ALTER TABLE validators ADD COLUMN frame VARCHAR")
