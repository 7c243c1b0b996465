"""memcon keeps one sourced, queryable record of diplomacy from news reports and official readouts."""
