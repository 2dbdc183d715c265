package io.urania.cluster.variable.type;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Calendar events of systemd, by their syntax (systemd.time(7), "Calendar Events"); that a date exists, or comes, is for systemd to say. */
public final class CalendarType {

    private static final String DAY =
            "(?:mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";
    private static final String DAYS = DAY + "(?:(?:\\.\\.|-|,)" + DAY + ")*,?";

    private static final String MONTHS = list("(?:0?[1-9]|1[0-2])");
    private static final String DAYS_OF_MONTH = list("(?:0?[1-9]|[12][0-9]|3[01])");
    private static final String DATE = "(?:" + list("(?:[0-9]{2}|[0-9]{4})") + "-)?" + MONTHS + "[-~]" + DAYS_OF_MONTH;
    private static final String SIXTIETHS = list("[0-5]?[0-9]");
    private static final String SECONDS = list("[0-5]?[0-9](?:\\.[0-9]{1,6})?");
    private static final String TIME = list("(?:[01]?[0-9]|2[0-3])") + ":" + SIXTIETHS + "(?::" + SECONDS + ")?";

    private static final String WORD =
            "(?:minutely|hourly|daily|monthly|weekly|yearly|annually|quarterly|semiannually|semi-annually)";
    private static final String ZONE = "(?: +[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*)?";

    private static final Pattern EVENT =
            Pattern.compile("(?i)(?:%1$s|(?:%1$s +)?%2$s|(?:%1$s +)?(?:%2$s(?: +|T))?%3$s|%4$s)%5$s"
                    .formatted(DAYS, DATE, TIME, WORD, ZONE));

    /** Characters: longer ones are nobody's. */
    private static final int LONGEST = 200;

    private CalendarType() {}

    /** A calendar event, as it is written. */
    public static VariableType<String> event() {
        return ScalarTypes.parsed(
                "a calendar event of systemd such as Mon *-*-* 03:00:00",
                new Shape.Text("[A-Za-z0-9*:.,/~_+ -]+", List.of("Mon *-*-* 03:00:00", "weekly")),
                text -> text.length() <= LONGEST && EVENT.matcher(text).matches()
                        ? Optional.of(text)
                        : Optional.empty());
    }

    /** Numbers, ranges of them or all, each with steps. */
    private static String list(String number) {
        String one = "(?:\\*|" + number + "(?:\\.\\." + number + ")?)(?:/[1-9][0-9]{0,3})?";
        return one + "(?:," + one + ")*";
    }
}
