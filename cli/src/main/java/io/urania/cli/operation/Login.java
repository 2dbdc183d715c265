package io.urania.cli.operation;

import io.urania.engine.shell.Shell;
import io.urania.engine.transport.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The command with which a person opens a shell on a host.
 *
 * @param state the state directory, which tells whether the inventory is a virtual rack's
 * @param program what the person types to start Urania
 */
record Login(Map<String, Target> targets, Path state, String program) implements UnaryOperator<String> {

    @Override
    public String apply(String host) {
        // DIR/inventory/.urania
        Path directory = state.resolve("../..").toAbsolutePath().normalize();
        if (Files.isRegularFile(directory.resolve("rack.json"))) {
            boolean isUsual = directory.equals(Path.of("rack").toAbsolutePath());
            String named = isUsual ? "" : "--rack " + Shell.quote(directory.toString()) + " ";
            return Shell.quote(program) + " lab exec " + named + Shell.quote(host) + " -- sh";
        }
        return ssh(Objects.requireNonNull(targets.get(host), host));
    }

    private static String ssh(Target target) {
        List<String> words = new ArrayList<>(List.of("ssh"));
        words.addAll(target.options());
        target.identity().ifPresent(key -> words.addAll(List.of("-i", key.toString())));
        if (target.port() != 22) {
            words.addAll(List.of("-p", Integer.toString(target.port())));
        }
        words.add("--");
        words.add(target.user().isEmpty() ? target.address() : target.user() + "@" + target.address());
        return Shell.words(words);
    }
}
