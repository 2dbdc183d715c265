package io.urania.engine.resource.image;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.RetryPolicy;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.Resource;
import io.urania.engine.shell.Shell;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An image in the store of a container runtime, imported from an archive of this machine.
 *
 * @param reference full name with tag, as the archive gives it
 * @param archive the archive here, by the host's facts: its architecture decides
 * @param store where it is
 */
public record ContainerImage(String reference, Function<Facts, Payload.LocalFile> archive, ImageStore store)
        implements Resource {

    /** A large image on a slow card. */
    private static final RetryPolicy PATIENCE = RetryPolicy.of(Duration.ofMinutes(15));

    /** The task of a host that imports an image. */
    public static TaskId task(String host, String reference) {
        return new TaskId(host, name(reference));
    }

    private static String name(String reference) {
        return "image " + reference;
    }

    @Override
    public String name() {
        return name(reference);
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(question());
    }

    private Question<String> question() {
        return new ContainerImageProbe(store).of(reference);
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        Payload.LocalFile wanted = archive.apply(planning.facts());
        String present = planning.facts().answer(question());
        if (present.equals(wanted.sha256())) {
            return Optional.empty();
        }
        return Optional.of(Difference.of(
                        present.isEmpty() ? Action.CREATE : Action.CHANGE,
                        "import image " + reference,
                        present.isEmpty() ? "absent" : "another build",
                        "%.1f MB".formatted(wanted.size() / 1e6),
                        Operation.of(
                                """
                        note=%s
                        mkdir -p "${note%%/*}" /var/lib/urania/incoming
                        archive=/var/lib/urania/incoming/${note##*/}.tar
                        trap 'rm -f "$archive"' EXIT
                        receive_to_read "$archive"
                        %s "$archive"
                        echo %s %s >"$note"
                        """.formatted(
                                                Shell.quote(ContainerImageProbe.note(reference)),
                                                PATIENCE.before(store.importing()),
                                                Shell.quote(reference),
                                                wanted.sha256()),
                                wanted))
                .with(PATIENCE));
    }
}
