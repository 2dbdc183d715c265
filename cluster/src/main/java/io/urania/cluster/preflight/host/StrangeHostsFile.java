package io.urania.cluster.preflight.host;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import io.urania.engine.resource.file.TextProbe;
import java.util.List;
import java.util.Optional;

/** /etc/hosts is a file, or a link to one, of UTF-8: names of the cluster are written into it, and the lines of others are kept. */
record StrangeHostsFile() implements HostRule {
    private static final String FILE = "/etc/hosts";

    /** What stands for bytes that are not UTF-8 after they have been read as such. */
    private static final String REPLACEMENT = "\uFFFD";

    @Override
    public String id() {
        return "strange-hosts-file";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "/etc/hosts is a directory, a broken link, or not UTF-8",
                "names of the cluster are written into it, and other lines are kept",
                "move it away, or write it in UTF-8",
                "hosts(5)");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return List.of(FileProbe.at(FILE), TextProbe.at(FILE));
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        Optional<String> text = facts.answer(TextProbe.at(FILE));
        return switch (facts.answer(FileProbe.at(FILE))) {
            case FileFact.Absent _ -> List.of();
            case FileFact.Folder _ -> List.of(noFile(host, "a directory"));
            case FileFact.Other(String kind)
            when text.isEmpty() ->
                List.of(noFile(host, kind.equals("symbolic link") ? "a broken symbolic link" : "a " + kind));
            case FileFact.Regular _, FileFact.Other _ ->
                text.filter(lines -> lines.contains(REPLACEMENT)).stream()
                        .map(_ -> error(
                                host.name(),
                                FILE + " is not UTF-8",
                                "lines that are not Urania's could not be kept as they are",
                                "find them with: grep -naxv '.*' " + FILE + "; then convert them to UTF-8"))
                        .toList();
        };
    }

    private Finding noFile(HostSpec host, String kind) {
        return error(
                host.name(),
                FILE + " is " + kind,
                "Urania writes the names of the cluster's hosts into it",
                "move it away, and create a file with the line: 127.0.0.1 localhost");
    }
}
