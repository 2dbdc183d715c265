package io.urania.inventory.value;

import io.urania.inventory.problem.Position;

/**
 * A date, or a date and a time of day, which YAML 1.1 makes of unquoted {@code 2026-11-25}.
 *
 * @param iso as Python's {@code isoformat()} writes it and JSON shows it: {@code 2026-11-25} or {@code 2026-11-25T10:30:00+01:00}
 */
public record TimestampValue(String iso, Position position) implements Value {
    @Override
    public String type() {
        return "timestamp";
    }

    /** As Python's {@code str()} writes it: a blank between date and time. */
    public String text() {
        return iso.replace('T', ' ');
    }

    @Override
    public String plain() {
        return iso;
    }
}
