package io.urania.engine.resource.service;

import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.note.Notes;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Interruption;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.TaskId;
import io.urania.engine.process.Holders;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import io.urania.engine.resource.file.ModificationProbe;
import io.urania.engine.resource.file.Program;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.shell.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A systemd unit that is enabled, active, and was started after the files it reads were last changed.
 *
 * <p>That the files are older than the unit's start is a fact, not a memory: a run that was killed between writing a
 * file and the restart is repaired by the next one.
 *
 * @param unit full name, such as {@code etcd.service}
 * @param reads files it reads at its start; each is a {@link TextFile} task that this one needs
 * @param programs programs it is; each is a {@link Program} task that this one needs
 * @param startedBy tasks that start it themselves, with the files as they are then; each is one this one needs
 */
public record Service(
        String unit, List<String> reads, List<String> programs, List<TaskId> startedBy, Restarting restarting)
        implements Resource {

    /** Others may never start, when a run has ended meanwhile: then it starts on without being waited for. */
    private static final String RESTART_WITH_OTHERS = """
            restart() {
                waiting_for "$unit to become ready, for which it needs other hosts"
                systemctl restart "$unit" &
                while kill -0 $! 2>/dev/null; do
                    if asked_to_stop; then
                        kill $!
                        echo "$unit: stopped waiting, because the run is ending"
                        exit 1
                    fi
                    sleep 0.1
                done
                wait $!
            }
            """;

    /** Who has the port that a unit would have is seen nowhere in its words. */
    private static final String LAST_WORDS = Holders.functions() + """
                    last_words() {
                        said=$(journalctl --unit="$unit" --lines=15 --no-pager --output=cat) || :
                        printf '%s\\n' "$said"
                        told_holders "$said"
                    }
                    """;

    private static final String RESTART = """
            restart() {
                waiting_for "$unit to start"
                systemctl restart "$unit"
            }
            """;

    private static final String SKIPPED = """
            if ! systemctl is-active --quiet "$unit"; then
                echo "$unit is enabled, but systemd does not start it: its conditions do not hold on this host, as in a container"
            fi
            """;

    public Service {
        reads = List.copyOf(reads);
        programs = List.copyOf(programs);
        startedBy = List.copyOf(startedBy);
    }

    /** A unit that nothing else starts. */
    public static Service of(String unit, List<String> reads, List<String> programs) {
        return new Service(unit, reads, programs, List.of());
    }

    /** A unit whose restart is noticed by nobody but its users. */
    public Service(String unit, List<String> reads, List<String> programs, List<TaskId> startedBy) {
        this(unit, reads, programs, startedBy, Restarting.USUAL);
    }

    /** The same unit, with what people notice when it is restarted, a sentence without its full stop. */
    public Service restartMeaning(String effect) {
        return with(restarting.meaning(effect));
    }

    /** The same unit, restarted in its turn and through a gate. */
    public Service restartedThrough(Gate health) {
        return with(restarting.through(health));
    }

    /** The same unit, which counts as started only when units on other hosts start too. */
    public Service startingWithOthers() {
        return with(restarting.startingWithOthers());
    }

    /** The same unit, reloaded when its files have changed. */
    public Service reloading() {
        return with(restarting.reloading());
    }

    /** The same unit, which is as it should be, too, where systemd skips it because its conditions do not hold on the host. */
    public Service whereItCan() {
        return with(restarting.whereItCan());
    }

    private Service with(Restarting other) {
        return new Service(unit, reads, programs, startedBy, other);
    }

    /** The task of a host after which a service runs as it should. */
    public static TaskId task(String host, String unit) {
        return new TaskId(host, name(unit));
    }

    private static String name(String unit) {
        return "service " + unit;
    }

    @Override
    public String name() {
        return name(unit);
    }

    @Override
    public List<Question<?>> questions() {
        List<Question<?>> questions = new ArrayList<>(List.of(ServiceProbe.of(unit)));
        reads.forEach(path -> questions.add(FileProbe.at(path)));
        programs.forEach(path -> questions.add(ModificationProbe.at(path)));
        return questions;
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        if (startedBy.stream().anyMatch(planning::isChanging)) {
            return Optional.empty();
        }
        ServiceFact fact = planning.facts().answer(ServiceProbe.of(unit));
        boolean isSkipped = restarting.mayBeSkipped() && fact.isSkipped();
        if (!fact.isActive() && !isSkipped) {
            return Optional.of(change(Action.CHANGE, "start " + unit, fact.active(), restart(fact)));
        }
        if (isSkipped) {
            return enabling(fact);
        }
        if (hasNewProgram(planning, fact.since()) || (!restarting.reloads() && hasNewFile(planning, fact.since()))) {
            return Optional.of(restartInTurn(fact));
        }
        if (restarting.reloads() && hasNewFile(planning, fact.reloaded())) {
            return Optional.of(change(Action.CHANGE, "reload " + unit, "runs with older files", reload(fact)));
        }
        return enabling(fact);
    }

    private Optional<Difference> enabling(ServiceFact fact) {
        if (fact.isEnabled()) {
            return Optional.empty();
        }
        return Optional.of(Difference.of(
                Action.CHANGE,
                "enable " + unit,
                fact.enabled().isEmpty() ? "no unit file" : fact.enabled(),
                "starts at boot",
                Operation.of(Notes.unit(unit, fact.enabled(), fact.active())
                        + "systemctl daemon-reload\nsystemctl enable --quiet "
                        + Shell.quote(unit))));
    }

    private boolean hasNewFile(Planning planning, long since) {
        String host = planning.task().host();
        return reads.stream()
                .anyMatch(path -> planning.isChanging(TextFile.task(host, path))
                        || isNewer(planning.facts().answer(FileProbe.at(path)), since));
    }

    private boolean hasNewProgram(Planning planning, long since) {
        String host = planning.task().host();
        return programs.stream()
                .anyMatch(
                        path -> planning.isChanging(Program.task(host, path)) || isProgramNewer(planning, path, since));
    }

    private static boolean isProgramNewer(Planning planning, String path, long since) {
        OptionalLong modified = planning.facts().answer(ModificationProbe.at(path));
        return modified.isPresent() && modified.getAsLong() > since;
    }

    private static boolean isNewer(FileFact fact, long since) {
        return fact instanceof FileFact.Regular file && file.modified() > since;
    }

    private Difference restartInTurn(ServiceFact fact) {
        Optional<Gate> gate = restarting.gate();
        Difference alone = change(
                Action.RESTART,
                "restart " + unit,
                "runs with older files",
                gate.map(Gate::before).orElse("") + "\n" + restart(fact)
                        + gate.map(Gate::after).orElse(""));
        Difference difference = alone.interrupting(List.of(new Interruption(unit, restarting.means())));
        return gate.map(health -> difference.inTurn(health.turn())).orElse(difference);
    }

    private static Difference change(Action action, String title, String before, String script) {
        return Difference.of(action, title, before, "active, starts at boot", Operation.of(script));
    }

    private String restart(ServiceFact fact) {
        return LAST_WORDS + (restarting.withOthers() ? RESTART_WITH_OTHERS : RESTART) + enable(fact) + """
                if ! restart; then
                    echo "$unit did not start; its last log lines:"
                    last_words
                    exit 1
                fi
                waiting_for
                """
                + (restarting.mayBeSkipped() ? SKIPPED : "");
    }

    private String reload(ServiceFact fact) {
        return enable(fact) + """
                systemctl reload "$unit"
                """;
    }

    private String enable(ServiceFact fact) {
        return Notes.unit(unit, fact.enabled(), fact.active()) + """
                unit=%s
                systemctl daemon-reload
                systemctl enable --quiet "$unit"
                systemctl reset-failed "$unit" 2>/dev/null || :
                """.formatted(Shell.quote(unit));
    }
}
