package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.urania.cli.rack.CommandsOnTheRack.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A cluster that runs, and inventories that ask for another one: refused, and no byte is changed on any host. */
final class OtherInventoryOnTheRackTest extends TestOnTheRack {

    @Test
    void aWorkerThatWasRenamedIsRefused() throws Exception {
        String worker = rack.worker();
        List<Path> renamed =
                EditedInventory.renamed(rack, scratch, worker, "renamed" + worker.substring(worker.indexOf('.')));

        assertRefused(renamed, rack.addressOf(worker) + " is node " + worker);
    }

    @Test
    void anEtcdMemberThatWasMovedIsRefused() throws Exception {
        List<String> members = new ArrayList<>(rack.controlPlanes());
        String moved = members.removeLast();
        members.add(rack.worker());
        List<Path> inventories =
                EditedInventory.of(rack, scratch, text -> EditedInventory.withGroup(text, "etcd", members));

        assertRefused(inventories, "it has an etcd member with data, and is not in group etcd");
        assertThat(moved).isNotEqualTo(rack.worker());
    }

    @Test
    void aNodeThatTheInventoryDoesNotListIsTold() throws Exception {
        String worker = rack.worker();
        List<Path> inventories = EditedInventory.of(rack, scratch, text -> EditedInventory.without(text, worker));

        Said check = urania.run(inventories, "check");
        Said status = urania.run(inventories, "status");

        assertThat(check.code()).as(check.errors()).isZero();
        assertThat(check.errors()).contains("it is a cluster node but not in the inventory");
        assertThat(status.output())
                .contains(worker + ": it is a cluster node but not in the inventory")
                .doesNotContain("The cluster is healthy.");
    }

    /** On a rack with one control plane host: lab up --nodes 3. */
    @Test
    void oneControlPlaneHostDoesNotBecomeThreeByTheWay() throws Exception {
        assumeThat(rack.controlPlanes()).hasSize(1);
        List<String> three = new ArrayList<>(rack.controlPlanes());
        rack.names().stream()
                .filter(name -> !three.contains(name) && !name.startsWith("balancer"))
                .limit(2)
                .toList()
                .forEach(three::add);
        List<Path> inventories = EditedInventory.of(
                rack,
                scratch,
                text -> EditedInventory.withGroup(
                        EditedInventory.withGroup(text, "etcd", three), "kube-master", three));

        assertRefused(inventories, "it should be an etcd member, but the running cluster");
    }

    private void assertRefused(List<Path> inventories, String why) throws Exception {
        Footprint before = Footprint.of(rack);

        for (String[] command : new String[][] {{"check"}, {"plan"}, {"apply", "--yes"}}) {
            Said said = urania.run(inventories, command);
            assertThat(said.code()).as(said.output() + said.errors()).isEqualTo(1);
            assertThat(said.output() + said.errors()).contains(why);
        }
        before.assertComesBack(rack);
    }
}
