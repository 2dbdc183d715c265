package io.urania.cluster.phase;

import io.urania.cluster.spec.KubeletSpec;
import io.urania.cluster.value.CgroupDriver;
import io.urania.engine.fact.Facts;
import io.urania.engine.system.SystemFact.Cgroups;
import io.urania.engine.system.SystemProbe;

/** Who manages the pods' control groups on a host: the kubelet and containerd must agree. */
public final class CgroupDriverChoice {

    private CgroupDriverChoice() {}

    /** What the inventory says, otherwise systemd where the host has version 2, as Kubernetes' documentation advises. */
    public static CgroupDriver of(KubeletSpec kubelet, Facts facts) {
        return kubelet.cgroupDriver()
                .orElse(
                        facts.answer(SystemProbe.QUESTION).cgroups() == Cgroups.V2
                                ? CgroupDriver.SYSTEMD
                                : CgroupDriver.CGROUPFS);
    }
}
