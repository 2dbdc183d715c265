package io.urania.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.BatchListener;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.Mode;
import io.urania.engine.batch.Operation;
import io.urania.engine.batch.ShellKind;
import io.urania.engine.batch.Step;
import io.urania.engine.batch.StepResult;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.Planner;
import io.urania.engine.plan.Task;
import io.urania.engine.plan.TaskGraph;
import io.urania.engine.plan.TaskId;
import io.urania.engine.transport.LocalTransport;
import io.urania.engine.transport.TransportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A host that is a directory: scripts really run here, but every path below /etc, /proc and the like is put under the
 * directory. It is no wall, only enough for the scripts of this package.
 */
public final class Sandbox implements AutoCloseable {

    private static final Pattern SYSTEM_PATH =
            Pattern.compile("(?<![\\w.+*$}-])/(boot|etc|proc|sys|lib|run|var|usr|opt)/");

    private final Path root;
    private final BatchRunner batches;

    public Sandbox(ShellKind shell) throws IOException {
        // Short, for busybox goes into it in the place of a search path.
        this.root = Files.createTempDirectory(Path.of("/tmp"), "s");
        this.batches = new BatchRunner(shell.transport(root));
    }

    /** Where a path of the host really is. */
    public Path at(String path) {
        return root.resolve(path.substring(1));
    }

    public Path write(String path, String text) throws IOException {
        Files.createDirectories(at(path).getParent());
        return Files.writeString(at(path), text);
    }

    public Path program(String path, String text) throws IOException {
        Path file = write(path, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Plans the resource, carries the difference out, and holds that there is none any more. */
    public Difference repair(Resource resource) throws Exception {
        Difference difference =
                difference(resource).orElseThrow(() -> new AssertionError(resource.name() + " shows no difference"));
        StepResult result = carryOut(difference);
        assertThat(result.succeeded()).as(result.output()).isTrue();
        assertThat(difference(resource)).as("difference after the repair").isEmpty();
        return difference;
    }

    public StepResult carryOut(Difference difference) throws Exception {
        Operation operation = difference.operation().apply(_ -> Optional.empty());
        return run(new Operation(inside(operation.script()), operation.payloads()), Mode.STOP_AT_FAILURE);
    }

    public Optional<Difference> difference(Resource resource) throws Exception {
        return difference(resource, facts(resource.questions()));
    }

    /** The difference that facts given by hand lead to. */
    public static Optional<Difference> difference(Resource resource, Facts facts) {
        return difference(resource, facts, List.of());
    }

    /** The difference of a resource that needs other tasks, which all change something. */
    public static Optional<Difference> difference(Resource resource, Facts facts, List<TaskId> changing) {
        TaskId id = new TaskId(facts.host(), resource.name());
        Difference other = Difference.of(Action.RUN, "other", "", "", Operation.of(""));
        Stream<Task> needs =
                changing.stream().map(need -> new Task(need, "phase", Lane.SYSTEM, new FixedWork(other), Set.of()));
        Task task = new Task(id, "phase", Lane.SYSTEM, resource, Set.copyOf(changing));
        return Planner.plan(
                        TaskGraph.of(Stream.concat(needs, Stream.of(task)).toList()),
                        new FactBook(Map.of(facts.host(), facts)))
                .changes()
                .stream()
                .filter(change -> change.id().equals(id))
                .map(Change::difference)
                .findFirst();
    }

    /** The plan of some resources that do not need each other. */
    public Plan plan(List<? extends Resource> resources) throws Exception {
        List<Question<?>> questions = new ArrayList<>();
        resources.forEach(resource -> questions.addAll(resource.questions()));
        Facts facts = facts(questions);
        List<Task> tasks = resources.stream()
                .map(resource ->
                        new Task(new TaskId(facts.host(), resource.name()), "phase", Lane.SYSTEM, resource, Set.of()))
                .toList();
        return Planner.plan(TaskGraph.of(tasks), new FactBook(Map.of(facts.host(), facts)));
    }

    public <T> Optional<T> ask(Question<T> question) throws Exception {
        return facts(List.of(question)).find(question);
    }

    public Facts facts(List<? extends Question<?>> questions) throws Exception {
        Map<Probe<?>, SortedSet<String>> subjects = new LinkedHashMap<>();
        questions.forEach(question ->
                subjects.computeIfAbsent(question.probe(), _ -> new TreeSet<>()).add(question.subject()));
        Facts.Builder facts = Facts.of("here");
        for (Map.Entry<Probe<?>, SortedSet<String>> entry : subjects.entrySet()) {
            answer(facts, entry.getKey(), entry.getValue());
        }
        return facts.build();
    }

    private <T> void answer(Facts.Builder facts, Probe<T> probe, SortedSet<String> subjects) throws Exception {
        StepResult result = run(Operation.of(inside(probe.script(subjects))), Mode.KEEP_GOING);
        assertThat(result.code())
                .as("exit code of the probe for " + probe.name())
                .isZero();
        probe.parse(result.output().replace(root.toString(), ""), subjects)
                .forEach((subject, fact) -> facts.put(new Question<>(probe, subject), fact));
    }

    private StepResult run(Operation operation, Mode mode) throws TransportException, InterruptedException {
        return batches.run(
                        LocalTransport.target("here"), List.of(new Step("step", operation)), mode, BatchListener.NONE)
                .getFirst();
    }

    private String inside(String script) {
        return SYSTEM_PATH.matcher(script).replaceAll(root + "$0");
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList().reversed()) {
                Files.delete(file);
            }
        }
    }

    private record FixedWork(Difference difference) implements io.urania.engine.plan.Work {

        @Override
        public List<Question<?>> questions() {
            return List.of();
        }

        @Override
        public Optional<Difference> difference(io.urania.engine.plan.Planning planning) {
            return Optional.of(difference);
        }
    }
}
