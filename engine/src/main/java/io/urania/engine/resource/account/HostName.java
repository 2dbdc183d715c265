package io.urania.engine.resource.account;

import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.file.TextProbe;
import io.urania.engine.shell.Shell;
import io.urania.engine.system.SystemProbe;
import java.util.List;
import java.util.Optional;

/**
 * The machine's own name, now and at every boot.
 *
 * @param value the name, as it stands in /etc/hostname
 */
public record HostName(String value) implements Resource {

    private static final String FILE = "/etc/hostname";

    @Override
    public String name() {
        return "host name";
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(SystemProbe.QUESTION, TextProbe.at(FILE));
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        String present = planning.facts().answer(SystemProbe.QUESTION).hostName();
        boolean kept = planning.facts()
                .answer(TextProbe.at(FILE))
                .filter(text -> text.strip().equals(value))
                .isPresent();
        if (present.equals(value) && kept) {
            return Optional.empty();
        }
        return Optional.of(Difference.of(
                Action.CHANGE,
                "set the host name to " + value,
                kept ? present : present + ", another name after the next boot",
                value,
                Operation.of("""
                        name=%s
                        echo "$name" >/etc/hostname
                        read -r present </proc/sys/kernel/hostname
                        [ "$present" = "$name" ] || echo "$name" >/proc/sys/kernel/hostname
                        """.formatted(Shell.quote(value)))));
    }
}
