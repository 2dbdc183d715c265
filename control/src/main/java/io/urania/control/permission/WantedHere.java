package io.urania.control.permission;

import io.urania.cluster.variable.Origins;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.ConnectionVariables;
import io.urania.engine.plan.Reason;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Way;
import io.urania.engine.transport.openssh.SshOption;
import io.urania.engine.transport.openssh.SshOptionRule;
import io.urania.engine.transport.openssh.SshOptionRule.Treatment;
import io.urania.inventory.file.RegularFile;
import io.urania.inventory.library.lookup.OutsideRead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something that an inventory wants to do on the machine where Urania runs.
 *
 * @param subject the beginning of what it is: what of another inventory's or another day's begins so is of its kind
 * @param what as the inventory writes it
 * @param does what comes of it, as a clause
 * @param place the variable that wants it, and where it is set
 * @param content all that decides what is done: with other content it is something else; has no NUL
 */
record WantedHere(String subject, String what, String does, String place, String content) {

    private static final int LARGEST_CONFIGURATION = 1024 * 1024;

    /**
     * All that an inventory wants here to reach its hosts, or to tell them, each once.
     *
     * @param reads what its lookups have read
     * @throws IOException if a configuration that the inventory names for ssh cannot be read
     */
    static List<WantedHere> of(Map<String, Target> targets, Origins origins, List<OutsideRead> reads)
            throws IOException {
        Map<String, WantedHere> found = new LinkedHashMap<>();
        for (Target target : targets.values()) {
            for (WantedHere wanted : of(target, origins)) {
                found.putIfAbsent(wanted.content(), wanted);
            }
        }
        for (OutsideRead read : reads) {
            WantedHere wanted = of(read);
            found.putIfAbsent(wanted.content(), wanted);
        }
        return List.copyOf(found.values());
    }

    private static WantedHere of(OutsideRead read) {
        String place = read.position().toString();
        String name = Permission.printable(read.name());
        return switch (read.kind()) {
            case FILE ->
                new WantedHere(
                        name,
                        name,
                        "is read by a lookup, is outside of the inventory directory, and can be sent to hosts",
                        place,
                        "file " + name);
            case VARIABLE ->
                new WantedHere(
                        "$" + name,
                        "$" + name,
                        "is a variable of your environment, is read by a lookup, and can be sent to hosts",
                        place,
                        "variable " + name);
        };
    }

    private static List<WantedHere> of(Target target, Origins origins) throws IOException {
        List<WantedHere> found = new ArrayList<>();
        if (target.way() == Way.LOCAL) {
            found.add(new WantedHere(
                    "ansible_connection of " + target.name(),
                    "ansible_connection of " + target.name(),
                    "makes this machine the host " + target.name() + ", and changes it as root",
                    place(target, origins, List.of(ConnectionVariables.CONNECTION)),
                    "local " + target.name()));
        }
        for (SshOption option : SshOption.parse(target.options())) {
            SshOptionRule rule = SshOptionRule.of(option);
            if (rule.treatment() == Treatment.ASKED) {
                found.add(new WantedHere(
                        option.shown(),
                        String.join(" ", option.words()),
                        rule.reason(),
                        place(
                                target,
                                origins,
                                List.of(ConnectionVariables.COMMON_ARGUMENTS, ConnectionVariables.EXTRA_ARGUMENTS)),
                        option.keyword() + " " + option.value()
                                + (option.keyword().equals("-F") ? "\n" + configuration(option.value()) : "")));
            }
        }
        return found;
    }

    private static String place(Target target, Origins origins, List<Variable<?>> variables) {
        return origins.of(target.name(), variables).stream()
                .map(WantedHere::place)
                .collect(Collectors.joining(", "));
    }

    private static String place(Reason reason) {
        return reason.variable() + " (" + reason.place() + ")";
    }

    private static String configuration(String name) throws IOException {
        Path file = name.startsWith("~/") ? Path.of(System.getProperty("user.home"), name.substring(2)) : Path.of(name);
        try {
            byte[] text = RegularFile.read(file, LARGEST_CONFIGURATION);
            return file.toAbsolutePath() + "\n" + new String(text, StandardCharsets.ISO_8859_1).replace('\0', ' ');
        } catch (IOException e) {
            throw new IOException(
                    file + ", which the inventory sets with -F as ssh configuration, cannot be read: " + e.getMessage(),
                    e);
        }
    }
}
