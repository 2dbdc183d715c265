package io.urania.cluster.phases;

import static io.urania.cluster.phases.Plans.change;
import static io.urania.cluster.phases.Plans.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.plan.Action;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Interruption;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.Reason;
import io.urania.engine.plan.State;
import io.urania.engine.plan.TextDifference;
import io.urania.engine.resource.service.ServiceFact;
import io.urania.engine.resource.service.ServiceProbe;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why something is planned, what it interrupts, and what is not known before. */
class ReasonsTest {

    @TempDir
    Path directory;

    private ArticleRack rack;

    @BeforeEach
    void readTheArticle() {
        rack = ArticleRack.of(directory, ArticleRack.NEWEST);
    }

    @Test
    void aProgramIsAskedForByTheVersion() {
        Plan plan = rack.plan(FactsOf.bareHosts(rack).book());

        assertThat(change(plan, id("clio", "program /usr/local/bin/kubelet")).reasons())
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.variable()).isEqualTo("kube_version");
                    assertThat(reason.place()).matches(".*k8s-cluster[.]yaml:\\d+:\\d+");
                });
    }

    @Test
    void theModulesAreAskedForByTheProxysMode() {
        Plan plan = rack.plan(FactsOf.bareHosts(rack).book());

        assertThat(change(plan, id("clio", "kernel modules")).reasons())
                .extracting(Reason::variable)
                .containsExactly("kube_proxy_mode");
    }

    @Test
    void labelsAreAskedForByTheVariablesOfTheirNodeAndNotOfTheHostThatSetsThem() {
        Plan plan = rack.plan(FactsOf.bareHosts(rack).book());

        assertThat(change(plan, id("pandore", "marks of " + ArticleRack.host("clio")))
                        .reasons())
                .extracting(Reason::variable)
                .contains("node_labels");
    }

    @Test
    void aRestartIsAskedForByWhatItsFilesAreMadeFrom() {
        ArticleRack limited = ArticleRack.of(directory, ArticleRack.NEWEST + "etcd_memory_limit: 1G\n");
        FactsOf facts = FactsOf.finishedHosts(limited)
                .with(
                        ArticleRack.host("pandore"),
                        ServiceProbe.of("etcd.service"),
                        new ServiceFact("active", "enabled", 1));

        assertThat(change(limited.plan(facts.book()), id("pandore", "service etcd.service"))
                        .reasons())
                .extracting(Reason::variable)
                .contains("kube_version", "etcd_memory_limit");
    }

    @Test
    void anOutdatedEtcdSaysWhatItsRestartInterrupts() {
        FactsOf facts = FactsOf.finishedHosts(rack)
                .with(
                        ArticleRack.host("pandore"),
                        ServiceProbe.of("etcd.service"),
                        new ServiceFact("active", "enabled", 1));

        Change restart = change(rack.plan(facts.book()), id("pandore", "service etcd.service"));

        assertThat(restart.difference().action()).isEqualTo(Action.RESTART);
        assertThat(restart.difference().interrupts())
                .extracting(Interruption::what)
                .containsExactly("etcd.service");
    }

    @Test
    void theAuthorityOfAClusterThatIsMadeInTheSameRunIsKnownAfterApply() {
        Plan plan = rack.plan(FactsOf.bareHosts(rack).book());

        assertThat(change(plan, id("erato", "kubeadm join")).difference().after())
                .isInstanceOfSatisfying(
                        State.KnownAfterApply.class,
                        known -> assertThat(known.from()).contains(id("pandore", "kubeadm init")));
    }

    @Test
    void theFilesOfBareHostsAreShownBeforeTheyAreWritten() {
        Plan plan = rack.plan(FactsOf.bareHosts(rack).book());

        assertThat(TextDifference.of(change(plan, id("balancer", "file /etc/haproxy/haproxy.cfg"))
                        .difference()))
                .contains("+listen kubernetes-apiserver-https");
    }
}
