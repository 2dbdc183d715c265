package io.urania.cli.terminal;

import io.urania.control.port.Shells;
import io.urania.engine.shell.Shell;
import io.urania.engine.state.StateDirectory;
import io.urania.engine.transport.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command with which a person opens a shell on a host.
 *
 * @param program what the person types to start Urania
 */
record Login(String program) implements Shells {

    @Override
    public String command(Target target, StateDirectory state) {
        // DIR/inventory/.urania
        Path directory = state.path().resolve("../..").toAbsolutePath().normalize();
        if (Files.isRegularFile(directory.resolve("rack.json"))) {
            boolean isUsual = directory.equals(Path.of("rack").toAbsolutePath());
            String named = isUsual ? "" : "--rack " + Shell.quote(directory.toString()) + " ";
            return Shell.quote(program) + " lab exec " + named + Shell.quote(target.name()) + " -- sh";
        }
        return ssh(target);
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
