package io.urania.cluster.system.ubuntu;

import io.urania.artifacts.Architecture;
import io.urania.cluster.system.OldContainerd;
import io.urania.cluster.system.OperatingSystem;
import io.urania.cluster.system.Provision;
import io.urania.cluster.system.Release;
import io.urania.cluster.system.Software;
import io.urania.cluster.system.SystemPath;
import io.urania.cluster.system.debian.DebianFamily;
import io.urania.engine.system.OsRelease;
import io.urania.engine.system.PackageManager;
import io.urania.engine.system.apt.Apt;
import java.util.List;

/** Ubuntu, the releases with long term support, and whatever says that it is like it. */
public record Ubuntu() implements OperatingSystem {

    private static final String FURTHER_MODULES = "linux-modules-extra-raspi";

    @Override
    public String name() {
        return "Ubuntu";
    }

    @Override
    public String recognition() {
        return "os-release has `ID=ubuntu`";
    }

    @Override
    public boolean is(OsRelease said) {
        return said.id().equals("ubuntu");
    }

    @Override
    public boolean isBaseOf(OsRelease said) {
        return said.isLike("ubuntu");
    }

    @Override
    public List<Release> releases() {
        return List.of(
                Release.of("22.04", "22.04 (jammy)", Architecture.AMD64, Architecture.ARM64),
                Release.of("24.04", "24.04 (noble)", Architecture.AMD64, Architecture.ARM64));
    }

    @Override
    public PackageManager packageManager() {
        return new Apt();
    }

    /**
     * The names are Debian's. containerd and runc are kept up to date in all releases (Ubuntu project documentation, "Container Stack Updates"):
     * since 2026 both have containerd 2.2.
     */
    @Override
    public Provision provision(Software software, Release release) {
        return software == Software.CONTAINER_RUNTIME ? OldContainerd.replaced() : DebianFamily.provision(software);
    }

    @Override
    public List<String> kernelPackages() {
        return List.of(FURTHER_MODULES);
    }

    /** From 21.10 to 23.10, vxlan was in a package of its own (k3s documentation, "Advanced Options", Raspberry Pi). */
    @Override
    public List<String> kernelPackages(Release release, String kernel) {
        return kernel.endsWith("-raspi") && !release.isFrom("24.04") ? List.of(FURTHER_MODULES) : List.of();
    }

    /** Of the images for Raspberry Pis; elsewhere the boot loader has the arguments. */
    @Override
    public String path(SystemPath path, Release release) {
        return switch (path) {
            case KERNEL_ARGUMENTS -> "/boot/firmware/cmdline.txt";
            case LOAD_BALANCER_ROOT -> DebianFamily.LOAD_BALANCER_ROOT;
            case LOAD_BALANCER_SOCKET -> DebianFamily.LOAD_BALANCER_SOCKET;
        };
    }

    @Override
    public List<String> directories() {
        return DebianFamily.directories();
    }
}
