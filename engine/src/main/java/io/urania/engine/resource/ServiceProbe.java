package io.urania.engine.resource;

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
        // systemd gives its monotonic clock; the two readings of now turn it into a date without parsing one.
        return """
                read -r up rest </proc/uptime
                echo "now $(date +%%s) $up"
                echo
                systemctl show --property=Id,ActiveState,UnitFileState,ActiveEnterTimestampMonotonic -- %s
                """.formatted(Shell.words(subjects));
    }

    @Override
    public Map<String, ServiceFact> parse(String output, SortedSet<String> subjects) {
        String[] now = output.lines()
                .filter(line -> line.startsWith("now "))
                .findFirst()
                .orElse("now 0 0")
                .split(" ", -1);
        double boot = Long.parseLong(now[1]) - Double.parseDouble(now[2]);
        Map<String, ServiceFact> facts = new HashMap<>();
        for (String block : output.split("\n\n", -1)) {
            Map<String, String> values = new HashMap<>();
            Arrays.stream(block.split("\n", -1))
                    .filter(line -> line.contains("="))
                    .forEach(line -> {
                        int equals = line.indexOf('=');
                        values.put(line.substring(0, equals), line.substring(equals + 1));
                    });
            String unit = values.get("Id");
            if (unit != null) {
                long entered = Long.parseLong(values.getOrDefault("ActiveEnterTimestampMonotonic", "0"));
                facts.put(
                        unit,
                        new ServiceFact(
                                values.getOrDefault("ActiveState", "inactive"),
                                values.getOrDefault("UnitFileState", ""),
                                entered == 0 ? 0 : (long) (boot + entered / 1e6)));
            }
        }
        return facts;
    }
}
