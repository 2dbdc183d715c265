package io.urania.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.event.Event;
import io.urania.engine.time.ManualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WaitsTest {

    private final ManualTimer time = new ManualTimer();
    private final List<String> told = new ArrayList<>();
    private final Waits.Waiter erato = new Waits(time, time, this::tell).of("erato");

    @Test
    void nothingIsSaidBeforeTenSecondsNorOfAWaitThatIsOverByThen() {
        erato.waitsFor("kubeadm join", "the kubelet");
        time.pass(Duration.ofSeconds(9));
        erato.goesOn();
        time.pass(Duration.ofMinutes(5));

        assertThat(told).isEmpty();
        assertThat(time.alarms()).isZero();
    }

    @Test
    void aWaitIsToldAfterTenSecondsAndEveryMinuteAndItsEndToo() {
        erato.waitsFor("kubeadm join", "the kubelet");
        time.pass(Duration.ofSeconds(135));
        erato.goesOn();

        assertThat(told)
                .containsExactly(
                        "erato kubeadm join: the kubelet, 10s",
                        "erato kubeadm join: the kubelet, 70s",
                        "erato kubeadm join: the kubelet, 130s",
                        "erato kubeadm join: had the kubelet after 135s");
    }

    @Test
    void otherWordsForTheSameWaitAreToldWhenTheyAreTenSecondsApartFromTheLast() {
        erato.waitsFor("kubeadm join", "the kubelet");
        time.pass(Duration.ofSeconds(12));
        erato.waitsFor("kubeadm join", "the API server");
        time.pass(Duration.ofSeconds(2));
        erato.waitsFor("kubeadm join", "etcd");
        time.pass(Duration.ofSeconds(16));

        assertThat(told).containsExactly("erato kubeadm join: the kubelet, 10s", "erato kubeadm join: etcd, 20s");
    }

    @Test
    void anotherTaskIsAnotherWait() {
        erato.waitsFor(Event.CONNECTION, "a login");
        time.pass(Duration.ofSeconds(11));
        erato.waitsFor(Event.FACTS, "its answer");
        time.pass(Duration.ofSeconds(11));

        assertThat(told)
                .containsExactly(
                        "erato connection: a login, 10s",
                        "erato connection: had a login after 11s",
                        "erato facts: its answer, 10s");
    }

    private void tell(Event event) {
        told.add(
                switch (event) {
                    case Event.Waiting waiting ->
                        waiting.host() + " " + waiting.task() + ": " + waiting.what() + ", "
                                + Duration.between(waiting.since(), waiting.at())
                                        .toSeconds() + "s";
                    case Event.Waited waited ->
                        waited.host() + " " + waited.task() + ": had " + waited.what() + " after "
                                + waited.took().toSeconds() + "s";
                    default -> throw new AssertionError(event);
                });
    }
}
