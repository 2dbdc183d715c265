package io.urania.inventory.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times of day in YAML 1.1, by the two patterns of PyYAML's {@code resolver.py} and {@code constructor.py}. */
final class Timestamps {
    private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern DATE_AND_TIME = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
            + "(?:[Tt]|[ \\t]+)([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]*))?"
            + "(?:[ \\t]*(?:(Z)|([-+])([0-9]{1,2})(?::([0-9]{2}))?))?");
    private static final DateTimeFormatter PYTHON = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .toFormatter();
    private static final int MICROSECOND_DIGITS = 6;

    private Timestamps() {}

    /**
     * The timestamp as Python's {@code isoformat()} writes it; empty if the text is none.
     *
     * @throws DateTimeException if it looks like one, and the calendar has no such day or time
     */
    static Optional<String> iso(String text) {
        if (text.length() < 8 || text.charAt(4) != '-') {
            return Optional.empty();
        }
        Matcher date = DATE.matcher(text);
        if (date.matches()) {
            return Optional.of(date(date).toString());
        }
        Matcher time = DATE_AND_TIME.matcher(text);
        return time.matches() ? Optional.of(dateAndTime(time)) : Optional.empty();
    }

    private static LocalDate date(Matcher matcher) {
        int year = Integer.parseInt(matcher.group(1));
        if (year == 0) {
            throw new DateTimeException("Python's calendar begins with the year 1");
        }
        return LocalDate.of(year, Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
    }

    private static String dateAndTime(Matcher matcher) {
        LocalDateTime time = date(matcher)
                .atTime(
                        Integer.parseInt(matcher.group(4)),
                        Integer.parseInt(matcher.group(5)),
                        Integer.parseInt(matcher.group(6)));
        return PYTHON.format(time) + fraction(matcher.group(7)) + zone(matcher);
    }

    private static String fraction(String digits) {
        if (digits == null) {
            return "";
        }
        String microseconds = (digits + "0".repeat(MICROSECOND_DIGITS)).substring(0, MICROSECOND_DIGITS);
        return Integer.parseInt(microseconds) == 0 ? "" : "." + microseconds;
    }

    private static String zone(Matcher matcher) {
        if (matcher.group(8) != null) {
            return "+00:00";
        }
        if (matcher.group(9) == null) {
            return "";
        }
        int hours = Integer.parseInt(matcher.group(10));
        int minutes = matcher.group(11) == null ? 0 : Integer.parseInt(matcher.group(11));
        int sign = matcher.group(9).equals("-") ? -1 : 1;
        ZoneOffset offset = ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }
}
