package io.urania.engine.resource.boot;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.State;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.file.PlannedText;
import io.urania.engine.resource.file.Unwritable;
import io.urania.engine.shell.Shell;
import io.urania.engine.system.SystemFact;
import io.urania.engine.system.SystemProbe;
import io.urania.engine.text.ResourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the kernel is told when the machine starts, in the file that is read there: words are added at the end of its one line and taken from
 * it, and all others stay. They are in force after a {@link Restart}.
 *
 * @param wanted words that are to be there, such as {@code psi=1}
 * @param memoryControl whether the control group of memory is switched on where it is off: kernels of Raspberry Pis have it off and are told
 *     by a word that only they know (raspberrypi/linux#6439), others must not be told that it is off
 */
public record KernelArguments(List<String> wanted, boolean memoryControl) implements Resource {

    /** Nothing is asked for: words that were given before are taken back. */
    public static final KernelArguments NONE = new KernelArguments(List.of(), false);

    static final String NOTE = "/var/lib/urania/kernel-arguments";

    private static final String ENABLING = "cgroup_enable=memory";
    private static final String DISABLING = "cgroup_disable=memory";

    /** As {@code 6.12.75+rpt-rpi-v8}, {@code 6.6.51-v8-16k+} and {@code 5.10.103-v7l+}. */
    private static final Pattern OF_RASPBERRY_PI = Pattern.compile(".*(\\+rpt|-rpi\\b|-v[678]l?(-16k)?\\+?$).*");

    public KernelArguments {
        wanted = List.copyOf(wanted);
    }

    @Override
    public String name() {
        return "kernel arguments";
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(BootProbe.QUESTION, SystemProbe.QUESTION);
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        BootFact boot = planning.facts().answer(BootProbe.QUESTION);
        List<String> words = words(planning.facts());
        List<String> unwanted = unwanted(planning.facts());
        Optional<BootFile> file = boot.file();
        if (file.isEmpty()) {
            return boot.arguments().hasAll(words) ? Optional.empty() : Optional.of(unknown(words));
        }
        String path = file.get().path();
        String text = boot.text(path).orElseThrow();
        KernelWords present = file.get().arguments(text).orElseThrow();
        KernelWords changed = present.without(unwanted, words);
        List<String> given = given(boot, present, words);
        if (changed.equals(present) && given.equals(boot.given())) {
            return Optional.empty();
        }
        return Optional.of(Difference.of(
                Action.CHANGE,
                title(words, unwanted, present) + " in " + path,
                State.content(present.toString(), path, text),
                State.content(changed.toString(), path, file.get().with(text, changed)),
                write(file.get(), text, file.get().with(text, changed), boot.given(), given)));
    }

    /** The words that a host's kernel is to get from here. */
    List<String> words(Facts facts) {
        List<String> words = new ArrayList<>(wanted);
        SystemFact system = facts.answer(SystemProbe.QUESTION);
        boolean isNeeded = !system.cgroupControllers().contains("memory")
                && OF_RASPBERRY_PI.matcher(system.kernel()).matches();
        // Where it is on, it is perhaps because of this word.
        boolean isGiven = facts.answer(BootProbe.QUESTION).given().contains(ENABLING);
        if (memoryControl && (isNeeded || isGiven) && !words.contains(ENABLING)) {
            words.add(ENABLING);
        }
        return words;
    }

    /**
     * The words that are to go: those that were given before and are not asked for any more, and what switches memory's control off, at the
     * next start if not now.
     */
    private List<String> unwanted(Facts facts) {
        List<String> words = words(facts);
        List<String> unwanted = new ArrayList<>(facts.answer(BootProbe.QUESTION).given());
        unwanted.removeAll(words);
        if (memoryControl && !words.contains(DISABLING)) {
            unwanted.add(DISABLING);
        }
        return unwanted;
    }

    private boolean lacksMemoryControl(Facts facts) {
        return memoryControl
                && !facts.answer(SystemProbe.QUESTION).cgroupControllers().contains("memory");
    }

    /** Whether the control group of memory, which is off, is on after the next start with these arguments. */
    public boolean bringsMemoryControl(Facts facts) {
        BootFact boot = facts.answer(BootProbe.QUESTION);
        return lacksMemoryControl(facts)
                && boot.file().isPresent()
                && (!boot.arguments().hasAll(words(facts)) || isToldOff(boot, facts));
    }

    /** A Raspberry Pi's firmware says so to every kernel, and is not to be believed. */
    private boolean isToldOff(BootFact boot, Facts facts) {
        return boot.arguments().has(DISABLING) && !words(facts).contains(ENABLING);
    }

    /** Why the machine has to be started again for what its files say already; empty if it has not. */
    Optional<String> pending(Facts facts) {
        BootFact boot = facts.answer(BootProbe.QUESTION);
        if (boot.file().isEmpty()) {
            return Optional.empty();
        }
        List<String> missing = new ArrayList<>(words(facts));
        missing.removeAll(boot.arguments().words());
        if (!missing.isEmpty()) {
            return Optional.of("the running kernel has not got " + String.join(" ", missing));
        }
        return lacksMemoryControl(facts) && isToldOff(boot, facts)
                ? Optional.of("the running kernel has got " + DISABLING)
                : Optional.empty();
    }

    /** A word that was there before belongs to others. */
    private static List<String> given(BootFact boot, KernelWords present, List<String> words) {
        return words.stream()
                .filter(word -> boot.given().contains(word) || !present.has(word))
                .toList();
    }

    private static String title(List<String> words, List<String> unwanted, KernelWords present) {
        List<String> added = words.stream().filter(word -> !present.has(word)).toList();
        List<String> gone = unwanted.stream().filter(present::has).toList();
        String adding = added.isEmpty() ? "" : "add " + String.join(" ", added);
        String removing = gone.isEmpty() ? "" : "remove " + String.join(" ", gone);
        if (adding.isEmpty() && removing.isEmpty()) {
            return "note whose the kernel's arguments are";
        }
        return adding + (adding.isEmpty() || removing.isEmpty() ? "" : ", ") + removing;
    }

    private static Difference unknown(List<String> words) {
        return Difference.of(
                Action.CHANGE,
                "add kernel arguments",
                "nobody knows where they come from",
                String.join(" ", words),
                Operation.of("echo "
                        + Shell.quote("none of " + String.join(", ", BootFile.paths())
                                + " has the kernel's arguments; add these to what starts the kernel, and restart the host: "
                                + String.join(" ", words))
                        + "\nexit 1\n"));
    }

    private static Operation write(
            BootFile file, String present, String changed, List<String> before, List<String> given) {
        List<String> meanwhile =
                Stream.concat(before.stream(), given.stream()).distinct().toList();
        return new Operation(
                "file=" + Shell.quote(file.path()) + "\n"
                        + Unwritable.trap()
                        + "sum=" + Payload.text(present).sha256() + "\n"
                        + "note=" + NOTE + "\n"
                        + PlannedText.check()
                        + ResourceText.beside(KernelArguments.class, "writing.sh")
                        + (file == BootFile.U_BOOT ? ResourceText.beside(KernelArguments.class, "u-boot.sh") : ""),
                List.of(Payload.text(changed), Payload.text(lines(meanwhile)), Payload.text(lines(given))));
    }

    private static String lines(List<String> words) {
        return words.isEmpty() ? "" : String.join("\n", words) + "\n";
    }
}
