package io.urania.engine.resource;

import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
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

    @Override
    public String name() {
        return "host name";
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(SystemProbe.QUESTION);
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        String present = planning.facts().answer(SystemProbe.QUESTION).hostName();
        if (present.equals(value)) {
            return Optional.empty();
        }
        return Optional.of(Difference.of(
                "name the host " + value,
                present,
                value,
                Operation.of("name=%s\necho \"$name\" >/etc/hostname\necho \"$name\" >/proc/sys/kernel/hostname"
                        .formatted(Shell.quote(value)))));
    }
}
