package io.urania.cli.rack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Copies of a rack's inventories in which hosts have other names or groups; the credentials are those of the rack. */
final class EditedInventory {

    private EditedInventory() {}

    /** Copies with every hosts file edited. */
    static List<Path> of(RackUnderTest rack, Path directory, UnaryOperator<String> edit) throws IOException {
        List<Path> copies = new ArrayList<>();
        for (Path inventory : rack.inventories()) {
            Path copy = directory.resolve(inventory.getFileName());
            copy(inventory, copy);
            Path hosts = copy.resolve("hosts.yaml");
            Files.writeString(hosts, edit.apply(Files.readString(hosts)));
            copies.add(copy);
        }
        return copies;
    }

    /** Copies in which a host has another name, and its variables with it. */
    static List<Path> renamed(RackUnderTest rack, Path directory, String host, String name) throws IOException {
        List<Path> copies = of(rack, directory, text -> text.replace(host, name));
        for (Path copy : copies) {
            Path variables = copy.resolve("host_vars").resolve(host + ".yaml");
            if (Files.exists(variables)) {
                Files.move(variables, variables.resolveSibling(name + ".yaml"));
            }
        }
        return copies;
    }

    /** The text without a host, wherever it stands, and what belongs to it. */
    static String without(String text, String host) {
        StringBuilder kept = new StringBuilder();
        int left = -1;
        for (String line : text.lines().toList()) {
            int indentation = line.length() - line.stripLeading().length();
            if (line.strip().startsWith(host + ":")) {
                left = indentation;
            } else if (left < 0 || indentation <= left) {
                left = -1;
                kept.append(line).append('\n');
            }
        }
        return kept.toString();
    }

    /** The text with these hosts in a group, and no others; a file without the group stays as it is. */
    static String withGroup(String text, String group, List<String> hosts) {
        StringBuilder changed = new StringBuilder();
        boolean isInside = false;
        for (String line : text.lines().toList()) {
            boolean isHost = isInside && line.startsWith("        ");
            if (!isHost) {
                changed.append(line).append('\n');
            }
            if (isInside && line.strip().equals("hosts:")) {
                hosts.forEach(host -> changed.append("        ").append(host).append(":\n"));
            } else if (!isHost) {
                isInside = line.equals("    " + group + ":");
            }
        }
        return changed.toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (Files.isRegularFile(file)) {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
