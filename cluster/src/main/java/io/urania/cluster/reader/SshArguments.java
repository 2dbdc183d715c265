package io.urania.cluster.reader;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.variable.Variable;
import io.urania.engine.transport.openssh.SshOption;
import io.urania.engine.transport.openssh.SshOptionRule;
import io.urania.engine.transport.openssh.SshOptionRule.Treatment;
import io.urania.inventory.problem.Position;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of ssh that an inventory has, and tells which of them are not passed on. */
record SshArguments(Source source) {

    private static final Set<String> KEYS = Set.of("identityfile", "certificatefile");

    /** The words that ssh gets for a host. */
    List<String> of(Variable<List<String>> variable, String host) {
        List<SshOption> options =
                SshOption.parse(source.variables().findTold(variable, host).orElse(List.of()));
        @Nullable
        Position position = source.variables().position(variable, host).orElse(null);
        List<String> aboutHostKeys = options.stream()
                .filter(option -> SshOptionRule.of(option).treatment() == Treatment.HOST_KEYS)
                .map(SshOption::shown)
                .distinct()
                .toList();
        if (!aboutHostKeys.isEmpty()) {
            source.warning(
                    position,
                    "the ssh arguments would disable host key checking",
                    "anyone on the network path could then take over the rack, so Urania ignores these arguments",
                    "remove from " + variable.name() + ": " + String.join(", ", aboutHostKeys));
        }
        options.forEach(option -> tell(variable, position, option));
        options.stream()
                .filter(option -> KEYS.contains(option.keyword()))
                .forEach(option -> new KeyFile(option.value())
                        .wrong()
                        .ifPresent(why -> source.error(
                                position,
                                "the ssh argument " + spelled(option) + " " + why,
                                "ssh would wait for input from it",
                                "use a regular file with a key")));
        return SshOptionRule.passed(options);
    }

    /** Whether arguments of ssh say themselves how a host is reached. */
    static boolean isOnTheWay(List<String> words) {
        return SshOption.parse(words).stream()
                .anyMatch(option -> Set.of("proxyjump", "proxycommand").contains(option.keyword()));
    }

    private void tell(Variable<?> variable, @Nullable Position position, SshOption option) {
        SshOptionRule rule = SshOptionRule.of(option);
        switch (rule.treatment()) {
            case PASSED, OURS, ASKED, HOST_KEYS -> {}
            case LEFT_OUT ->
                source.warning(
                        position,
                        "the ssh argument " + option.shown() + " " + rule.reason(),
                        "Urania does not need it and ignores it",
                        "remove it from " + variable.name());
            case REFUSED ->
                source.error(
                        position,
                        "the ssh argument " + spelled(option) + " " + rule.reason(),
                        "an inventory may come from somebody else, and its ssh arguments are passed to a program on this machine",
                        "remove it from " + variable.name()
                                + "; settings for this machine belong in ~/.ssh/config, which ssh reads");
        }
    }

    private static String spelled(SshOption option) {
        return option.words().stream().collect(Collectors.joining(" ", "'", "'"));
    }
}
