package io.urania.cluster.phases.apiserver;

import io.urania.cluster.observation.encryption.StoredEncryption;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.spec.apiserver.EncryptionSpec;
import io.urania.cluster.value.EncryptionAlgorithm;
import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Interruption;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.State;
import io.urania.engine.plan.Work;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import io.urania.engine.resource.service.Gate;
import io.urania.engine.shell.Shell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A step of one host on the way to another encryption of what is stored: see {@link EncryptionChange}. */
public record EncryptionStep(Deployment deployment, NodeSpec node, Kind kind) implements Work {

    private static final String MODE = "600";

    /** The steps, in their order. */
    public enum Kind {
        READ("encryption: keys to read with"),
        WRITE("encryption: key to write with"),
        FORGET("encryption: former keys");

        private final String task;

        Kind(String task) {
            this.task = task;
        }

        /** What a plan calls the step's task. */
        String task() {
            return task;
        }
    }

    @Override
    public List<Question<?>> questions() {
        List<Question<?>> questions = new ArrayList<>(EncryptionChange.questions(deployment));
        questions.add(FileProbe.at(EncryptionFile.PATH));
        return questions;
    }

    /** What the host has after the step. */
    public StoredEncryption after(FactBook book) {
        EncryptionChange change = new EncryptionChange(deployment, book);
        return switch (kind) {
            case READ ->
                change.isNeeded() ? change.isServer(node) ? change.reading(node) : change.writing() : change.wanted();
            case WRITE -> change.writing();
            case FORGET -> change.wanted();
        };
    }

    /** The text of the host's file after that. Secret. */
    public String text(StoredEncryption stored) {
        return new EncryptionFile(deployment.encryptionKeys()).text(stored);
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        EncryptionChange change = new EncryptionChange(deployment, planning.book());
        if (!change.isPossible()) {
            return Optional.empty();
        }
        boolean isMoving = change.isNeeded() && change.isServer(node);
        StoredEncryption after = after(planning.book());
        return switch (kind) {
            case READ ->
                step(
                        planning,
                        after,
                        isMoving ? "add the new encryption key to the API server" : "write " + EncryptionFile.PATH,
                        isMoving && change.isOutdated(node));
            case WRITE -> isMoving ? step(planning, after, writing(), false) : Optional.empty();
            case FORGET -> change.isNeeded() ? Optional.of(forgetting(after)) : Optional.empty();
        };
    }

    private String writing() {
        EncryptionSpec encryption = deployment.spec().apiServer().encryption().orElseThrow();
        String kinds = String.join(", ", encryption.resources());
        return encryption.algorithm() == EncryptionAlgorithm.IDENTITY
                ? "store " + kinds + " without encryption"
                : "encrypt " + kinds + " with " + encryption.algorithm().word();
    }

    private Optional<Difference> step(Planning planning, StoredEncryption wanted, String title, boolean isOutdated) {
        String text = text(wanted);
        FileFact present = planning.facts().answer(FileProbe.at(EncryptionFile.PATH));
        if (!isOutdated
                && present instanceof FileFact.Regular file
                && file.mode().equals(MODE)
                && file.sha256().equals(Payload.text(text).sha256())) {
            return Optional.empty();
        }
        boolean isAbsent = present instanceof FileFact.Absent;
        Gate gate = ControlPlaneGate.of(deployment.spec(), node);
        Difference difference = Difference.of(
                isAbsent ? Action.CREATE : Action.CHANGE,
                title,
                State.words(isAbsent ? "absent" : "other keys"),
                after(text),
                writing(text, gate));
        // Without a file no API server has the flag: none restarts.
        return Optional.of(
                isAbsent && kind == Kind.READ
                        ? difference
                        : difference
                                .interrupting(List.of(new Interruption(
                                        "the API server of the host", "it restarts, which takes some seconds")))
                                .inTurn(gate.turn()));
    }

    /** Nobody needs to read what is no longer stored: API servers that run go on with what they have. */
    private Difference forgetting(StoredEncryption wanted) {
        String text = text(wanted);
        return Difference.of(
                Action.CHANGE,
                "remove former encryption keys",
                State.words("former and new keys"),
                after(text),
                written(text));
    }

    private State after(String text) {
        return deployment.encryptionKeys().isMade()
                ? new State.KnownAfterApply("mode " + MODE, Optional.empty())
                : State.secret("mode " + MODE, text);
    }

    /** The file stays as old as it was: an API server that started with it is not outdated by what it loses. */
    private static Operation written(String text) {
        return Operation.of(receive() + """
                        [ ! -e "$file" ] || touch -r "$file" "$file.urania"
                        mv -f "$file.urania" "$file"
                        """, Payload.secret(text));
    }

    private static String receive() {
        return """
                file=%s
                mkdir -p "${file%%/*}"
                chmod 700 "${file%%/*}"
                umask 077
                receive "$file.urania"
                """.formatted(Shell.quote(EncryptionFile.PATH));
    }

    /**
     * An API server reads the file when it starts, and only then. One that is asked to end waits a minute for its watches, which do not end by
     * themselves; other requests are done long before. One that runs without the flag is left to those who add it.
     */
    private Operation writing(String text, Gate gate) {
        return Operation.of(
                receive()
                        + """
                        encrypting() {
                            for process in /proc/[0-9]*; do
                                [ "$(cat "$process/comm" 2>/dev/null)" = kube-apiserver ] || continue
                                if tr '\\0' '\\n' 2>/dev/null <"$process/cmdline" |
                                    grep -qxF -e "--encryption-provider-config=$file"; then
                                    echo "${process#/proc/}"
                                fi
                            done
                        }
                        former=$(encrypting)
                        if [ -z "$former" ]; then
                            mv -f "$file.urania" "$file"
                            exit 0
                        fi
                        """
                        + gate.before()
                        + """
                        mv -f "$file.urania" "$file"
                        kill $former 2>/dev/null || :
                        tries=0
                        while kill -0 $former 2>/dev/null && [ "$tries" -lt 10 ]; do
                            tries=$((tries + 1))
                            sleep 1
                        done
                        kill -KILL $former 2>/dev/null || :
                        restarted() {
                            present=$(encrypting)
                            [ -n "$present" ] && [ "$present" != "$former" ] && answers %s
                        }
                        """.formatted(Shell.quote(ControlPlaneGate.server(deployment.spec(), node)))
                        + Gate.until("restarted", "the API server to start again", Duration.ofMinutes(3), """
                                echo "the API server does not answer three minutes after it was told to restart;"
                                echo "check on this host: crictl ps --all; journalctl --unit=kubelet"
                                """),
                Payload.secret(text));
    }
}
