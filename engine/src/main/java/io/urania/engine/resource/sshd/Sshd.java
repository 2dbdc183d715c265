package io.urania.engine.resource.sshd;

import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Interruption;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.State;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.file.MarkedLines;
import io.urania.engine.resource.safeguard.PlannedFile;
import io.urania.engine.resource.safeguard.Safeguard;
import io.urania.engine.resource.safeguard.UnconfirmedProbe;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Settings of OpenSSH's server, of which the first value of a keyword counts (sshd_config(5)): a file that the main one includes before it says
 * anything, or else lines at the main one's beginning. The server judges them before it reads them, and what would lock out the one who asks for
 * it is taken back by the host.
 *
 * @param settings what is asked for; nothing takes Urania's lines away
 */
public record Sshd(SshdSettings settings) implements Resource {

    /** The server's main file. */
    public static final String FILE = "/etc/ssh/sshd_config";

    /** Urania's file beside it: the first of its directory. */
    public static final String DROP_IN = "/etc/ssh/sshd_config.d/00-urania.conf";

    private static final String INCLUDED = "/etc/ssh/sshd_config.d/*.conf";
    private static final String NAME = "sshd";

    @Override
    public String name() {
        return "SSH server";
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(SshdProbe.QUESTION, UnconfirmedProbe.of(NAME));
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        SshdFact fact = planning.facts().answer(SshdProbe.QUESTION);
        boolean unconfirmed = planning.facts().answer(UnconfirmedProbe.of(NAME));
        if (fact.program().isEmpty()) {
            return settings.lines().isEmpty() ? Optional.empty() : Optional.of(withoutServer());
        }
        List<PlannedFile> files = files(fact);
        boolean isWritten = files.stream().noneMatch(PlannedFile::isChanged);
        if (isWritten && unconfirmed) {
            return Optional.of(confirming());
        }
        return isWritten && isInEffect(fact) ? Optional.empty() : Optional.of(difference(fact, files));
    }

    private Difference withoutServer() {
        return Difference.of(
                Action.CHANGE,
                "configure the SSH server",
                "OpenSSH's server is not there",
                settings.toString(),
                Operation.of(
                        "echo 'there is no sshd in /usr/sbin, /usr/bin and /usr/local/sbin; remove the variables sshd_*, or"
                                + " install OpenSSH'\nexit 1\n"));
    }

    private Difference confirming() {
        return Difference.of(
                        Action.RUN,
                        "confirm the settings of the SSH server",
                        "written by an interrupted run, and not confirmed",
                        "confirmed over a new connection",
                        Operation.of(""))
                .confirmedBy(guarded(List.of(), "").confirmation());
    }

    private Difference difference(SshdFact fact, List<PlannedFile> files) {
        PlannedFile main =
                files.stream().filter(PlannedFile::isChanged).findFirst().orElse(files.getFirst());
        Safeguard guarded = guarded(files, fact.program().orElseThrow());
        return Difference.of(
                        settings.lines().isEmpty() ? Action.REMOVE : Action.CHANGE,
                        (settings.lines().isEmpty()
                                        ? "remove Urania's settings of the SSH server from "
                                        : "configure the SSH server in ")
                                + main.path(),
                        State.content(
                                isInEffect(fact) ? "other settings" : "other settings in effect",
                                main.path(),
                                main.before().orElse("")),
                        State.content(
                                settings.toString(), main.path(), main.after().orElse("")),
                        guarded.operation())
                .interrupting(List.of(new Interruption(
                        "sshd",
                        "new logins follow the new settings; the host takes them back by itself if no new connection confirms them within "
                                + Safeguard.PATIENCE.toSeconds() + " seconds")))
                .confirmedBy(guarded.confirmation());
    }

    private boolean isInEffect(SshdFact fact) {
        // Newer servers may take the new word one day.
        return fact.effective().isEmpty()
                || settings.effective().entrySet().stream()
                        .allMatch(entry -> Objects.equals(
                                Optional.ofNullable(fact.effective().get(entry.getKey()))
                                        .map(SshdSettings::spelled)
                                        .orElse(""),
                                entry.getValue()));
    }

    private List<PlannedFile> files(SshdFact fact) {
        String lines = settings.lines();
        String others =
                fact.configuration().map(text -> MarkedLines.in(text).others()).orElse("");
        boolean isIncluded = includesFirst(others);
        String block = isIncluded ? "" : MarkedLines.block(lines);
        Optional<String> dropIn = isIncluded && !lines.isEmpty() ? Optional.of(lines) : Optional.empty();
        Optional<String> main =
                fact.configuration().isEmpty() && block.isEmpty() ? Optional.empty() : Optional.of(block + others);
        return List.of(
                new PlannedFile(DROP_IN, "644", fact.dropIn(), dropIn),
                new PlannedFile(FILE, "644", fact.configuration(), main));
    }

    /** Whether the directory is read before the main file says anything that is asked for, and not only for some. */
    private boolean includesFirst(String text) {
        Map<String, String> asked = settings.effective();
        for (String line : text.lines().toList()) {
            String[] words = line.strip().replace('=', ' ').split("\\s+", -1);
            String keyword = words[0].toLowerCase(Locale.ROOT);
            if (keyword.equals("include")) {
                for (String word : words) {
                    if (word.replace("\"", "").equals(INCLUDED)) {
                        return true;
                    }
                }
            }
            boolean isFurther = settings.further().keySet().stream()
                    .anyMatch(further -> further.toLowerCase(Locale.ROOT).equals(keyword));
            if (keyword.equals("match") || asked.containsKey(keyword) || isFurther) {
                return false;
            }
        }
        return false;
    }

    private Safeguard guarded(List<PlannedFile> files, String program) {
        StringBuilder proving = new StringBuilder();
        settings.effective()
                .forEach((keyword, value) -> proving.append("has %s %s %s\n"
                        .formatted(
                                keyword,
                                Shell.quote(value),
                                Shell.quote(value.equals("without-password") ? "prohibit-password" : value))));
        String judging = ResourceText.beside(Sshd.class, "judging.sh")
                .replace("@program@", Shell.quote(program))
                .replace("@file@", FILE);
        return new Safeguard(NAME, files, "", judging + proving, ResourceText.beside(Sshd.class, "reading.sh"), "");
    }
}
