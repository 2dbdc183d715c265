package io.urania.engine.resource.safeguard;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.note.Notes;
import io.urania.engine.plan.Confirmation;
import io.urania.engine.resource.file.PlannedText;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A change of files that may close the way to the host. Before it, the host is told to put the former files back after a while, by a timer of
 * systemd that is gone with the next boot (systemd-run(1)); the confirmation, over a new connection, calls that off. Of the two, the one that
 * comes first renames a directory, and the other one finds it gone.
 *
 * @param name one word, unique on a host: {@code sshd}
 * @param files those that change, or go, or come
 * @param leaving POSIX sh to be run while the files are still what they were; empty for nothing
 * @param judging POSIX sh that fails, and says why, if the new files cannot be used; run before anybody reads them
 * @param entering POSIX sh by which the host takes the files as they are then
 * @param proving POSIX sh that fails, and says why, if the new files are not in effect
 */
public record Safeguard(
        String name, List<PlannedFile> files, String leaving, String judging, String entering, String proving) {

    /** How long a change waits for its confirmation, from before it is made: longer than a new connection is tried. */
    public static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Where what is put back is kept meanwhile. */
    static final String DIRECTORY = Notes.DIRECTORY + "/back";

    public Safeguard {
        files = files.stream().filter(PlannedFile::isChanged).toList();
    }

    /** The change. If it fails, the former files are put back at once. */
    public Operation operation() {
        StringBuilder change = new StringBuilder();
        List<Payload> payloads = new ArrayList<>();
        for (PlannedFile file : files) {
            String planned = Shell.quote(file.path()) + " "
                    + Payload.text(file.before().orElse("")).sha256();
            change.append("as_planned ").append(planned).append('\n');
        }
        change.append(leaving);
        for (PlannedFile file : files) {
            String path = Shell.quote(file.path());
            if (file.after().isPresent()) {
                change.append("put %s %s\n".formatted(path, file.mode()));
                payloads.add(Payload.text(file.after().get()));
            } else {
                change.append("rm -f ").append(path).append('\n');
            }
        }
        change.append(judging).append(entering).append(proving);
        return new Operation(
                script("guarding.sh")
                        .replace("@planned@\n", PlannedText.check())
                        .replace("@files@", paths())
                        .replace("@back@\n", back())
                        .replace("@change@\n", change.toString()),
                payloads);
    }

    /** What makes the change count. */
    public Confirmation confirmation() {
        return new Confirmation(
                Operation.of(script("confirming.sh")),
                "the host puts its former settings back by itself within " + PATIENCE.toSeconds()
                        + " seconds of the change");
    }

    /** The host's own way back. */
    private String back() {
        return script("back.sh")
                .replace("@files@", paths())
                .replace("@leaving@\n", leaving)
                .replace("@entering@\n", entering);
    }

    private String script(String resource) {
        return ResourceText.beside(Safeguard.class, resource)
                .replace("@directory@", DIRECTORY)
                .replace("@name@", name)
                .replace("@seconds@", Long.toString(PATIENCE.toSeconds()));
    }

    private String paths() {
        return Shell.words(files.stream().map(PlannedFile::path).toList());
    }
}
