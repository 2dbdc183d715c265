package io.urania.cli.rack;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests that make a cluster of another kind on the rack; its own comes back afterwards. */
abstract class ClusterMadeAnewOnTheRack extends TestOnTheRack {

    @BeforeEach
    void takeTheClusterAway() throws Exception {
        succeeds("reset", "--yes");
    }

    @AfterEach
    void bringTheRacksOwnClusterBack() throws Exception {
        succeeds("reset", "--yes");
        succeeds("apply", "--yes");
        assertTheClusterIsWhole();
    }
}
