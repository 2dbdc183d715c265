package io.urania.lab.layout;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The network of a rack: a bridge on this machine, a /24 network whose addresses end as the article's do, and an IPv6 network in which
 * each host has the address that ends as its IPv4 address does.
 *
 * @param bridge the bridge's name, at most 15 characters as for every Linux interface
 */
public record RackNetwork(String bridge, Subnet subnet) {
    private static final int GATEWAY = 1;
    private static final int FIRST_NODE = 40;
    private static final int BALANCER = 52;

    /** Length in bits of the prefix of the IPv6 network. */
    public static final int IPV6_PREFIX = 64;

    /** The article's network. */
    public static final RackNetwork ARTICLE = new RackNetwork("urania0", Subnet.parse("10.42.253.0/24"));

    public RackNetwork {
        if (subnet.prefix() != 24 || bridge.isEmpty() || bridge.length() > 15) {
            throw new IllegalArgumentException(
                    "a rack needs a /24 network and a short bridge name: " + subnet + bridge);
        }
    }

    /**
     * A network with a bridge of its own, named after it.
     *
     * @throws IllegalArgumentException if it is no /24
     */
    public static RackNetwork of(Subnet subnet) {
        return subnet.equals(ARTICLE.subnet()) ? ARTICLE : new RackNetwork("urania-" + subnet.number(), subnet);
    }

    /** Networks for racks, in the order in which to try them: the article's, and those before it in 10.42.0.0/16. */
    public static Stream<RackNetwork> candidates() {
        return IntStream.iterate(253, third -> third >= 0, third -> third - 1)
                .mapToObj(third -> of(Subnet.parse("10.42." + third + ".0/24")));
    }

    /** The bridge's own address: the hosts' way out. */
    public String gateway() {
        return subnet.address(GATEWAY);
    }

    /** The bridge's own IPv6 address. */
    public String ipv6Gateway() {
        return ipv6(gateway());
    }

    /**
     * The IPv6 address of the host with this IPv4 address: a unique local one (RFC 4193), {@code fd75:720a:2afd::40} for
     * {@code 10.42.253.40}.
     */
    public String ipv6(String address) {
        long number = Subnet.parse(address).base();
        return "fd75:72%02x:%x::%d".formatted(number >> 24, number >> 8 & 0xffff, number & 0xff);
    }

    /** The address of the node at this place, from 0, in the article's order. */
    public String node(int place) {
        return subnet.address(FIRST_NODE + place);
    }

    public String balancer() {
        return subnet.address(BALANCER);
    }
}
