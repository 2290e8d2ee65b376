"""How many deliveries in a row were signed wrong, and since when."""

from alembic import op

revision = "hub_0005"
down_revision = "hub_0004"

_STATEMENTS = (
    "ALTER TABLE webhook_states ADD COLUMN wrong_in_row INTEGER DEFAULT '0' NOT NULL",
    "ALTER TABLE webhook_states ADD COLUMN wrong_since VARCHAR",
    "ALTER TABLE webhook_states ADD COLUMN wrong_after INTEGER DEFAULT '0' NOT NULL",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
