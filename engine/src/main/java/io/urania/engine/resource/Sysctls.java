package io.urania.engine.resource;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.shell.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Kernel parameters, set now and at every boot; one that the running kernel does not have is left for later boots. */
public record Sysctls(SortedMap<String, String> values) implements Resource {

    private static final String FILE = "/etc/sysctl.d/90-urania.conf";

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
        String lines = values.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        SortedMap<String, String> different = new TreeMap<>(values);
        values.forEach((key, value) -> {
            String present = planning.facts().find(SysctlProbe.of(key)).orElse(value);
            if (SysctlProbe.normal(present).equals(SysctlProbe.normal(value))) {
                different.remove(key);
            }
        });
        boolean written = planning.facts().answer(FileProbe.at(FILE)) instanceof FileFact.Regular file
                && file.sha256().equals(sum(lines));
        if (different.isEmpty() && written) {
            return Optional.empty();
        }
        String set = different.entrySet().stream()
                .map(entry -> "echo %s >%s\n"
                        .formatted(Shell.quote(entry.getValue()), Shell.quote(SysctlProbe.file(entry.getKey()))))
                .collect(Collectors.joining());
        return Optional.of(Difference.of(
                Action.CHANGE,
                "set kernel parameters" + (different.isEmpty() ? "" : " " + String.join(", ", different.keySet())),
                different.isEmpty() ? "not kept for the next boot" : "other values",
                "set now and at boot",
                Operation.of("mkdir -p /etc/sysctl.d\nreceive " + FILE + "\n" + set, Payload.text(lines))));
    }

    private static String sum(String text) {
        return Payload.text(text).sha256();
    }
}
