package io.urania.engine.resource.boot;

import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Interruption;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.RetryPolicy;
import io.urania.engine.plan.TaskId;
import io.urania.engine.plan.Work;
import io.urania.engine.resource.service.Gate;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A machine that is started again where that is needed: what its files say is not in force yet, or the system itself wants it. It is waited for,
 * and counts as done when the machine has another boot id, systemd has started everything, and what was asked for is in force. Its tasks
 * are to be in the lane {@link io.urania.engine.plan.Lane#ALONE}.
 *
 * @param arguments what the kernel is to be told
 * @param firmware what the firmware is to be told
 * @param forSystem whether the machine is also started again because its system wants it, after an upgrade
 * @param gate what has to be well before and after; empty if nothing depends on the machine
 */
public record Restart(KernelArguments arguments, FirmwareSettings firmware, boolean forSystem, Optional<Gate> gate)
        implements Work {

    /** The name of its task. */
    public static final String NAME = "restart";

    /** From the first sign that it is away: a Raspberry Pi that looks at its file system first takes minutes. */
    private static final Duration ABSENCE = Duration.ofMinutes(15);

    /** The same, where others depend on the machine. */
    public Restart through(Gate well) {
        return new Restart(arguments, firmware, forSystem, Optional.of(well));
    }

    @Override
    public List<Question<?>> questions() {
        List<Question<?>> questions = new ArrayList<>(arguments.questions());
        questions.addAll(firmware.questions());
        return List.copyOf(Set.copyOf(questions));
    }

    /**
     * Why a host has to be started again, in words; none if it has not.
     *
     * @param planning of a task that needs those of the settings
     */
    public List<String> reasons(String host, Planning planning) {
        Facts facts = planning.book().of(host);
        List<String> reasons = new ArrayList<>();
        if (planning.isChanging(new TaskId(host, arguments.name()))) {
            reasons.add("kernel arguments change");
        } else {
            arguments.pending(facts).ifPresent(reasons::add);
        }
        if (planning.isChanging(new TaskId(host, firmware.name()))) {
            reasons.add("firmware settings change");
        } else {
            firmware.pending(facts).ifPresent(reasons::add);
        }
        if (forSystem) {
            reasons.addAll(facts.answer(BootProbe.QUESTION).pending());
        }
        return reasons;
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        String host = planning.task().host();
        List<String> reasons = reasons(host, planning);
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        Difference difference = Difference.of(
                        Action.RUN,
                        "restart the host",
                        String.join("; ", reasons),
                        "started again, and in force",
                        operation(planning.facts()))
                .interrupting(
                        List.of(new Interruption("the host", "all that runs on it ends, until it has started again")))
                .with(RetryPolicy.across(ABSENCE));
        return Optional.of(gate.map(well -> difference.inTurn(well.turn())).orElse(difference));
    }

    /** Whether a word with a space is there cannot be asked in a loop over words; what was written beside it tells. */
    private static String spaceless(List<String> words) {
        return words.stream().filter(word -> !word.contains(" ")).collect(Collectors.joining(" "));
    }

    private Operation operation(Facts facts) {
        return Operation.of(
                "boot=" + Shell.quote(facts.answer(BootProbe.QUESTION).bootId()) + "\n"
                        + "words=" + Shell.quote(spaceless(arguments.words(facts))) + "\n"
                        + "memory=" + (arguments.bringsMemoryControl(facts) ? "wanted" : "") + "\n"
                        + "before() {\n:\n" + gate.map(Gate::before).orElse("") + "}\n"
                        + "after() {\n:\n" + gate.map(Gate::after).orElse("") + "}\n"
                        + ResourceText.beside(Restart.class, "restart.sh"));
    }
}
