package io.urania.engine.resource.service;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a shutdown waits for programs that have asked for it (logind.conf(5), "InhibitDelayMaxSec="). The file's name comes after those of
 * distributions, for the last file has its way: unattended-upgrades of Debian sets 30 seconds.
 *
 * @param most whole seconds
 */
public record ShutdownDelay(Duration most) implements Resource {

    private static final String NAME = "shutdown delay";

    /** The file that says it. */
    public static final String FILE = "/etc/systemd/logind.conf.d/zz-urania.conf";

    /** The task of a host. */
    public static TaskId task(String host) {
        return new TaskId(host, NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(FileProbe.at(FILE));
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        Payload text = Payload.text("[Login]\nInhibitDelayMaxSec=" + most.toSeconds() + "\n");
        if (planning.facts().answer(FileProbe.at(FILE)) instanceof FileFact.Regular file
                && file.sha256().equals(text.sha256())) {
            return Optional.empty();
        }
        return Optional.of(Difference.of(
                Action.CHANGE,
                "let a shutdown wait for pods",
                "not " + most.toSeconds() + " seconds",
                most.toSeconds() + " seconds",
                // A host without logind has nobody to ask: it reads the file when it starts.
                Operation.of(
                        "mkdir -p /etc/systemd/logind.conf.d\nreceive " + FILE
                                + "\nif systemctl is-active --quiet systemd-logind.service; then\n"
                                + "    systemctl kill --signal=HUP systemd-logind.service\nfi\n",
                        text)));
    }
}
