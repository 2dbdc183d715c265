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
                    "the ssh arguments would switch off the check of host keys",
                    "whoever sits between could then take over the rack, so Urania leaves these words out",
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
                                "ssh would wait for what comes out of it",
                                "name a file with a key")));
        return SshOptionRule.passed(options);
    }

    private void tell(Variable<?> variable, @Nullable Position position, SshOption option) {
        SshOptionRule rule = SshOptionRule.of(option);
        switch (rule.treatment()) {
            case PASSED, OURS, ASKED, HOST_KEYS -> {}
            case LEFT_OUT ->
                source.warning(
                        position,
                        "the ssh argument " + option.shown() + " " + rule.reason(),
                        "Urania needs it for nothing, and leaves it out",
                        "remove it from " + variable.name());
            case REFUSED ->
                source.error(
                        position,
                        "the ssh argument " + spelled(option) + " " + rule.reason(),
                        "an inventory may have been written by somebody else, and its ssh arguments are words for a program of this machine",
                        "remove it from " + variable.name()
                                + "; what is right for this machine can stand in ~/.ssh/config, which ssh reads");
        }
    }

    private static String spelled(SshOption option) {
        return option.words().stream().collect(Collectors.joining(" ", "'", "'"));
    }
}
