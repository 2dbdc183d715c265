package io.urania.engine.resource.resolver;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Interruption;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.State;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.file.MarkedLines;
import io.urania.engine.resource.file.PlannedText;
import io.urania.engine.resource.file.Unwritable;
import io.urania.engine.resource.service.Gate;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a host finds names. Whoever sees to that on the host is told in its own way; files of others that Urania had before somebody else
 * came to see to it are taken back.
 *
 * @param name its task's name
 * @param settings what is asked for
 * @param andThen what a later task of the same run asks for in its place: where the host has that already, all is well
 * @param earlier the task that comes before, whose files this one changes
 */
public record HostResolver(
        String name, ResolverSettings settings, Optional<ResolverSettings> andThen, Optional<HostResolver> earlier)
        implements Resource {

    /** It is there while files are written that not everybody has read yet; the next boot reads all of them. */
    static final String UNFINISHED = "/run/urania-name-resolution";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What a host is asked for from the beginning. */
    public static HostResolver of(String name, ResolverSettings settings) {
        return new HostResolver(name, settings, Optional.empty(), Optional.empty());
    }

    /** The same, where something else is asked for at the end of a run. */
    public HostResolver before(ResolverSettings later) {
        return new HostResolver(name, settings, Optional.of(later), earlier);
    }

    /** What is asked for at the end of a run. */
    public HostResolver followedBy(String other, ResolverSettings later) {
        return new HostResolver(other, later, Optional.empty(), Optional.of(before(later)));
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(ResolverProbe.QUESTION);
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        ResolverFact found = planning.facts().answer(ResolverProbe.QUESTION);
        String host = planning.task().host();
        ResolverFact fact = earlier.filter(first -> planning.isChanging(new TaskId(host, first.name())))
                .map(first -> first.done(found))
                .orElse(found);
        if (andThen.filter(later -> isAs(fact, later)).isPresent()) {
            return Optional.empty();
        }
        if (isAs(fact, settings)) {
            return fact.isUnfinished() ? Optional.of(finishing(fact)) : Optional.empty();
        }
        return Optional.of(difference(fact));
    }

    /** A host on which that has been done. */
    public ResolverFact done(ResolverFact host) {
        return host.with(texts(host, settings));
    }

    /** The texts that a host's files are to have. */
    private static Map<String, String> texts(ResolverFact fact, ResolverSettings asked) {
        Mechanism mechanism = fact.mechanism();
        Map<String, String> texts = new HashMap<>();
        for (ResolverFile file : ResolverFile.values()) {
            Optional<String> present = fact.text(file);
            Optional<String> asItIs = present.filter(
                    text -> file == ResolverFile.RESOLV_CONF && !asked.isNothing() && mechanism.isSaidBy(text, asked));
            asItIs.or(() -> mechanism.text(file, others(file, present), asked, fact))
                    .ifPresent(text -> texts.put(file.path(), text));
        }
        return texts;
    }

    /** NetworkManager leaves a host as it is that is asked for domains alone: preflight tells. */
    private static boolean isAs(ResolverFact fact, ResolverSettings asked) {
        Mechanism mechanism = fact.mechanism();
        return (mechanism.takes(asked) || mechanism != Mechanism.OTHER)
                && changes(fact, asked).isEmpty();
    }

    private static Optional<String> others(ResolverFile file, Optional<String> present) {
        if (file.isOwn()) {
            return Optional.empty();
        }
        return present.flatMap(text -> {
            MarkedLines lines = MarkedLines.in(text);
            String others = HiddenLines.show(lines.others());
            return lines.isMarked() && others.isEmpty() ? Optional.empty() : Optional.of(others);
        });
    }

    private Difference difference(ResolverFact fact) {
        Mechanism mechanism = fact.mechanism();
        if (mechanism == Mechanism.OTHER && !settings.isNothing()) {
            return Difference.of(
                    Action.CHANGE,
                    "configure name resolution",
                    "nobody knows who does it",
                    settings.toString(),
                    Operation.of("echo " + Shell.quote(unknown(fact)) + "\nexit 1\n"));
        }
        List<Changed> changes = changes(fact, settings);
        Changed main = changes.getFirst();
        Difference difference = Difference.of(
                settings.isNothing() ? Action.REMOVE : Action.CHANGE,
                settings.isNothing()
                        ? "remove Urania's settings of name resolution from "
                                + main.file().path()
                        : "configure name resolution in " + main.file().path(),
                State.content(
                        "other servers, domains or options",
                        main.file().path(),
                        main.before().orElse("")),
                State.content(
                        mechanism.heard(settings) + more(changes),
                        main.file().path(),
                        main.after().orElse("")),
                write(changes, mechanism));
        return mechanism == Mechanism.RESOLVED
                ? difference.interrupting(List.of(new Interruption(
                        "systemd-resolved.service", "names are not resolved on the host for a moment")))
                : difference;
    }

    private static String more(List<Changed> changes) {
        return changes.stream()
                .skip(1)
                .map(change -> change.file().path())
                .reduce((one, two) -> one + ", " + two)
                .map(paths -> "; also in " + paths)
                .orElse("");
    }

    /** Why a host cannot be told. */
    private static String unknown(ResolverFact fact) {
        return "/etc/resolv.conf leads to " + fact.link().orElse("nowhere")
                + ", and Urania does not know who writes that; make it a file, or set resolvconf_mode: none";
    }

    private static Difference finishing(ResolverFact fact) {
        return Difference.of(
                Action.CHANGE,
                "apply the settings of name resolution",
                "an interrupted run has written them, but not all programs have read them",
                "in effect",
                Operation.of(end(fact.mechanism().files(), fact.mechanism(), List.of())));
    }

    /** A file whose text changes. */
    private record Changed(ResolverFile file, Optional<String> before, Optional<String> after) {}

    private static List<Changed> changes(ResolverFact fact, ResolverSettings asked) {
        Map<String, String> wanted = texts(fact, asked);
        List<Changed> changes = new ArrayList<>();
        for (ResolverFile file : ResolverFile.values()) {
            Optional<String> after = Optional.ofNullable(wanted.get(file.path()));
            if (!Objects.equals(fact.text(file), after)) {
                changes.add(new Changed(file, fact.text(file), after));
            }
        }
        return changes;
    }

    private Operation write(List<Changed> changes, Mechanism mechanism) {
        StringBuilder script = new StringBuilder();
        List<Payload> payloads = new ArrayList<>();
        script.append("file=")
                .append(Shell.quote(changes.getFirst().file().path()))
                .append('\n');
        script.append(Unwritable.trap());
        script.append(PlannedText.check()).append(ResourceText.beside(HostResolver.class, "writing.sh"));
        script.append(": >").append(UNFINISHED).append('\n');
        for (Changed change : changes) {
            String path = Shell.quote(change.file().path());
            String sum = Payload.text(change.before().orElse("")).sha256();
            String removal = change.file().isOwn() ? "drop " : "take ";
            script.append(change.after().isPresent() ? "put " : removal)
                    .append(path)
                    .append(' ')
                    .append(sum)
                    .append('\n');
            change.after().ifPresent(text -> payloads.add(Payload.text(text)));
        }
        script.append(end(changes.stream().map(Changed::file).toList(), mechanism, expected(mechanism)));
        return new Operation(script.toString(), payloads);
    }

    /** The servers that have to be among those that are asked in the end. */
    private List<String> expected(Mechanism mechanism) {
        return switch (mechanism) {
            // Which of them it has depends on what interfaces have: the first is always one of them.
            case RESOLVED -> settings.ordered().stream().limit(1).toList();
            case NETWORK_MANAGER, RESOLVCONF, OPENRESOLV, DHCPCD, FILE -> settings.ordered();
            case OTHER -> List.of();
        };
    }

    /** Whoever reads the files is told, and what comes of it is looked at. */
    private static String end(List<ResolverFile> changed, Mechanism mechanism, List<String> servers) {
        StringBuilder script = new StringBuilder();
        if (changed.contains(ResolverFile.RESOLVED)) {
            script.append("systemctl try-restart systemd-resolved.service\n");
        }
        if (changed.contains(ResolverFile.NETWORK_MANAGER)) {
            script.append("""
                    if systemctl is-active --quiet NetworkManager.service; then
                        systemctl reload NetworkManager.service
                    fi
                    """);
        }
        if (changed.contains(ResolverFile.RESOLVCONF_HEAD)
                || changed.contains(ResolverFile.RESOLVCONF_TAIL)
                || changed.contains(ResolverFile.OPENRESOLV)) {
            script.append("""
                    if command -v resolvconf >/dev/null; then
                        resolvconf -u
                    fi
                    """);
        }
        if (!servers.isEmpty()) {
            String effective = mechanism.effective();
            script.append(ResourceText.beside(HostResolver.class, "in-effect.sh"))
                    .append(Gate.until(
                            "in_effect " + Shell.quote(effective) + " " + Shell.words(servers),
                            mechanism + " to take the name servers",
                            PATIENCE,
                            "echo "
                                    + Shell.quote(effective + " does not have the name server " + servers.getFirst()
                                            + " after " + mechanism + " was told; check on the host: cat "
                                            + effective)));
        }
        return script.append("rm -f ").append(UNFINISHED).append('\n').toString();
    }
}
