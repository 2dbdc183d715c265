package io.urania.cluster.phase;

import io.urania.cluster.spec.KubeletSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.network.NameServersProbe;
import java.util.List;

/**
 * Which file of name servers pods inherit. Where systemd-resolved answers for the host, /etc/resolv.conf names only its address on the
 * loopback interface, which is another one inside a pod; the true servers stand in a file of its own. kubeadm decides alike (Kubernetes,
 * "Customizing DNS Service", known issues; systemd-resolved.service(8), "/etc/resolv.conf").
 */
public final class ResolvConfChoice {
    private static final String USUAL = "/etc/resolv.conf";
    private static final String OF_RESOLVED = "/run/systemd/resolve/resolv.conf";

    private ResolvConfChoice() {}

    /** What must be known of a node. */
    public static List<Question<?>> questions(KubeletSpec kubelet) {
        return kubelet.resolvConf().isPresent()
                ? List.of(NameServersProbe.in(kubelet.resolvConf().get()))
                : List.of(NameServersProbe.in(USUAL), NameServersProbe.in(OF_RESOLVED));
    }

    /** The file that the inventory names, or the one of use to pods. */
    public static String of(KubeletSpec kubelet, Facts facts) {
        return kubelet.resolvConf()
                .orElseGet(() -> !facts.answer(NameServersProbe.in(USUAL)).isOfUseToPods()
                                && facts.answer(NameServersProbe.in(OF_RESOLVED))
                                        .isOfUseToPods()
                        ? OF_RESOLVED
                        : USUAL);
    }
}
