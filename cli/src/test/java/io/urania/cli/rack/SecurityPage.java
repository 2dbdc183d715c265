package io.urania.cli.rack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The tables of {@code docs/security.md} about what listens on hosts, and what is secret there. */
record SecurityPage(List<List<String>> ports, List<List<String>> secrets) {

    static SecurityPage read() throws IOException {
        String text = Files.readString(Path.of("../docs/security.md"));
        return new SecurityPage(rows(text, "## Who listens on a host"), rows(text, "## What is secret on a host"));
    }

    /** What listens on a host of these kinds: {@code 6443/tcp all haproxy}. */
    List<String> listeners(Set<String> kinds) {
        return ports.stream()
                .filter(row -> kinds.contains(row.get(2)))
                .flatMap(row ->
                        Stream.of(row.get(1).split(", ")).map(address -> row.get(0) + " " + address + " " + row.get(3)))
                .toList();
    }

    /** What is secret on a host of these kinds: {@code 600 root:root /etc/kubernetes/ssl/ca.key}, where a star is any name. */
    List<String> secrets(Set<String> kinds) {
        return secrets.stream()
                .filter(row -> kinds.contains(row.get(3)))
                .map(row -> row.get(1) + " " + row.get(2) + " " + row.get(0).replace("`", ""))
                .toList();
    }

    private static List<List<String>> rows(String text, String heading) {
        String section = text.substring(text.indexOf(heading) + heading.length());
        return section.substring(0, section.indexOf("\n## "))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Port") && !line.startsWith("| File"))
                .map(line -> Stream.of(line.substring(2).split(" \\| ?"))
                        .map(String::strip)
                        .toList())
                .toList();
    }
}
