package io.urania.cluster.reader.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The days on which a calendar event of systemd comes (systemd.time(7), "Calendar Events"), whatever its time of the day is. */
final class CalendarDays {

    /** Four years that follow each other: each date comes in one of them that comes at all. */
    private static final LocalDate FIRST = LocalDate.of(2028, 1, 1);

    private static final int DAYS = 4 * 365 + 1;

    private static final int LONGEST_MONTH = 31;

    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private static final Map<String, String> WORDS = Map.of(
            "weekly", "mon",
            "monthly", "*-1",
            "quarterly", "1,4,7,10-1",
            "semiannually", "1,7-1",
            "semi-annually", "1,7-1",
            "yearly", "1-1",
            "annually", "1-1");

    private CalendarDays() {}

    /** The most days from one to the next; empty if there is no next, as with a year or with a date that no calendar has. */
    static Optional<Long> longestGap(String event) {
        Predicate<LocalDate> comes = Stream.of(event.toLowerCase(Locale.ROOT).split(" +|(?<=[0-9*])t(?=[0-9*])", -1))
                .map(part -> WORDS.getOrDefault(part, part))
                .map(CalendarDays::part)
                .reduce(_ -> true, Predicate::and);
        List<LocalDate> days = Stream.iterate(FIRST, day -> day.plusDays(1))
                .limit(DAYS)
                .filter(comes)
                .toList();
        if (days.isEmpty()) {
            return Optional.empty();
        }
        // The years follow each other without end: after the last day comes the first one.
        long gap = ChronoUnit.DAYS.between(days.getLast(), days.getFirst().plusDays(DAYS));
        for (int day = 1; day < days.size(); day++) {
            gap = Math.max(gap, ChronoUnit.DAYS.between(days.get(day - 1), days.get(day)));
        }
        return Optional.of(gap);
    }

    private static Predicate<LocalDate> part(String part) {
        if (part.length() >= 3 && WEEKDAYS.contains(part.substring(0, 3))) {
            return weekdays(part);
        }
        boolean isDate = part.matches("[0-9*].*[-~].*");
        return isDate ? date(part) : _ -> true;
    }

    private static Predicate<LocalDate> weekdays(String part) {
        return Stream.of(part.split(",", -1))
                .filter(Predicate.not(String::isEmpty))
                .map(range -> {
                    String[] ends = range.split("\\.\\.|-", 2);
                    int first = weekday(ends[0]);
                    int length = Math.floorMod(weekday(ends[ends.length - 1]) - first, WEEKDAYS.size());
                    return (Predicate<LocalDate>)
                            day -> Math.floorMod(day.getDayOfWeek().getValue() - 1 - first, WEEKDAYS.size()) <= length;
                })
                .reduce(_ -> false, Predicate::or);
    }

    private static int weekday(String name) {
        return WEEKDAYS.indexOf(name.substring(0, 3));
    }

    /** A year that is named passes: the event does not come again. */
    private static Predicate<LocalDate> date(String part) {
        String[] parts = part.split("[-~]", -1);
        boolean isEveryYear = parts.length == 2 || parts[0].startsWith("*");
        boolean isFromEnd = part.contains("~");
        IntPredicate months = numbers(parts[parts.length - 2], 1);
        IntPredicate days = numbers(parts[parts.length - 1], isFromEnd ? -1 : 1);
        return day -> isEveryYear
                && months.test(day.getMonthValue())
                && days.test(day.getDayOfMonth() - (isFromEnd ? day.lengthOfMonth() + 1 : 0));
    }

    /** @param sign -1 for days from the end of a month, of which the last one is -1 */
    private static IntPredicate numbers(String list, int sign) {
        return Stream.of(list.split(",", -1)).map(range -> range(range, sign)).reduce(_ -> false, IntPredicate::or);
    }

    /** {@code 3}, {@code 1..5}, {@code *}, each with steps: {@code 1/7}. */
    private static IntPredicate range(String range, int sign) {
        String[] steps = range.split("/", 2);
        String[] ends = steps[0].split("\\.\\.", 2);
        boolean isAll = ends[0].equals("*");
        boolean isOpen = isAll || (ends.length == 1 && steps.length == 2);
        int first = isAll ? Math.min(1, sign * LONGEST_MONTH) : sign * Integer.parseInt(ends[0]);
        int last = isOpen ? LONGEST_MONTH : sign * Integer.parseInt(ends[ends.length - 1]);
        int step = steps.length == 2 ? Integer.parseInt(steps[1]) : 1;
        return number -> number >= first && number <= last && (number - first) % step == 0;
    }
}
