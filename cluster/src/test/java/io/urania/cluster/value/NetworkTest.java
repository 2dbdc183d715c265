package io.urania.cluster.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({"10.233.128.7/18, 10.233.128.0/18", "10.0.0.1/32, 10.0.0.1/32", "fd00::1/64, fd00::/64"})
    void hostBitsAreCleared(String written, String network) {
        assertThat(Network.parse(written)).map(Network::text).contains(network);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "10.0.*.0/16", "host/24", "", "/24", "10.0.0.0/24-25"})
    void whatIsNoNetworkIsRefused(String written) {
        assertThat(Network.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.233.0.0/18, 10.233.64.0/18, false",
        "10.233.0.0/16, 10.233.64.0/18, true",
        "10.233.64.0/18, 10.233.0.0/16, true",
        "10.233.0.0/18, fd00::/64, false"
    })
    void overlapsWhereAnAddressIsInBoth(String one, String other, boolean overlap) {
        assertThat(new Network(one).overlaps(new Network(other))).isEqualTo(overlap);
    }

    @Test
    void addressesAreCountedFromTheNetworksOwn() {
        Network network = new Network("10.233.128.0/18");

        assertThat(network.address(1)).isEqualTo(new Address("10.233.128.1"));
        assertThat(network.contains(new Address("10.233.191.255"))).isTrue();
        assertThat(network.contains(new Address("10.233.192.0"))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Network("10.0.0.0/31").address(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.42.253",
                "10.42.253.300",
                "10.0.0.1/24",
                "pandore",
                "10.0.0.*",
                "0x7f.1",
                "010.0.0.1",
                "",
                "fe80::1%eth0"
            })
    void whatIsNoAddressIsRefused(String written) {
        assertThat(Address.parse(written)).isEmpty();
    }

    @Test
    void addressesHaveOneSpelling() {
        assertThat(Address.parse("FD00:0::1")).map(Address::beforePort).contains("[fd00::1]");
        assertThat(new Endpoint("10.0.0.1", 6443)).hasToString("10.0.0.1:6443");
        assertThat(new Endpoint("fd00::1", 6443)).hasToString("[fd00::1]:6443");
    }
}
