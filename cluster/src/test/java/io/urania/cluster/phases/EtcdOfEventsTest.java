package io.urania.cluster.phases;

import static io.urania.cluster.phases.Plans.behind;
import static io.urania.cluster.phases.Plans.change;
import static io.urania.cluster.phases.Plans.id;
import static io.urania.cluster.phases.Plans.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.HostShells;
import io.urania.cluster.observation.EtcdBeginning;
import io.urania.cluster.observation.EtcdFact;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.engine.fact.FactBook;
import io.urania.engine.note.FileNote;
import io.urania.engine.note.FileNoteProbe;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import io.urania.engine.resource.service.ServiceFact;
import io.urania.engine.resource.service.ServiceProbe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is planned when events get an etcd of their own, have one, and have none any more. */
class EtcdOfEventsTest {

    private static final List<String> MEMBERS = List.of("pandore", "hellenes", "epimethee");
    private static final String SERVICE = "service etcd-events.service";
    private static final String WITHDRAWAL = "no etcd-events.service";

    @TempDir
    Path directory;

    @Test
    void onBareHostsItStartsAfterTheOtherOneAndBeforeEveryApiServer() {
        ArticleRack rack = rack("true");

        Plan plan = rack.plan(FactsOf.bareHosts(rack).book());

        assertThat(named(plan, SERVICE)).containsExactlyInAnyOrderElementsOf(of(SERVICE));
        for (String member : MEMBERS) {
            assertThat(behind(plan, id(member, SERVICE))).contains(id(member, "service etcd.service"));
        }
        assertThat(behind(plan, id("pandore", "kubeadm init"))).containsAll(of(SERVICE));
    }

    @Test
    void onALivingClusterItIsBegunAndApiServersAreRestartedInTheirTurn() {
        ArticleRack before = rack("false");
        ArticleRack rack = rack("true");

        Plan plan = rack.plan(living(before, rack).book());

        assertThat(named(plan, SERVICE)).hasSize(3);
        assertThat(named(plan, "service etcd.service")).isEmpty();
        for (String member : MEMBERS) {
            Change restart = change(plan, id(member, "control plane pods"));
            assertThat(restart.difference().turn()).contains("control plane");
            assertThat(behind(plan, restart.id())).containsAll(of(SERVICE));
            assertThat(rack.etcdSettings(
                            rack.spec().etcd().events(),
                            member,
                            living(before, rack).book()))
                    .contains("ETCD_INITIAL_CLUSTER_STATE=new\n");
        }
    }

    @Test
    void aMemberThatFindsOthersServingDoesNotBeginAnother() {
        ArticleRack rack = rack("true");
        EtcdInstance events = rack.spec().etcd().events();
        FactBook book = FactsOf.finishedHosts(rack)
                .etcd(events, ArticleRack.host("hellenes"), new EtcdFact.Absent())
                .book();

        assertThat(rack.etcdSettings(events, "hellenes", book)).contains("ETCD_INITIAL_CLUSTER_STATE=existing\n");
    }

    @Test
    void anUnfinishedBeginningIsBegunAgainBesideAControlPlane() {
        ArticleRack rack = rack("true");
        EtcdInstance events = rack.spec().etcd().events();
        FactsOf facts = FactsOf.finishedHosts(rack);
        MEMBERS.forEach(member -> facts.etcd(events, ArticleRack.host(member), new EtcdFact.Absent()));
        facts.etcd(
                events,
                ArticleRack.host("pandore"),
                new EtcdFact.Silent("refused", FactsOf.beginning(rack, events, EtcdBeginning.NEW)));

        assertThat(rack.etcdSettings(events, "hellenes", facts.book())).contains("ETCD_INITIAL_CLUSTER_STATE=new\n");
    }

    @Test
    void whereItIsNotWantedAnyMoreItGoesAfterEveryApiServerHasLeftIt() {
        ArticleRack before = rack("true");
        ArticleRack rack = rack("false");
        FactsOf facts = living(before, rack);
        MEMBERS.forEach(member -> withUnit(facts, member, new FileNote.Ours(Set.of())));

        Plan plan = rack.plan(facts.book());

        assertThat(named(plan, WITHDRAWAL)).containsExactlyInAnyOrderElementsOf(of(WITHDRAWAL));
        for (String member : MEMBERS) {
            Change withdrawal = change(plan, id(member, WITHDRAWAL));
            assertThat(withdrawal.title()).isEqualTo("remove etcd-events and its data");
            assertThat(withdrawal.difference().interrupts()).hasSize(1);
            assertThat(behind(plan, withdrawal.id())).containsAll(of("control plane pods"));
        }
    }

    @Test
    void aUnitOfSomebodyElseStays() {
        ArticleRack rack = rack("false");
        FactsOf facts = FactsOf.finishedHosts(rack);
        withUnit(facts, "pandore", new FileNote.None());
        withUnit(facts, "hellenes", new FileNote.BeforeNotes());

        assertThat(rack.plan(facts.book()).changes()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("io.urania.cluster.HostShells#PRESENT")
    void itsRemovalIsShellThatHostsCanRead(String shell) throws Exception {
        ArticleRack rack = rack("false");
        FactsOf facts = FactsOf.finishedHosts(rack);
        withUnit(facts, "pandore", new FileNote.Ours(Set.of()));
        Change removal = change(rack.plan(facts.book()), id("pandore", WITHDRAWAL));

        String script =
                removal.difference().operation().apply(_ -> Optional.empty()).script();

        assertThat(script)
                .contains("former_data_of /etc/etcd-events.env", "disable --quiet --now etcd-events.service")
                .contains("for note in /var/lib/urania/files/etc+etcd-events.env"
                        + " /var/lib/urania/files/etc+systemd+system+etcd-events.service; do");
        assertThat(HostShells.mistakes(shell, script)).isEmpty();
    }

    private static void withUnit(FactsOf facts, String member, FileNote note) {
        String path = "/etc/systemd/system/etcd-events.service";
        facts.with(ArticleRack.host(member), FileProbe.at(path), FactsOf.file("644", "root", "[Unit]\n"));
        facts.with(ArticleRack.host(member), FileNoteProbe.at(path), note);
    }

    /** What hosts of a cluster that one rack describes tell when they are asked for another one. */
    private static FactsOf living(ArticleRack before, ArticleRack wanted) {
        FactsOf facts = FactsOf.finishedHosts(wanted);
        EtcdInstance events = before.spec().etcd().events();
        for (String member : MEMBERS) {
            String file = "/etc/kubernetes/kubeadm.yaml";
            facts.with(
                    ArticleRack.host(member),
                    FileProbe.at(file),
                    FactsOf.file("600", "root", before.file(member, file, Systems.facts(Systems.raspberryPi(8)))));
            if (!before.spec().etcd().storesEventsApart()) {
                facts.etcd(events, ArticleRack.host(member), new EtcdFact.Absent());
                for (String path : List.of(events.settings(), events.unitFile(), events.dataDirectory() + "/.")) {
                    facts.with(ArticleRack.host(member), FileProbe.at(path), new FileFact.Absent());
                }
                facts.with(
                        ArticleRack.host(member), ServiceProbe.of(events.unit()), new ServiceFact("inactive", "", 0));
            }
        }
        return facts;
    }

    private static Set<TaskId> of(String task) {
        return MEMBERS.stream().map(member -> id(member, task)).collect(Collectors.toSet());
    }

    private ArticleRack rack(String wanted) {
        return ArticleRack.of(directory, ArticleRack.NEWEST + "etcd_events_cluster_enabled: " + wanted + "\n");
    }
}
