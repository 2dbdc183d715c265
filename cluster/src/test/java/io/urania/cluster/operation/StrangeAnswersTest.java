package io.urania.cluster.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.artifacts.download.CheckedTexts;
import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.RepositoryRoot;
import io.urania.cluster.phase.MissingArtifactException;
import io.urania.cluster.phases.TinyBundle;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.reader.ClusterInventory;
import io.urania.cluster.reader.ClusterSpecReader;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.variable.Origins;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Question;
import io.urania.engine.fact.UnknownFactException;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TextDifference;
import io.urania.engine.run.FactGathering.Gathered;
import io.urania.engine.run.Limits;
import io.urania.engine.run.Stop;
import io.urania.engine.transport.UnreadableAnswerException;
import io.urania.inventory.Inventory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hosts that answer otherwise than hosts do: whatever they say, there is a finding, a failure with the host's name or a plan, and nothing else.
 * {@code -Durania.mutants=10000} makes so many answers; {@code -Durania.seed} makes others.
 */
@Timeout(600)
class StrangeAnswersTest {

    private static final int MUTANTS = Integer.getInteger("urania.mutants", 1000) / 4;
    private static final long SEED = Long.getLong("urania.seed", 20_261_125);

    /** When the answers were recorded. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T02:44:42Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final RecordedHosts hosts = new RecordedHosts();

    private Installation prepared() throws Exception {
        Inventory inventory = ClusterInventory.load(List.of(inventory()));
        ClusterSpec spec = new ClusterSpecReader(VersionTable.standard(), _ -> List.of())
                .read(inventory)
                .orThrow();
        Map<String, List<Question<?>>> questions = installation(spec, inventory).surveyed();
        hosts.know(questions);
        return installation(spec, inventory);
    }

    private Installation installation(ClusterSpec spec, Inventory inventory) throws Exception {
        Cluster cluster = new Cluster(spec, hosts, _ -> {}, CLOCK, Limits.ofForks(3), new Stop());
        return cluster.installation(
                TinyBundle.write(
                        Files.createTempDirectory(folder, "bundle"),
                        VersionTable.standard().entry(spec.kubernetes()),
                        spec.kubernetes()),
                Origins.of(inventory),
                new CheckedTexts(folder.resolve("texts")));
    }

    /** The hosts beside the recordings, with the article's variables. */
    private Path inventory() throws IOException {
        Path article = RepositoryRoot.resolve("examples/article");
        Path copy = Files.createDirectory(folder.resolve("inventory"));
        try (Stream<Path> files = Files.walk(article.resolve("group_vars"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(article.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        try (InputStream stream = Objects.requireNonNull(
                StrangeAnswersTest.class.getResourceAsStream("/io/urania/cluster/recorded/hosts.yaml"))) {
            Files.copy(stream, copy.resolve("hosts.yaml"));
        }
        return copy.resolve("hosts.yaml");
    }

    @Test
    void whatWasRecordedLeavesNothingUnknown() throws Exception {
        Installation installation = prepared();
        Gathered gathered = installation.gatherSurvey();

        assertThat(gathered.failures()).isEmpty();
        gathered.book()
                .hosts()
                .values()
                .forEach(facts -> assertThat(facts.unanswered())
                        .as(
                                "what %s leaves unknown; if a probe is new or asks for more, record again, as RecordedHosts says",
                                facts.host())
                        .isEmpty());
        assertThat(installation.plan(gathered.book()).changes()).isNotEmpty();
        assertThat(installation.survey(gathered).nodes()).isNotEmpty();
    }

    @Test
    void whateverHostsSayIsToldOrUnderstood() throws Exception {
        tryMutants(SEED, MUTANTS);
    }

    @Test
    @Tag("nightly")
    void whateverElseHostsSayIsToldOrUnderstood() throws Exception {
        tryMutants(Long.getLong("urania.seed", RandomGenerator.getDefault().nextLong(1L << 40)), 40 * MUTANTS);
    }

    private void tryMutants(long first, int count) throws Exception {
        Installation installation = prepared();
        int unknown = 0;
        int failed = 0;
        int planned = 0;
        for (long seed = first; seed < first + count; seed++) {
            // Of Random, the first numbers of neighbouring seeds are much the same.
            RandomGenerator random = new SplittableRandom(seed);
            hosts.damage(random.nextInt(4) == 0 ? ofLines(random) : ofAnswers(random));
            try {
                Gathered gathered = installation.gatherSurvey();
                failed += gathered.failures().isEmpty() ? 0 : 1;
                unknown += gathered.book().hosts().values().stream()
                                .allMatch(facts -> facts.unanswered().isEmpty())
                        ? 0
                        : 1;
                planned += use(installation, gathered, random) ? 1 : 0;
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError defect) {
                throw new AssertionError(
                        "answers " + seed + "; again with: -Durania.seed=" + seed + " -Durania.mutants=4", defect);
            }
        }
        System.out.printf(
                "%d answers from %d on: %d with unknown facts, %d failures, %d plans%n",
                count, first, unknown, failed, planned);
        // One alone, to look at what another run has found, need not be of every kind.
        if (count > 100) {
            assertThat(unknown).isPositive();
            assertThat(failed).isPositive();
            assertThat(planned).isGreaterThan(count / 4);
        }
    }

    /** All that commands do with what hosts say; whether there is a plan. */
    private static boolean use(Installation installation, Gathered gathered, RandomGenerator random) {
        gathered.failures()
                .forEach((host, failure) -> assertThat(String.valueOf(failure.getMessage()))
                        .as("a failure that names its host")
                        .contains(host));
        ClusterStatus status = survey(installation, gathered);
        assertThat(status.complaints())
                .allSatisfy(complaint -> assertThat(complaint).isNotBlank());
        if (!gathered.failures().isEmpty()) {
            return false;
        }
        List<Finding> findings = installation.preflight(gathered.book());
        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.toString()).isNotBlank());
        Optional<Plan> plan = plan(installation, gathered.book());
        plan.ifPresent(made -> made.changes().forEach(change -> use(change, random)));
        return plan.isPresent();
    }

    /** A status tells of everything itself; where nothing is unknown it counts what a plan has. */
    private static ClusterStatus survey(Installation installation, Gathered gathered) {
        try {
            return installation.survey(gathered);
        } catch (MissingArtifactException _) {
            return ClusterStatus.of(List.of("there are no programs for a host"));
        }
    }

    private static Optional<Plan> plan(Installation installation, FactBook book) {
        try {
            return Optional.of(installation.plan(book));
        } catch (UnknownFactException | MissingArtifactException named) {
            assertThat(named.getMessage()).contains(".friends.intra.example.com: ");
            return Optional.empty();
        }
    }

    private static void use(Change change, RandomGenerator random) {
        assertThat(change.title()).isNotBlank();
        TextDifference.of(change.difference());
        String output = random.nextBoolean()
                ? new DamagedLines(random).of("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n")
                : "";
        try {
            change.difference().operation().apply(_ -> Optional.of(output)).payloads();
        } catch (UnreadableAnswerException named) {
            assertThat(named.getMessage()).isNotBlank();
        }
    }

    private static RecordedHosts.Damage ofLines(RandomGenerator random) {
        DamagedLines damage = new DamagedLines(random);
        return new RecordedHosts.Damage() {
            @Override
            public String ofAnswer(String host, String probe, String answer) {
                return answer;
            }

            @Override
            public List<String> ofLines(String host, List<String> lines) {
                // One host lies, as if it alone were somebody else's.
                return host.startsWith("pandore") ? damage.of(lines) : lines;
            }
        };
    }

    /** Mostly of one answer, for where something is unknown there is no plan. */
    private RecordedHosts.Damage ofAnswers(RandomGenerator random) {
        List<String> known = hosts.answers();
        Set<String> damaged = new HashSet<>();
        for (int left = random.nextInt(5) == 0 ? 5 : 1; left > 0; left--) {
            damaged.add(known.get(random.nextInt(known.size())));
        }
        long seed = random.nextLong();
        // Hosts answer at once: each answer has random numbers of its own, so that the same seed makes the same
        // answers.
        return (host, probe, answer) -> damaged.contains(host + " " + probe)
                ? new DamagedLines(new SplittableRandom(seed ^ (host + probe).hashCode())).of(answer)
                : answer;
    }
}
