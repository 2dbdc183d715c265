package io.urania.engine.resource.service;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;

/** The states of systemd units, all asked in one call of systemctl show. */
public final class ServiceProbe implements Probe<ServiceFact> {

    static final ServiceProbe INSTANCE = new ServiceProbe();

    private ServiceProbe() {}

    /** Asks for a unit by its full name, such as {@code etcd.service}. */
    public static Question<ServiceFact> of(String unit) {
        return new Question<>(INSTANCE, unit);
    }

    @Override
    public String name() {
        return "services";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        // systemd gives its monotonic clock; the two readings of now turn it into a date without parsing one. The date
        // is
        // read last and in fractions: a start must never look older than a file that was written just before it.
        return """
                read -r up rest </proc/uptime
                echo "now $(date +%%s.%%N) $up"
                echo
                systemctl show --property=Id,Names,ActiveState,UnitFileState,ActiveEnterTimestampMonotonic,StateChangeTimestampMonotonic,ConditionResult,ConditionTimestampMonotonic -- %s
                """.formatted(Shell.words(subjects));
    }

    @Override
    public Map<String, ServiceFact> parse(String output, SortedSet<String> subjects) {
        String[] now = output.lines()
                .filter(line -> line.startsWith("now "))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it did not report the time"))
                .split(" ", -1);
        double boot = seconds(now[1]) - seconds(now[2]);
        Map<String, ServiceFact> facts = new HashMap<>();
        for (String block : output.split("\n\n", -1)) {
            Map<String, String> values = new HashMap<>();
            Arrays.stream(block.split("\n", -1))
                    .filter(line -> line.contains("="))
                    .forEach(line -> {
                        int equals = line.indexOf('=');
                        values.put(line.substring(0, equals), line.substring(equals + 1));
                    });
            long entered = date(values, "ActiveEnterTimestampMonotonic", boot);
            ServiceFact fact = new ServiceFact(
                    state(values.getOrDefault("ActiveState", "inactive")),
                    state(values.getOrDefault("UnitFileState", "")),
                    entered,
                    Math.max(entered, date(values, "StateChangeTimestampMonotonic", boot)),
                    isSkipped(values));
            // A unit may be asked for by an alias.
            for (String name :
                    (values.getOrDefault("Id", "") + " " + values.getOrDefault("Names", "")).split(" ", -1)) {
                if (subjects.contains(name)) {
                    facts.put(name, fact);
                }
            }
        }
        return facts;
    }

    /** Conditions are looked at when a unit is to start: until then the result is "no", without a time. */
    private static boolean isSkipped(Map<String, String> values) {
        return values.getOrDefault("ActiveState", "").equals("inactive")
                && values.getOrDefault("ConditionResult", "").equals("no")
                && !values.getOrDefault("ConditionTimestampMonotonic", "0").equals("0");
    }

    /** States are words of lower case letters (systemctl(1), "is-enabled" and "show"). */
    private static String state(String word) {
        if (!word.matches("[a-z-]*")) {
            throw new IllegalArgumentException("it reported a unit's state that systemd does not have");
        }
        return word;
    }

    /** In milliseconds since 1970; 0 for what has not happened. */
    private static long date(Map<String, String> values, String property, double boot) {
        long microseconds = Long.parseLong(values.getOrDefault(property, "0"));
        return microseconds == 0 ? 0 : (long) (boot * 1e3 + microseconds / 1e3);
    }

    private static double seconds(String text) {
        if (!text.matches("[0-9]{1,12}([.][0-9]{1,9})?")) {
            throw new IllegalArgumentException(text + " is not a time");
        }
        return Double.parseDouble(text);
    }
}
