package io.urania.lab.platform;

import io.urania.lab.report.RackProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a person says of operating systems and architectures. A word that means nothing is told to {@code problems}, with those there are. */
public record PlatformWords(Consumer<RackProblem> problems) {
    private static final String BETWEEN = "/";

    /** The platform of these two words, of {@code usual} where a word is empty or wrong. */
    public Platform platform(String distribution, String architecture, Platform usual) {
        return new Platform(
                distribution.isEmpty() ? usual.distribution() : distribution(distribution, usual),
                architecture.isEmpty() ? usual.architecture() : architecture(architecture, usual));
    }

    /** The platform of {@code OS}, {@code OS/ARCH} or {@code /ARCH}. */
    public Platform platform(String words, Platform usual) {
        String[] parts = words.split(BETWEEN, 2);
        return platform(parts[0], parts.length == 1 ? "" : parts[1], usual);
    }

    private Distribution distribution(String word, Platform usual) {
        Optional<Distribution> distribution = Distribution.parse(word);
        if (distribution.isEmpty()) {
            problems.accept(new RackProblem(
                    "no operating system of hosts is called '" + word + "'",
                    "a rack's hosts have one that the lab can create",
                    choose(Arrays.stream(Distribution.values()).map(Distribution::label))));
        }
        return distribution.orElse(usual.distribution());
    }

    private Architecture architecture(String word, Platform usual) {
        Optional<Architecture> architecture = Architecture.parse(word);
        if (architecture.isEmpty()) {
            problems.accept(new RackProblem(
                    "no architecture of hosts is called '" + word + "'",
                    "a rack's hosts have one that Urania supports, by Debian's name",
                    choose(Arrays.stream(Architecture.values()).map(Architecture::label))));
        }
        return architecture.orElse(usual.architecture());
    }

    private static String choose(Stream<String> labels) {
        List<String> words = labels.toList();
        return "choose from " + words.stream().collect(Collectors.joining(", "));
    }
}
