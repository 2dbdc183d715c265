package io.urania.engine.resource.kernel;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import io.urania.engine.resource.kernel.SysctlFact.Setting;
import io.urania.engine.shell.Shell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Kernel parameters, set now and at every boot; one that the running kernel does not have is left for later boots. The file's name comes
 * after those that distributions and people choose, for the last file has its way; {@link #overrides} tells of one that comes later still.
 */
public record Sysctls(SortedMap<String, String> values) implements Resource {
    /** The file that has them for the next boot: after all others by name. */
    public static final String FILE = "/etc/sysctl.d/zz-urania.conf";

    public Sysctls {
        values = new TreeMap<>(values);
    }

    @Override
    public String name() {
        return "sysctls";
    }

    @Override
    public List<Question<?>> questions() {
        List<Question<?>> questions = new ArrayList<>(List.of(FileProbe.at(FILE)));
        values.keySet().forEach(key -> questions.add(SysctlProbe.of(key)));
        return questions;
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        boolean modulesComing = planning.isChanging(new TaskId(planning.task().host(), KernelModules.NAME));
        SortedMap<String, SysctlFact> different = new TreeMap<>();
        SortedMap<String, SysctlFact> toSet = new TreeMap<>();
        values.forEach((key, value) -> {
            SysctlFact fact = planning.facts().answer(SysctlProbe.of(key));
            // A module that is still to be loaded brings its parameters with it.
            boolean wrongNow = fact.live().map(live -> !live.equals(value)).orElse(modulesComing);
            boolean wrongAtBoot = fact.atBoot()
                    .filter(setting -> !setting.value().equals(value))
                    .isPresent();
            if (wrongNow) {
                toSet.put(key, fact);
            }
            if ((wrongNow && fact.live().isPresent()) || wrongAtBoot) {
                different.put(key, fact);
            }
        });
        String lines = lines();
        boolean written = planning.facts().answer(FileProbe.at(FILE)) instanceof FileFact.Regular file
                && file.sha256().equals(Payload.text(lines).sha256());
        if (different.isEmpty() && toSet.isEmpty() && written) {
            return Optional.empty();
        }
        return Optional.of(Difference.of(
                Action.CHANGE,
                "set kernel parameters" + (different.isEmpty() ? "" : " " + String.join(", ", different.keySet())),
                different.isEmpty() ? "set now, not at boot" : before(different),
                "set now and at boot",
                Operation.of(
                        "mkdir -p /etc/sysctl.d\nreceive " + FILE + "\n" + commands(toSet.keySet()),
                        Payload.text(lines))));
    }

    /** The settings of files that are read after ours and say something else: what is set now does not outlive the next boot. */
    public SortedMap<String, Setting> overrides(Facts facts) {
        SortedMap<String, Setting> overrides = new TreeMap<>();
        values.forEach((key, value) -> facts.answer(SysctlProbe.of(key))
                .atBoot()
                .filter(setting -> !setting.value().equals(value))
                .filter(setting -> nameOf(setting.file()).compareTo(nameOf(FILE)) > 0)
                .ifPresent(setting -> overrides.put(key, setting)));
        return overrides;
    }

    private String lines() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** Each with its value now, and with the file that sets it to something else at boot. */
    private String before(SortedMap<String, SysctlFact> different) {
        return different.entrySet().stream()
                .map(entry -> before(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String before(String key, SysctlFact fact) {
        String now = fact.live().map(value -> key + " = " + value).orElse(key + " not available yet");
        return now
                + fact.atBoot()
                        .filter(setting -> !setting.value().equals(values.get(key)))
                        .map(setting -> " (" + setting.value() + " at boot by " + setting.file() + ")")
                        .orElse("");
    }

    private String commands(Collection<String> keys) {
        return keys.stream()
                .map(key -> "[ ! -e %2$s ] || echo %1$s >%2$s\n"
                        .formatted(Shell.quote(values.getOrDefault(key, "")), Shell.quote(SysctlProbe.file(key))))
                .collect(Collectors.joining());
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
