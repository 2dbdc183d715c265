package io.urania.cluster.phases;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.system.OtherSystem;
import io.urania.cluster.system.registry.KernelPackages;
import io.urania.cluster.system.registry.OperatingSystems;
import io.urania.cluster.system.registry.SoftwarePackages;
import io.urania.engine.batch.Operation;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.Planner;
import io.urania.engine.plan.Task;
import io.urania.engine.plan.TaskGraph;
import io.urania.engine.plan.Work;
import io.urania.engine.resource.packages.PackageFact;
import io.urania.engine.resource.packages.PackageProbe;
import io.urania.engine.resource.packages.Packages;
import io.urania.engine.system.OsRelease;
import io.urania.engine.system.SystemFact.Cgroups;
import io.urania.engine.system.apt.Apt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Phases say what software hosts need, and no system's name for it: on a system with other names, all packages have other names. */
class OtherSystemTest {

    /** Besides the usual words, for a host has to be known to everybody else too. */
    private static final OsRelease BOTH = new OsRelease(OtherSystem.ID, Set.of("debian"), "Other Linux 1", "1", "");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {ArticleRack.NEWEST, ArticleRack.ARTICLES_OWN})
    void everyPackageInAPlanHasTheNameThatTheHostsSystemGivesIt(String variables) {
        ArticleRack rack = ArticleRack.of(directory, variables);
        FactsOf facts = FactsOf.bareHosts(rack, Systems.saying(BOTH, Systems.rackHost(Cgroups.V2)));
        List<Task> tasks = new ArrayList<>();
        for (Task task : rack.tasks()) {
            Work work = elsewhere(task.work());
            tasks.add(new Task(task.id(), task.phase(), task.lane(), work, task.needs(), task.reasons()));
            if (work instanceof Packages packages) {
                packages.names()
                        .candidates()
                        .forEach(name ->
                                facts.with(task.id().host(), PackageProbe.of(name), new PackageFact(new Apt(), false)));
            }
        }

        Plan plan = Planner.plan(TaskGraph.of(tasks), facts.book());

        List<Change> installing = plan.changes().stream()
                .filter(change -> change.id().name().startsWith("packages for "))
                .toList();
        assertThat(installing)
                .hasSizeGreaterThan(rack.spec().nodes().size())
                .allSatisfy(change -> assertThat(change.title()).matches("install other-[a-z-]+(, other-[a-z-]+)*"));
        assertThat(plan.changes())
                .filteredOn(change -> script(change).contains("apt-get"))
                .containsExactlyElementsOf(installing);
    }

    private static Work elsewhere(Work work) {
        if (!(work instanceof Packages packages)) {
            return work;
        }
        if (packages.names() instanceof KernelPackages kernels) {
            assertThat(kernels.systems()).isEqualTo(OperatingSystems.ALL);
            return new Packages(packages.purpose(), new KernelPackages(List.of(new OtherSystem())), packages.proxies());
        }
        assertThat(packages.names()).isInstanceOf(SoftwarePackages.class);
        SoftwarePackages names = (SoftwarePackages) packages.names();
        assertThat(names.systems()).isEqualTo(OperatingSystems.ALL);
        return new Packages(
                packages.purpose(),
                new SoftwarePackages(names.software(), List.of(new OtherSystem()), names.isNeeded()),
                packages.proxies());
    }

    private static String script(Change change) {
        Operation operation = change.difference().operation().apply(_ -> Optional.of(FactsOf.AUTHORITY));
        return operation.script();
    }
}
